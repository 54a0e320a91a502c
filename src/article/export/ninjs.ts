import type { Article } from '../article.ts';
import { writtenCorrections } from '../corrections.ts';
import { wordCount } from '../checks/text.ts';
import type { Contributor } from '../blocks/byline.ts';
import { type Crop, type Pixels, pixelsOf, type Point } from '../crops.ts';
import { offsetTime } from '../time.ts';
import { bodyHast, mediaTopic, newsFacts, type NewsPicture, strictUri } from './agency/news-facts.ts';
import { writeHtml } from './html/write.ts';
import type { HtmlContext } from './html/elements.ts';
import { articleToText } from './text.ts';
import { writable } from './writable.ts';

type Json = { readonly [key: string]: unknown };

interface NinjsContext extends HtmlContext {
  /** `2.2` for readers of that version, else 3.1. */
  readonly dialect?: string;
}

/**
 * IPTC ninjs 3.1, or 2.2: one news object with its people by role, its pictures as associations and its text as HTML and
 * as plain text. For receivers, not the public: it carries the editorial note and the embargo.
 * @param article without suggestions, as `plain` gives it
 */
export function articleToNinjs(article: Article, context: NinjsContext): string {
  const item = newsObject(article, context);
  const written = context.dialect === '2.2' ? olderForm(item) : item;
  // JSON could say characters that no text may hold, as numbers: its readers make files of it all the same.
  return `${JSON.stringify(written, (_key, value: unknown) => (typeof value === 'string' ? writable(value) : value), 2)}\n`;
}

function newsObject(article: Article, context: HtmlContext): Json {
  const { metadata } = article;
  const facts = newsFacts(article, context);
  const html = writeHtml(bodyHast(article, context));
  const text = articleToText(article, context);
  return {
    uri: facts.uri,
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    type: 'text',
    representationType: 'full',
    ...said({
      versionCreated: facts.versionCreated,
      contentCreated: metadata.publishedAt ? offsetTime(metadata.publishedAt) : '',
      embargoedUntil: facts.embargoedUntil,
      pubStatus: facts.pubStatus,
      urgency: metadata.urgency,
      copyrightNotice: metadata.copyright,
      usageTerms: metadata.usageTerms,
      edNote: facts.editorialNote,
      language: metadata.language,
      title: facts.headline,
      headlines: roles({ main: facts.headline, short: metadata.shortHeadline, seo: metadata.seoTitle, social: metadata.socialHeadline }),
      slugline: metadata.slugline,
      by: facts.by,
      located: metadata.dateline?.place ?? '',
      descriptions: roles({ standfirst: facts.standfirst, seo: metadata.seoDescription, closingCredits: metadata.closingCredits }),
      bodies: [
        { role: 'main', contentType: 'text/html', charCount: text.length, wordCount: (article.body.content ?? []).reduce((sum, block) => sum + wordCount(block), 0), value: html },
        { role: 'plain', contentType: 'text/plain', value: text },
      ],
      people: facts.people.map(person),
      infoSources: metadata.source === '' ? [] : [{ name: metadata.source, role: 'source' }],
      genres: metadata.genre === '' ? [] : [{ name: metadata.genre }],
      subjects: [
        ...metadata.subjects.map(({ code, name }) => ({ ...said({ name }), rel: 'about', uri: mediaTopic(code), literal: `medtop:${code}` })),
        ...(metadata.section === '' ? [] : [{ name: metadata.section, rel: 'section' }]),
        ...metadata.tags.map((tag) => ({ name: tag, rel: 'keyword' })),
      ],
      places: metadata.dateline === null || metadata.dateline.place === '' ? [] : [{ name: [metadata.dateline.place, metadata.dateline.country].filter((part) => part !== '').join(', '), rel: 'dateline' }],
      altIds: alternatives({ urlSlug: metadata.urlSlug, canonicalUrl: metadata.canonicalUrl }),
      associations: [...facts.pictures.map((picture, index) => pictureObject(picture, `${facts.uri}#picture-${index + 1}`)), ...corrections(article)],
    }),
  };
}

