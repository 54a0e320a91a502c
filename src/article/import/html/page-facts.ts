import type { Root } from 'hast';
import { safeAddress } from '../../address.ts';
import { languageTagOf } from '../../language-tag.ts';
import { addressesOf, articleData, namesOf, textOf, wordsOf } from './json-ld.ts';
import { attribute, byTag, findElement, findElements, lineOf } from './read.ts';

/** What a page says about its article where readers do not see it. '' and [] where it says nothing. */
export interface PageFacts {
  readonly headline: string;
  /** The window's title without the site's name. */
  readonly title: string;
  /** The pieces of the window's title between bars, dashes and colons. */
  readonly titlePieces: readonly string[];
  readonly description: string;
  readonly canonicalUrl: string;
  readonly baseAddress: string;
  readonly published: string;
  readonly modified: string;
  readonly authors: readonly string[];
  readonly section: string;
  readonly tags: readonly string[];
  /** Addresses of the article's picture. */
  readonly pictures: readonly string[];
  readonly language: string;
}

const names = {
  published: ['article:published_time', 'og:article:published_time', 'datepublished', 'parsely-pub-date', 'publish-date', 'pubdate', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created'],
  modified: ['article:modified_time', 'og:article:modified_time', 'datemodified', 'og:updated_time', 'last-modified', 'dcterms.modified'],
  authors: ['author', 'byl', 'article:author', 'og:article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator'],
  section: ['article:section', 'og:article:section', 'articlesection', 'parsely-section'],
  tags: ['article:tag', 'og:article:tag', 'news_keywords', 'parsely-tags', 'keywords'],
  description: ['description', 'og:description'],
  pictures: ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src'],
  language: ['og:locale', 'content-language'],
} as const;

export function readPageFacts(root: Root): PageFacts {
  const found = metaOf(root);
  const meta = (wanted: readonly string[]): string => wanted.flatMap((name) => found.get(name) ?? []).find((value) => value !== '') ?? '';
  const json = articleData(root);
  const base = findElement(root, byTag('base'));
  const canonical = findElement(root, (element) => element.tagName === 'link' && attribute(element, 'rel').split(' ').includes('canonical'));
  const ownAddress = safeAddress(meta(['og:url'])) ?? '';
  const baseAddress = (base ? safeAddress(attribute(base, 'href'), ownAddress || undefined) : null) ?? ownAddress;
  const canonicalUrl = (canonical ? safeAddress(attribute(canonical, 'href'), baseAddress || undefined) : null) ?? '';
  const window = windowTitle(root);
  const pieces = window.split(/\s+[|\u2013\u2014\u00b7\u00bb-]\s+|\s*::\s*|:\s+/).filter((piece) => piece !== '');
  const authors = namesOf(json['author']);
  const tags = wordsOf(json['keywords']);
  return {
    headline: textOf(json['headline']) || meta(['og:title']),
    title: titleOf(window, meta(['og:site_name'])),
    titlePieces: pieces,
    description: meta(names.description),
    canonicalUrl,
    baseAddress: baseAddress || canonicalUrl,
    published: textOf(json['datePublished']) || meta(names.published),
    modified: textOf(json['dateModified']) || meta(names.modified),
    authors: [authors, metaAuthors(meta(names.authors), pieces), titleAuthors(pieces)].find((people) => people.length > 0) ?? [],
    section: wordsOf([json['articleSection']].flat()[0])[0] ?? meta(names.section),
    tags: tags.length > 0 ? tags : metaTags(found),
    pictures: [...addressesOf(json['image']), ...names.pictures.flatMap((name) => found.get(name) ?? [])].filter((address) => address !== ''),
    language: firstTag(textOf(json['inLanguage']), meta(names.language)),
  };
}

const firstTag = (...said: readonly string[]): string => said.map(languageTagOf).find((tag) => tag !== '') ?? '';

/** Values of each name, in order. */
function metaOf(root: Root): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const element of findElements(root, byTag('meta'))) {
    const name = (attribute(element, 'property') || attribute(element, 'name') || attribute(element, 'itemProp') || attribute(element, 'httpEquiv')).toLowerCase();
    if (name !== '') found.set(name, [...(found.get(name) ?? []), attribute(element, 'content').trim()]);
  }
  return found;
}

/** "By A and B", "A, SITE": the site's own name is no author's. */
function metaAuthors(written: string, pieces: readonly string[]): string[] {
  if (/^https?:/.test(written)) return [];
  const site = pieces.slice(1).map((piece) => piece.toLowerCase());
  return written.replace(/^by\s+/i, '').split(/\s*[,;]\s*|\s+(?:and|&)\s+/).filter((name) => name !== '' && !site.includes(name.toLowerCase()));
}

/** "Head | by Ada Lane | Site". */
const titleAuthors = (pieces: readonly string[]): string[] => pieces.slice(1).flatMap((piece) => /^by\s+(\p{Lu}\S*(?:\s+\S+){0,3})$/u.exec(piece)?.[1] ?? []);

function metaTags(found: ReadonlyMap<string, readonly string[]>): string[] {
  const values = names.tags.map((name) => found.get(name) ?? []).find((list) => list.some((value) => value !== '')) ?? [];
  return wordsOf(values.length === 1 ? values[0] : values);
}

function windowTitle(root: Root): string {
  const top = findElement(root, byTag('head'));
  const element = top ? findElement(top, byTag('title')) : null;
  return element ? lineOf(element) : '';
}

/** The title without the site's name: after the last bar or dash, where the page names its site or the rest is longer. */
function titleOf(title: string, site: string): string {
  const cut = /^(.+?)\s+(?:[|\u2013\u2014\u00b7\u00bb-]|::)\s+([^|\u2013\u2014\u00b7\u00bb]+)$/.exec(title);
  if (!cut) return title;
  const [, head = '', tail = ''] = cut;
  return tail === site || head.length > tail.length ? head : title;
}
