import type { Element as HastElement } from 'hast';
import { say } from '../../language/index.ts';
import type { Article } from '../article.ts';
import { deepestNesting } from '../body.ts';
import { el, textNode } from '../export/html/elements.ts';
import type { Metadata } from '../metadata.ts';
import { failed, ok, type Parsed } from '../parsed.ts';
import { timeAt } from '../time.ts';
import { prepare, readingOf } from './html-blocks.ts';
import { ownArticle } from './html/own-article.ts';
import { findElement, hasAttribute } from './html/read.ts';
import { importHtml, type ImportedHtml } from './html.ts';
import type { NewsItem, NewsPicture } from './news-item-fields.ts';
import { newsMlItem } from './newsml-item.ts';
import { ninjsItem } from './ninjs-item.ts';
import { nitfItem } from './nitf-item.ts';
import { sound, withFields } from './own-fields.ts';
import { emptyReport, type ImportContext } from './report.ts';
import { pageOf, readXml } from './xml-html.ts';

export const newsItemFormats = ['ninjs', 'newsml-g2', 'nitf'] as const;
export type NewsItemFormat = (typeof newsItemFormats)[number];

/** The kind of news item a text is by its first words; null for any other. */
export function newsItemFormatOf(text: string): NewsItemFormat | null {
  const head = text.slice(0, 2000);
  if (/<(?:\w+:)?newsItem\b/.test(head)) return 'newsml-g2';
  if (/<(?:\w+:)?nitf\b/.test(head)) return 'nitf';
  return /^\s*\{/.test(head) && /"uri"\s*:/.test(head) && /"(?:headlines?|bodies|body_html|body_text|pubstatus|versioncreated)"\s*:/i.test(text) && !/"format"\s*:\s*"galley-article"/.test(head) ? 'ninjs' : null;
}

/** A news item as an article: ours as it was, any other by its fields and its text. */
export function importNewsItem(text: string, format: NewsItemFormat, context: ImportContext): Parsed<ImportedHtml> {
  const item = format === 'ninjs' ? ninjsItem(text) : xmlItem(text, format);
  if (!item) return failed('bad-content', format, say('cli.news-item-damaged'));
  return ownItem(item) ?? foreignItem(item, context);
}

function ownItem(item: NewsItem): Parsed<ImportedHtml> | null {
  const prepared = prepare({ type: 'root', children: [...item.body] });
  if (!prepared.ok) return failed('too-deep', 'body', say('formats.left-too-deep', { limit: deepestNesting }));
  const element = findElement(prepared.value.root, (found) => hasAttribute(found, 'dataGalleyArticle'));
  const reading = readingOf({ sheet: prepared.value.sheet, removed: [] }, { started: false });
  const article = element && ownArticle(element, reading);
  if (!element || !article) return null;
  const whole = withFields(article, element, { headline: item.headline, standfirst: item.standfirst });
  return ok({ article: withReceiverFields(whole, item), report: { ...emptyReport, removed: reading.removed }, pictures: reading.pictures });
}

function foreignItem(item: NewsItem, context: ImportContext): Parsed<ImportedHtml> {
  const { beside } = item;
  const read = importHtml(pageOf({ ...item, body: [...beside.pictures.filter(isNew(item)).map(figureOf), ...item.body] }), { ...context, language: context.language || item.language });
  if (!read.ok) return read;
  const { metadata } = read.value.article;
  const published = metadata.publishedAt ?? timeOf(item.published);
  const updated = metadata.updatedAt ?? timeOf(beside.updated);
  const facts = {
    slugline: item.slugline, source: item.source || metadata.source, urgency: item.urgency, tags: item.tags, subjects: item.subjects, publishedAt: published,
    // A version made when the text was is no update.
    updatedAt: updated?.instant === published?.instant ? null : updated,
    copyright: beside.copyright, usageTerms: beside.usageTerms, genre: beside.genre, seoDescription: beside.description || metadata.seoDescription,
    dateline: metadata.dateline ?? (beside.dateline === '' ? null : { place: '', country: '', date: '', source: '', asWritten: beside.dateline }),
  };
  const article = sound({ ...read.value.article, metadata: { ...metadata, ...facts } }, read.value.article);
  const left = beside.left.filter((text) => text !== '').map((text) => ({ text, why: say('formats.left-no-field') }));
  return ok({ ...read.value, report: { ...read.value.report, removed: [...read.value.report.removed, ...left] }, article: withReceiverFields(article, item) });
}

/** A picture the text does not show itself. */
const isNew = ({ body }: NewsItem) => ({ address }: NewsPicture): boolean => findElement({ type: 'root', children: [...body] }, (element) => element.tagName === 'img' && element.properties['src'] === address) === null;

const figureOf = ({ address, caption, credit }: NewsPicture): HastElement =>
  el('figure', {}, [el('img', { src: address, alt: '' }), el('figcaption', {}, [textNode(`${caption} `), el('span', { className: 'credit' }, [textNode(credit)])])]);

/** The editorial note and the embargo, which only receivers are told. */
function withReceiverFields(article: Article, { editorialNote, embargoedUntil, isWithheld }: NewsItem): Article {
  const until = timeOf(embargoedUntil);
  const embargo = until ? { until, note: '' } : isWithheld ? { until: 'indefinite', note: '' } : null;
  return sound({ ...article, metadata: { ...article.metadata, editorialNote, embargo } }, article);
}

function timeOf(written: string): Metadata['publishedAt'] {
  if (written === '' || Number.isNaN(Date.parse(written))) return null;
  const offset = /[+-]\d\d:\d\d$/.exec(written)?.[0] ?? '+00:00';
  return timeAt(new Date(written).toISOString().replace('.000Z', 'Z'), offset === '+00:00' ? 'Etc/UTC' : offset);
}

function xmlItem(text: string, format: NewsItemFormat): NewsItem | null {
  const root = readXml(text.replace(/^\ufeff/, ''));
  return root && (format === 'nitf' ? nitfItem(root) : newsMlItem(root));
}
