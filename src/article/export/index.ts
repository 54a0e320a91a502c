/** Every way out. A new format is one file and one line here. */
import { say } from '../../language/index.ts';
import type { Article } from '../article.ts';
import { plain } from '../plain.ts';
import { articleToDocx } from './docx.ts';
import { besidePage, type Format, type Placement, type RenderContext, type TemplateFile } from './format.ts';
import { type PackagedRevision, writePackage } from './galley.ts';
import { articleToGhost } from './ghost.ts';
import { articleToHtml } from './html.ts';
import { articleToHtmlFragment } from './html-fragment.ts';
import { articleToMarkdown } from './markdown.ts';
import type { FieldNames } from './markdown/field-names.ts';
import { dialectNames, dialectPlacement, dialectTemplates, isDialectName } from './markdown/dialects.ts';
import { cropKey, fileStem, type PlacedImage, placeCrops, placeImages, placeSizes } from './names.ts';
import { articleToNewsMl } from './newsml-g2.ts';
import { articleToNinjs } from './ninjs.ts';
import { articleToNitf } from './nitf.ts';
import { isTemplateKind, renderTemplate, type Templates } from './template.ts';
import { articleToText } from './text.ts';
import { articleToWordPress } from './wordpress.ts';
import { writable } from './writable.ts';

export type { Format, Placement, TemplateFile } from './format.ts';
export { type PackagedRevision } from './galley.ts';
export { fileStem, imageExtension, imageIdsIn, numberedStem, type PlacedImage, placeImages } from './names.ts';

export const formatNames = ['html', 'html-fragment', 'markdown', 'wordpress', 'ghost', 'ninjs', 'newsml-g2', 'nitf', 'docx', 'text', 'galley'] as const;
export type FormatName = (typeof formatNames)[number];

const page = { dialects: [], isHandOver: false, hasPictureFiles: true, canInline: false, hasSizes: false } as const;

export const formats: { readonly [Name in FormatName]: Format<Name> } = {
  html: { ...page, canInline: true, hasSizes: true, name: 'html', extension: '.html', mediaType: 'text/html', render: articleToHtml },
  'html-fragment': { ...page, hasSizes: true, name: 'html-fragment', extension: '.fragment.html', mediaType: 'text/html', render: articleToHtmlFragment },
  markdown: {
    ...page, name: 'markdown', extension: '.md', mediaType: 'text/markdown', render: articleToMarkdown,
    dialects: dialectNames, place: dialectPlacement, templates: dialectTemplates,
  },
  wordpress: { ...page, name: 'wordpress', extension: '.wordpress.html', mediaType: 'text/html', render: articleToWordPress },
  ghost: { ...page, name: 'ghost', extension: '.ghost.html', mediaType: 'text/html', render: articleToGhost },
  ninjs: { ...page, name: 'ninjs', extension: '.ninjs.json', mediaType: 'application/json', dialects: ['2.2'], render: articleToNinjs },
  'newsml-g2': { ...page, name: 'newsml-g2', extension: '.newsml.xml', mediaType: 'application/vnd.iptc.g2.newsitem+xml', render: articleToNewsMl },
  nitf: { ...page, name: 'nitf', extension: '.nitf.xml', mediaType: 'application/xml', render: articleToNitf },
  docx: { ...page, name: 'docx', extension: '.docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', hasPictureFiles: false, render: articleToDocx },
  text: { ...page, name: 'text', extension: '.txt', mediaType: 'text/plain', hasPictureFiles: false, render: articleToText },
  galley: {
    ...page, name: 'galley', extension: '.galley', mediaType: 'application/vnd.galley+zip', isHandOver: true, hasPictureFiles: false,
    render: (article, { revisions, pictures }) => writePackage({ article, revisions, images: pictures }),
  },
};

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);
/** What a format is, in a dialect perhaps, in the person's language. */
export const formatTitle = ({ format, dialect }: FormatChoice): string => (isDialectName(dialect) ? `${say(`exporting.format-${format}`)} ${say(`exporting.dialect-${dialect}`)}` : dialect === '' ? say(`exporting.format-${format}`) : say('exporting.format-version', { format, version: dialect }));
/** What a format is for, in one line. */
export const formatAbout = ({ format, dialect }: FormatChoice): string => (isDialectName(dialect) ? say('exporting.about-dialect') : say(`exporting.about-${format}`));

/** A format in one of its dialects; '' is the plain form. Written `markdown:hugo`, or `markdown`. */
export interface FormatChoice {
  readonly format: FormatName;
  readonly dialect: string;
}

/** Every format in every dialect, as lists show them. */
export const formatChoices: readonly string[] = formatNames.flatMap((name) => [name, ...formats[name].dialects.map((dialect) => `${name}:${dialect}`)]);

/** A choice by its written name; null where there is no such format or dialect. */
export function readFormatChoice(written: string): FormatChoice | null {
  const [format = '', dialect = ''] = written.split(':');
  return isFormatName(format) && formatChoices.includes(written) ? { format, dialect } : null;
}

