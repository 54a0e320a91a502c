import type { Element } from 'hast';
import { safeAddress } from '../../address.ts';
import type { Article } from '../../article.ts';
import { type BlockAttributes, fieldNames } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import { writtenCorrections } from '../../corrections.ts';
import type { Contributor } from '../../blocks/byline.ts';
import { madeAt } from '../../made-at.ts';
import { type DigitalSource, digitalSourceOf } from '../../picture-facts.ts';
import { offsetTime } from '../../time.ts';
import { attributesOf, type HtmlContext } from '../html/elements.ts';
import { bylineLines } from '../html/byline.ts';
import { articleToHast, datelineText } from '../html-fragment.ts';
import { cutsOf, plainText } from '../html/json-ld.ts';
import { imagesOf } from '../images-of.ts';
import { fieldsJson } from '../cms-facts.ts';

/** A picture of the article as agencies' formats list it beside the text. */
export interface NewsPicture {
  readonly attrs: BlockAttributes<'image'>;
  readonly caption: string;
  /** Relative to the file; '' where its file is not at hand. */
  readonly address: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** How its file says it came to be. */
  readonly digitalSource: DigitalSource | null;
  /** Its cut-outs that are written beside it. */
  readonly cuts: ReturnType<typeof cutsOf>;
}

/** What the three formats for agencies say alike. Times are RFC 3339 with the offset of their zone. */
export interface NewsFacts {
  readonly uri: string;
  readonly headline: string;
  readonly standfirst: string;
  /** “By Asha Rao, Tom Adeyemi”, '' where nobody is named. */
  readonly by: string;
  readonly people: readonly Contributor[];
  readonly pictures: readonly NewsPicture[];
  readonly pubStatus: 'usable' | 'withheld' | 'canceled';
  /** When an embargo ends; '' where there is none or no end. */
  readonly embargoedUntil: string;
  /** For receivers: the editorial note and what the embargo says. */
  readonly editorialNote: string;
  readonly versionCreated: string;
  readonly dateline: string;
}

export function newsFacts(article: Article, context: HtmlContext): NewsFacts {
  const { metadata, body } = article;
  const find = (type: string): string => plainText(body.content?.find((block) => block.type === type)).trim();
  const byline = body.content?.find((block) => block.type === 'byline');
  const people = byline ? attributesOf(byline, 'byline').contributors : [];
  const { embargo } = metadata;
  const until = embargo !== null && embargo.until !== 'indefinite' ? offsetTime(embargo.until) : '';
  const isRetracted = writtenCorrections(metadata).some(({ kind }) => kind === 'retraction');
  const made = metadata.updatedAt ?? metadata.publishedAt;
  return {
    uri: `urn:uuid:${article.id}`,
    headline: find('headline'),
    standfirst: find('standfirst'),
    by: bylineLines(people, metadata.language).join('; '),
    people,
    pictures: imagesOf(body).map((node) => pictureOf(node, article.images, context)),
    pubStatus: isRetracted ? 'canceled' : embargo === null ? 'usable' : 'withheld',
    embargoedUntil: until,
    editorialNote: [metadata.editorialNote, embargo?.note ?? ''].filter((note) => note !== '').join('\n'),
    // A version needs a time also before anything is published.
    versionCreated: made ? offsetTime(made) : madeAt(article.id).toISOString().replace(/\.\d+/, ''),
    dateline: metadata.dateline === null ? '' : datelineText(metadata.dateline),
  };
}

function pictureOf(node: BodyJson, images: Article['images'], context: HtmlContext): NewsPicture {
  const attrs = attributesOf(node, 'image');
  const stored = attrs.imageId !== null && Object.hasOwn(images, attrs.imageId) ? images[attrs.imageId] : undefined;
  const { mediaType = '', width = 0, height = 0, bytes = 0, fromFile = {} } = stored ?? {};
  const address = attrs.imageId === null ? null : context.imageAddress(attrs.imageId);
  return { attrs, caption: plainText(node).trim(), address: address ?? '', mediaType, width, height, bytes, digitalSource: digitalSourceOf(fromFile), cuts: address === null ? [] : cutsOf(attrs, context) };
}

/**
 * The text of the article as HTML, without the fields and times that the formats have places of their own for. What those
 * places cannot hold (marks in a headline, zones of times, roles) stands as data, so that the item comes back whole.
 */
export function bodyHast(article: Article, context: HtmlContext): Element {
  const blocks = article.body.content ?? [];
  const content = blocks.filter(({ type }) => !isFieldName(type));
  const metadata = { ...article.metadata, publishedAt: null, updatedAt: null };
  const element = articleToHast({ ...article, metadata, body: { ...article.body, content } }, { ...context, inlineStyles: false });
  return { ...element, properties: { ...element.properties, dataGalleyFields: fieldsJson(article) } };
}

const isFieldName = (name: string): boolean => fieldNames.some((known) => known === name);

/** An address strict readers of URIs take; '' for any other. */
export function strictUri(address: string): string {
  const safe = safeAddress(address) ?? '';
  return /^[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(safe) && (safe.match(/#/g) ?? []).length < 2 ? safe : '';
}

export const mediaTopic = (code: string): string => `http://cv.iptc.org/newscodes/mediatopic/${code}`;
