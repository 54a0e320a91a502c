import type { Article } from '../article.ts';
import type { Crop } from '../crops.ts';
import type { FieldNames } from './markdown/field-names.ts';
import type { PackagedRevision } from './galley.ts';

/** One of the widths that a picture is there in. */
export interface ImageSize {
  readonly address: string;
  /** Pixels. */
  readonly width: number;
}

/** What a format may need beside the article. */
export interface RenderContext {
  /** Address under which a picture's copy stands, null where its file is not at hand. */
  readonly imageAddress: (imageId: string) => string | null;
  /** Address of a cut-out of a picture, null where none can be made; asking for it is what has it written. */
  readonly cropAddress: (imageId: string, name: string, crop: Crop) => string | null;
  /** The picture in every width it is there in, the narrowest first; nothing where there is one alone. Asking for it is what has it written. */
  readonly imageSizes?: (imageId: string) => readonly ImageSize[];
  /** Ids of the ad slots that the site takes away where no ad comes. */
  readonly collapsingSlots: ReadonlySet<string> | undefined;
  readonly language: string;
  readonly revisions: readonly PackagedRevision[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** One of the format's dialects, '' for its plain form. */
  readonly dialect: string;
  /** What the newsroom's site calls the fields of a front matter. */
  readonly fieldNames: FieldNames | undefined;
}

/** Where the files of one article go: paths relative to the chosen folder, with `/`. */
export interface Placement {
  readonly page: string;
  readonly pictureFolder: string;
  /** The address the page gives a picture, from its name in that folder. */
  readonly address: (name: string) => string;
}

/** A file that a site needs once, whatever the article: written where it is missing, never replaced. */
export interface TemplateFile {
  readonly path: string;
  readonly content: string;
  readonly mediaType: string;
}

export interface Format<Name extends string = string> {
  readonly name: Name;
  /** With its dot: one format never replaces another's file. */
  readonly extension: string;
  readonly mediaType: string;
  /** Forms of the format by name, chosen with `--dialect`; the plain form has none. */
  readonly dialects: readonly string[];
  /** Handing over, not publication: the gate does not stop it, and it carries its pictures itself. */
  readonly isHandOver: boolean;
  /** Pictures stand as files beside; false where the file holds them itself or shows none. */
  readonly hasPictureFiles: boolean;
  /** Pictures can stand inside the page, in their addresses, so that it is one file. */
  readonly canInline: boolean;
  /** A page of this format names narrower copies of its pictures, for a browser to choose from. */
  readonly hasSizes: boolean;
  readonly render: (article: Article, context: RenderContext) => string | Uint8Array;
  /** Where a dialect wants its files; left out, the page stands in the chosen folder and its pictures beside it. */
  readonly place?: (stem: string, article: Article, dialect: string) => Placement;
  readonly templates?: (dialect: string) => readonly TemplateFile[];
}

/** `<stem>.<ext>` with its pictures in `<stem>-images/`. */
export function besidePage(stem: string, extension: string): Placement {
  const pictureFolder = `${stem}-images`;
  return { page: `${stem}${extension}`, pictureFolder, address: (name) => [pictureFolder, name].map(encodeURIComponent).join('/') };
}