export interface ExportOptions {
  /** Name without extension, where `fileStem` is taken by something else. */
  readonly stem?: string;
  readonly dialect?: string;
  /** Pictures at hand: only these are placed and shown; in a package, their bytes. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Which pictures are at hand, where the bytes themselves are not needed (every format but `galley` and `docx`). */
  readonly hasPicture?: (imageId: string) => boolean;
  /** `data:` addresses of pictures that shall stand inside the page, where the format can have them so. */
  readonly inlined?: ReadonlyMap<string, string>;
  /** Widths of the narrower copies that are at hand, by picture, the narrowest first. */
  readonly widths?: ReadonlyMap<string, readonly number[]>;
  /** The newsroom's own form of a format; one that is at fault is a `TemplateError`. */
  readonly templates?: Templates;
  /** What the newsroom's site calls the fields of a front matter. */
  readonly fieldNames?: FieldNames;
  /** Ids of the ad slots that the site takes away where no ad comes (the newsroom's list); left out, none. */
  readonly collapsingSlots?: ReadonlySet<string>;
  /** History for a package, oldest first. */
  readonly revisions?: readonly PackagedRevision[];
}

/** Files of an export, not yet written. Paths are relative to the chosen folder, with `/`. */
export interface ExportPlan {
  readonly fileName: string;
  readonly content: string | Uint8Array;
  readonly mediaType: string;
  readonly images: readonly PlacedImage[];
  readonly templates: readonly TemplateFile[];
}

/** Where the article's files go under a stem. */
export function placementOf(article: Article, { format: name, dialect }: FormatChoice, stem: string): Placement {
  const format: Format = formats[name];
  return (dialect === '' ? undefined : format.place?.(stem, article, dialect)) ?? besidePage(stem, format.extension);
}

/** The article in the newsroom's own form; null where it has none. */
function ownForm(name: FormatName, article: Article, context: RenderContext, templates: Templates | undefined): string | null {
  const template = isTemplateKind(name) ? templates?.[name] : undefined;
  return isTemplateKind(name) && template !== undefined ? renderTemplate(template, name, article, context) : null;
}

/** What is asked of the pictures, as far as the format can do it. */
function pictureOptions({ canInline, hasSizes }: Format, { inlined, widths }: ExportOptions): { readonly [Asked in 'inlined' | 'widths']: NonNullable<ExportOptions[Asked]> } {
  return { inlined: (canInline && inlined) || new Map(), widths: (hasSizes && widths) || new Map() };
}

/** One article in one format, pure: what to write, and which picture goes where. Suggestions are left out but in a package. */
export function exportArticle(article: Article, formatName: FormatName, options: ExportOptions = {}): ExportPlan {
  const format: Format = formats[formatName];
  const dialect = options.dialect ?? '';
  const shown = format.isHandOver ? article : plain(article);
  const pictures = options.pictures ?? new Map<string, Uint8Array>();
  const hasPicture = options.hasPicture ?? ((imageId: string) => pictures.has(imageId));
  const placement = placementOf(shown, { format: formatName, dialect }, options.stem ?? fileStem(shown));
  const placed = placeImages(shown).filter(({ imageId }) => hasPicture(imageId));
  const { inlined, widths } = pictureOptions(format, options);
  const addresses = new Map(placed.map(({ imageId, name }) => [imageId, inlined.get(imageId) ?? placement.address(name)]));
  const cropNames = placeCrops(shown, placed);
  const sizeNames = placeSizes(shown, placed, widths, cropNames.values());
  const asked = new Map<string, PlacedImage>();
  const pathOf = (name: string): string => (placement.pictureFolder === '' ? name : `${placement.pictureFolder}/${name}`);
  const context: RenderContext = {
    imageAddress: (imageId) => addresses.get(imageId) ?? null,
    cropAddress: (imageId, cropName, crop) => {
      const name = cropNames.get(cropKey(imageId, cropName, crop));
      // A page with its pictures inside has no files beside it.
      if (name === undefined || inlined.has(imageId)) return null;
      asked.set(name, { imageId, path: pathOf(name), crop, width: null });
      return placement.address(name);
    },
    imageSizes: (imageId) => {
      const [own, narrower, whole] = [addresses.get(imageId), sizeNames.get(imageId) ?? [], shown.images[imageId]];
      if (own === undefined || whole === undefined || narrower.length === 0 || inlined.has(imageId)) return [];
      for (const { name, width } of narrower) asked.set(name, { imageId, path: pathOf(name), crop: null, width });
      return [...narrower.map(({ name, width }) => ({ address: placement.address(name), width })), { address: own, width: whole.width }];
    },
    collapsingSlots: options.collapsingSlots,
    language: shown.metadata.language,
    revisions: options.revisions ?? [],
    pictures,
    dialect,
    fieldNames: options.fieldNames,
  };
  const rendered = ownForm(formatName, shown, context, options.templates) ?? format.render(shown, context);
  const content = typeof rendered === 'string' ? writable(rendered) : rendered;
  const images = [...placed.filter(({ imageId }) => !inlined.has(imageId)).map(({ imageId, name }) => ({ imageId, path: pathOf(name), crop: null, width: null })), ...asked.values()];
  return {
    fileName: placement.page,
    content,
    mediaType: format.mediaType,
    images: format.hasPictureFiles ? images : [],
    templates: templatesOf(format, dialect),
  };
}

const templatesOf = (format: Format, dialect: string): readonly TemplateFile[] => (dialect === '' ? [] : (format.templates?.(dialect) ?? []));
