import type { Article } from '../article.ts';

/** One passage of the copy and the field it went to (`headline`, `metadata.updatedAt`, `image`, ...). */
export interface Placed {
  readonly text: string;
  readonly field: string;
}

/** One passage of the copy and a sentence that says why it was removed or kept where it stood. */
export interface Explained {
  readonly text: string;
  readonly why: string;
}

/** What an import did with the copy: nothing is dropped without a line in `removed` (DESIGN section 8). */
export interface ImportReport {
  readonly placed: readonly Placed[];
  readonly removed: readonly Explained[];
  /** Lines that look like a field but could not be placed; they stay in the body. */
  readonly kept: readonly Explained[];
  /** The zone of the copy's first time ('' where none could be settled) and the sentences that say why; '' where it has no time. */
  readonly zone: { readonly zone: string; readonly why: string };
}

/** What an import needs to know about the one who imports. */
export interface ImportContext {
  /** The zone asked for (`--zone`), IANA; '' if none. */
  readonly zone: string;
  /** The newsroom's setting, IANA; '' if none. */
  readonly newsroomZone: string;
  /** The machine's zone, IANA; '' if unknown. */
  readonly machineZone: string;
  /** BCP 47 language of the article; '' where it is not known. */
  readonly language: string;
}

export interface Imported {
  readonly article: Article;
  readonly report: ImportReport;
}

export const emptyReport: ImportReport = { placed: [], removed: [], kept: [], zone: { zone: '', why: '' } };