function person({ name, role, affiliation, location, email, url }: Contributor): Json {
  const uri = strictUri(url);
  const contacts = alternatives({ affiliation, location, email, web: uri === '' ? url : '' }).map(({ role: type, value }) => ({ type, value }));
  return said({ name, rel: role, uri, contactInfo: contacts });
}

/** The focal point in pixels of what a crop shows of the picture; null where it lies outside. */
function pointIn({ focalPoint: point }: NewsPicture['attrs'], { x, y, width, height }: Crop, pixels: Pixels): { readonly poi?: Point } {
  if (point === null || pixels.width === 0 || pixels.height === 0 || point.x < x || point.y < y || point.x > x + width || point.y > y + height) return {};
  return { poi: { x: Math.round(((point.x - x) / width) * pixels.width), y: Math.round(((point.y - y) / height) * pixels.height) } };
}

const wholePicture: Crop = { x: 0, y: 0, width: 1, height: 1 };

function pictureObject({ attrs, caption, address, mediaType, width, height, bytes, digitalSource, cuts }: NewsPicture, uri: string): Json {
  const original = address === '' ? [] : [{ name: 'original', title: address, contentType: mediaType, ...(width > 0 && height > 0 ? { width, height } : {}), sizeInBytes: bytes, ...pointIn(attrs, wholePicture, { width, height }) }];
  const crops = cuts.map(({ name, crop, address: cut }) => {
    const pixels = pixelsOf(crop, { width, height });
    return { name: `crop:${name}`, title: cut, contentType: mediaType, ...pixels, ...pointIn(attrs, crop, pixels) };
  });
  return {
    name: attrs.role,
    rel: 'picture',
    uri,
    type: 'picture',
    ...said({
      by: attrs.credit,
      copyrightNotice: attrs.copyright,
      usageTerms: attrs.usageTerms,
      digitalSourceType: digitalSource === null ? null : { uri: digitalSource.uri },
      descriptions: roles({ caption, alternativeText: attrs.alt, longDescription: attrs.longDescription }),
      infoSources: attrs.source === '' ? [] : [{ name: attrs.source, role: 'source' }],
      renditions: [...original, ...crops],
    }),
  };
}

/** What was put right since, each as an object of its own that names the article. */
function corrections({ id, metadata }: Article): Json[] {
  return writtenCorrections(metadata).map(({ at, kind, text }, index) => ({
    name: kind,
    rel: 'correction',
    uri: `urn:uuid:${id}#correction-${index + 1}`,
    type: 'text',
    contentCreated: offsetTime(at),
    ...said({ descriptions: roles({ [kind]: text }) }),
  }));
}

const roles = (values: Readonly<Record<string, string>>): Json[] => alternatives(values).map(({ role, value }) => ({ role, contentType: 'text/plain', value }));
const alternatives = (values: Readonly<Record<string, string>>): { role: string; value: string }[] => Object.entries(values).flatMap(([role, value]) => (value === '' ? [] : [{ role, value }]));

/** The entries that say something. */
function said(values: Json): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0)));
}

/** 2.2 writes its names in lower case, has no `rel` on associations, no focal point and another name for the embargo. */
function olderForm(item: Json): Json {
  const names: Readonly<Record<string, string>> = { embargoedUntil: 'embargoed' };
  const convert = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => convert(one, key));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([name]) => !(key === 'associations' && name === 'rel') && name !== 'poi');
    return Object.fromEntries(entries.map(([name, inner]) => [names[name] ?? name.toLowerCase(), convert(inner, name)]));
  };
  const written = convert(item, '');
  const object = typeof written === 'object' && written !== null ? written : {};
  return { ...object, standard: { name: 'ninjs', version: '2.2', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.2.json' } };
}
