/** Calls about picture files. */
import type { StoredImage } from '../article/article.ts';

export interface AddedImage {
  readonly imageId: string;
  readonly stored: StoredImage;
}

/** How copies of pictures leave in an export. */
export interface PictureRules {
  /** Pixels of the longer side at most; 0: as large as they are. */
  readonly longest: number;
  /** Pixels of narrower copies that HTML offers beside the whole picture, rising; [] for none. */
  readonly widths: readonly number[];
  /** 1 to 100, of copies that are made anew. */
  readonly quality: number;
  /** GPS and serial numbers stay in the file. */
  readonly keepsPlace: boolean;
}

/** An article that has a picture. */
export interface PictureUse {
  readonly articleId: string;
  readonly name: string;
  readonly isTrashed: boolean;
  /** In the text as it is now. */
  readonly isInText: boolean;
  /** How many of its revisions have it. */
  readonly revisions: number;
}

/** A picture file of the library. */
export interface PictureRow {
  readonly imageId: string;
  /** The name it had when it was added; '' where nothing that is kept says it. */
  readonly fileName: string;
  readonly bytes: number;
  /** Articles that have it, changed last first; the first of `articles`. */
  readonly uses: readonly PictureUse[];
  readonly articles: number;
  /** Kept backups that need it. */
  readonly backups: number;
  /** When it was cleaned away; null while it is in its place. */
  readonly cleanedAtMs: number | null;
}

export interface PictureCalls {
  /** Every picture file, those cleaned away included, the largest first. */
  'pictures.list': { request: null; answer: readonly PictureRow[] };
  'pictures.uses': { request: { readonly imageId: string }; answer: Pick<PictureRow, 'uses' | 'articles' | 'backups'> };
  /** Puts aside, for thirty days, what no working copy, revision, article in the trash or kept backup refers to. */
  'pictures.cleanUp': { request: null; answer: { readonly imageIds: readonly string[]; readonly bytes: number } };
  'pictures.putBack': { request: { readonly imageIds: readonly string[] }; answer: { readonly count: number } };

  /** Opens the system's picker; null where it was cancelled. Only these paths can then be added. */
  'images.pick': { request: null; answer: readonly { readonly name: string; readonly path: string }[] | null };
  'images.addPicked': { request: { readonly path: string }; answer: AddedImage };
  'images.add': { request: { readonly fileName: string; readonly bytes: Uint8Array }; answer: AddedImage };
}

export const pictureCallNames = ['images.pick', 'images.addPicked', 'images.add', 'pictures.list', 'pictures.uses', 'pictures.cleanUp', 'pictures.putBack'] as const satisfies readonly (keyof PictureCalls)[];
