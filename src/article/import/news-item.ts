import type { Element as HastElement } from 'hast';
import type { Root } from 'xast';
import { say } from '../../language/index.ts';
import type { Article } from '../article.ts';
import { deepestNesting } from '../body.ts';
import { el } from '../export/html/elements.ts';
import type { Metadata } from '../metadata.ts';
import { failed, ok, type Parsed } from '../parsed.ts';
import { timeAt } from '../time.ts';
import { prepare, readingOf } from './html-blocks.ts';
import { ownArticle } from './html/own-article.ts';
import { findElement, hasAttribute } from './html/read.ts';
import { importHtml, type ImportedHtml } from './html.ts';
import type { NewsItem } from './news-item-fields.ts';
import { ninjsItem } from './ninjs-item.ts';
import { nitfToHtml, ownProperties } from './nitf-body.ts';
import { sound, withFields } from './own-fields.ts';
import { emptyReport, type ImportContext } from './report.ts';
import { allXml, childXml, findXml, pageOf, readXml, xmlAttribute, xmlContent, xmlToHtml } from './xml-html.ts';

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
  const read = importHtml(pageOf(item), { ...context, language: context.language || item.language });
  if (!read.ok) return read;
  const { metadata } = read.value.article;
  const facts = { slugline: item.slugline, source: item.source || metadata.source, urgency: item.urgency, tags: item.tags, subjects: item.subjects, publishedAt: metadata.publishedAt ?? timeOf(item.published) };
  const article = sound({ ...read.value.article, metadata: { ...metadata, ...facts } }, read.value.article);
  return ok({ ...read.value, article: withReceiverFields(article, item) });
}

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

/** `20240304T164000+0530` as RFC 3339. */
const ofNitf = (written: string): string => written.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)([+-]\d\d):?(\d\d)$/, '$1-$2-$3T$4:$5:$6$7:$8');

function xmlItem(text: string, format: NewsItemFormat): NewsItem | null {
  const root = readXml(text.replace(/^\ufeff/, ''));
  return root && (format === 'nitf' ? nitfItem(root) : newsMlItem(root));
}

function newsMlItem(root: Root): NewsItem | null {
  const item = findXml(root, 'newsItem');
  if (!item) return null;
  const said = (name: string): string => xmlContent(findXml(item, name)).trim();
  const inline = findXml(item, 'inlineXML');
  const body = inline && findXml(inline, 'body');
  const meta = findXml(item, 'contentMeta') ?? item;
  const topics = allXml(meta, 'subject').filter((subject) => xmlAttribute(subject, 'qcode').startsWith('medtop:'));
  return {
    headline: xmlContent(allXml(meta, 'headline').find((one) => xmlAttribute(one, 'role') === '') ?? null).trim() || xmlContent(childXml(findXml(item, 'itemMeta'), 'title')).trim(),
    standfirst: xmlContent(allXml(meta, 'description').find((one) => xmlAttribute(one, 'role') === 'drol:summary') ?? null),
    byline: said('by'),
    language: xmlAttribute(findXml(item, 'language'), 'tag') || xmlAttribute(item, 'xml:lang'),
    body: body ? xmlToHtml(body).children : [],
    slugline: said('slugline'),
    source: xmlContent(findXml(item, 'infoSource')).trim(),
    editorialNote: allXml(item, 'edNote').filter((note) => xmlAttribute(note, 'role') === '').map(xmlContent).join('\n'),
    urgency: Number(said('urgency')) || null,
    embargoedUntil: said('embargoed'),
    isWithheld: xmlAttribute(findXml(item, 'pubStatus'), 'qcode') === 'stat:withheld',
    published: said('contentCreated') || said('versionCreated'),
    tags: allXml(meta, 'keyword').map((keyword) => xmlContent(keyword).trim()),
    subjects: topics.map((subject) => ({ code: xmlAttribute(subject, 'qcode').replace('medtop:', ''), name: xmlContent(findXml(subject, 'name')).trim() })),
  };
}

function nitfItem(root: Root): NewsItem | null {
  const nitf = findXml(root, 'nitf');
  const body = nitf && findXml(nitf, 'body');
  const content = body && findXml(body, 'body.content');
  if (!nitf || !body) return null;
  const children = content ? nitfToHtml(content.children) : [];
  const properties = ownProperties(body);
  const said = (name: string, attribute: string): string => xmlAttribute(findXml(nitf, name), attribute);
  const article: HastElement = el('article', properties, children);
  return {
    headline: xmlContent(findXml(body, 'hl1')).trim() || xmlContent(findXml(nitf, 'title')).trim(),
    standfirst: xmlContent(findXml(body, 'abstract')).trim(),
    byline: allXml(body, 'byline').map((line) => xmlContent(line).trim()).join(', '),
    language: xmlAttribute(nitf, 'baselang'),
    body: 'dataGalleyArticle' in properties ? [article] : children,
    slugline: said('du-key', 'key'),
    source: xmlContent(findXml(body, 'distributor')).trim(),
    editorialNote: said('ed-msg', 'info'),
    urgency: Number(said('urgency', 'ed-urg')) || null,
    embargoedUntil: ofNitf(said('date.release', 'norm')),
    isWithheld: ['embargoed', 'withheld'].includes(said('docdata', 'management-status')),
    published: ofNitf(said('date.issue', 'norm')),
    tags: allXml(nitf, 'keyword').map((keyword) => xmlAttribute(keyword, 'key')),
    subjects: allXml(nitf, 'tobject.subject').flatMap((subject) => (/^\d{8}$/.test(xmlAttribute(subject, 'tobject.subject.refnum')) ? [{ code: xmlAttribute(subject, 'tobject.subject.refnum'), name: xmlAttribute(subject, 'tobject.subject.matter') }] : [])),
  };
}
