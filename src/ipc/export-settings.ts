/** How this newsroom exports: what was chosen last, proposed again and used by "export again". */
export interface ExportSettings {
  /** Format choices as `readFormatChoice` reads them, e.g. `html`, `markdown:hugo`; one this version does not know is passed over. */
  readonly formats: readonly string[];
  /** Pictures of an HTML page: as files beside it, or inside it. */
  readonly pictures: 'beside' | 'inline';
  /** Files in the chosen folder, or one zip there that holds them all. */
  readonly package: 'folder' | 'zip';
}

export const usualExport: ExportSettings = { formats: ['html'], pictures: 'beside', package: 'folder' };

/** One article to be written as files. */
export interface ExportRequest {
  readonly articleId: string;
  readonly formats: readonly string[];
  readonly pictures: ExportSettings['pictures'];
  readonly folder: string;
  /** A zip that `export.beginZip` has begun, in the place of the folder. */
  readonly zip?: string;
  /** Reason of an override; '' where the gate is open. */
  readonly override: string;
}
export interface ExportedFile {
  readonly path: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly role: 'main' | 'image' | 'template';
}
