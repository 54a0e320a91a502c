/** Every way out. A new format is one file and one line here. */
import { say } from '../../language/index.ts';
import type { Article } from '../article.ts';
import { plain } from '../plain.ts';
import { type PackagedRevision, writePackage } from './galley.ts';
import { articleToHtml } from './html.ts';
import { articleToHtmlFragment } from './html-fragment.ts';
import { articleToMarkdown } from './markdown.ts';
import { fileStem, type PlacedImage, placeImages } from './names.ts';
import { articleToText } from './text.ts';

export { type PackagedRevision } from './galley.ts';
export { fileStem, imageExtension, imageIdsIn, numberedStem, type PlacedImage, placeImages } from './names.ts';

export const formatNames = ['html', 'html-fragment', 'markdown', 'text', 'galley'] as const;
export type FormatName = (typeof formatNames)[number];

/** What a format may need beside the article. */
interface RenderContext {
  readonly imageAddress: (imageId: string) => string | null;
  readonly language: string;
  readonly revisions: readonly PackagedRevision[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export interface Format {
  readonly name: FormatName;
  /** With its dot: one format never replaces another's file. */
  readonly extension: string;
  readonly mediaType: string;
  /** Handing over, not publication: the gate does not stop it, and it carries its pictures itself. */
  readonly isHandOver: boolean;
  readonly render: (article: Article, context: RenderContext) => string | Uint8Array;
}

export const formats: { readonly [Name in FormatName]: Format } = {
  html: { name: 'html', extension: '.html', mediaType: 'text/html', isHandOver: false, render: articleToHtml },
  'html-fragment': { name: 'html-fragment', extension: '.fragment.html', mediaType: 'text/html', isHandOver: false, render: articleToHtmlFragment },
  markdown: { name: 'markdown', extension: '.md', mediaType: 'text/markdown', isHandOver: false, render: articleToMarkdown },
  text: { name: 'text', extension: '.txt', mediaType: 'text/plain', isHandOver: false, render: articleToText },
  galley: {
    name: 'galley',
    extension: '.galley',
    mediaType: 'application/vnd.galley+zip',
    isHandOver: true,
    render: (article, { revisions, pictures }) => writePackage({ article, revisions, images: pictures }),
  },
};

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);
/** What the format is, in the person's language. */
export const formatTitle = (name: FormatName): string => say(`cli.format-${name}`);

export interface ExportOptions {
  /** Name without extension, where `fileStem` is taken by something else. */
  readonly stem?: string;
  /** Pictures at hand: only these are placed and shown; in a package, their bytes. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Which pictures are at hand, where the bytes themselves are not needed (every format but `galley`). */
  readonly hasPicture?: (imageId: string) => boolean;
  /** History for a package, oldest first. */
  readonly revisions?: readonly PackagedRevision[];
}

/** Files of an export, not yet written. Paths are relative to the chosen folder, with `/`. */
export interface ExportPlan {
  readonly fileName: string;
  readonly content: string | Uint8Array;
  readonly mediaType: string;
  readonly images: readonly PlacedImage[];
}

/** One article in one format, pure: what to write, and which picture goes where. Suggestions are left out but in a package. */
export function exportArticle(article: Article, formatName: FormatName, options: ExportOptions = {}): ExportPlan {
  const format = formats[formatName];
  const shown = format.isHandOver ? article : plain(article);
  const stem = options.stem ?? fileStem(shown);
  const pictures = options.pictures ?? new Map<string, Uint8Array>();
  const hasPicture = options.hasPicture ?? ((imageId: string) => pictures.has(imageId));
  const images = placeImages(shown, stem).filter(({ imageId }) => hasPicture(imageId));
  const paths = new Map(images.map(({ imageId, path }) => [imageId, path.split('/').map(encodeURIComponent).join('/')]));
  const content = format.render(shown, {
    imageAddress: (imageId) => paths.get(imageId) ?? null,
    language: shown.metadata.language,
    revisions: options.revisions ?? [],
    pictures,
  });
  return { fileName: `${stem}${format.extension}`, content, mediaType: format.mediaType, images: format.isHandOver || formatName === 'text' ? [] : images };
}
