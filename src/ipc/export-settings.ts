/** How this newsroom exports: what was chosen last, proposed again and used by "export again". */
export interface ExportSettings {
  /** Format choices as `readFormatChoice` reads them, e.g. `html`, `markdown:hugo`; one this version does not know is passed over. */
  readonly formats: readonly string[];
  /** Pictures of an HTML page: as files beside it, or inside it. */
  readonly pictures: 'beside' | 'inline';
}

export const usualExport: ExportSettings = { formats: ['html'], pictures: 'beside' };
