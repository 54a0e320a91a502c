import type { Root } from 'hast';
import { safeAddress } from '../../address.ts';
import { attribute, byTag, findElement, findElements, lineOf, rawText } from './read.ts';

/** What a page says about its article where readers do not see it. '' and [] where it says nothing. */
export interface PageFacts {
  readonly headline: string;
  readonly title: string;
  readonly description: string;
  readonly canonicalUrl: string;
  readonly baseAddress: string;
  readonly published: string;
  readonly modified: string;
  readonly authors: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;
const articleTypes = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report\w*|.*News\w*)$/;

export function readPageFacts(root: Root): PageFacts {
  const meta = metaOf(root);
  const json = articleJson(root);
  const base = findElement(root, byTag('base'));
  const canonical = findElement(root, (element) => element.tagName === 'link' && attribute(element, 'rel').split(' ').includes('canonical'));
  const ownAddress = safeAddress(meta('og:url')) ?? '';
  const baseAddress = (base ? safeAddress(attribute(base, 'href'), ownAddress || undefined) : null) ?? ownAddress;
  const canonicalUrl = (canonical ? safeAddress(attribute(canonical, 'href'), baseAddress || undefined) : null) ?? '';
  return {
    headline: textOf(json['headline']) || meta('og:title'),
    title: titleOf(root, meta('og:site_name')),
    description: meta('description') || meta('og:description'),
    canonicalUrl,
    baseAddress: baseAddress || canonicalUrl,
    published: textOf(json['datePublished']) || meta('article:published_time'),
    modified: textOf(json['dateModified']) || meta('article:modified_time'),
    authors: namesOf(json['author']),
  };
}

function metaOf(root: Root): (name: string) => string {
  const found = new Map<string, string>();
  for (const element of findElements(root, byTag('meta'))) {
    const name = (attribute(element, 'property') || attribute(element, 'name')).toLowerCase();
    if (name !== '' && !found.has(name)) found.set(name, attribute(element, 'content').trim());
  }
  return (name) => found.get(name) ?? '';
}

/** The title without the site's name: after the last bar or dash, where the page names its site or the rest is longer. */
function titleOf(root: Root, site: string): string {
  const top = findElement(root, byTag('head'));
  const element = top ? findElement(top, byTag('title')) : null;
  const title = element ? lineOf(element) : '';
  const cut = /^(.+?)\s+[|\u2013\u2014\u00b7\u00bb-]\s+([^|\u2013\u2014\u00b7\u00bb]+)$/.exec(title);
  if (!cut) return title;
  const [, head = '', tail = ''] = cut;
  return tail === site || head.length > tail.length ? head : title;
}

/** The page's JSON-LD entry that is an article; {} where there is none or it is damaged. */
function articleJson(root: Root): Json {
  for (const script of findElements(root, (element) => element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json')) {
    const entry = entriesOf(parsed(rawText(script)), 0).find((item) => typesOf(item).some((type) => articleTypes.test(type)));
    if (entry) return entry;
  }
  return {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function entriesOf(value: unknown, depth: number): Json[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item) => entriesOf(item, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...entriesOf(value['@graph'], depth + 1), ...entriesOf(value['mainEntity'], depth + 1)];
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const typesOf = (entry: Json): string[] => [entry['@type']].flat().filter((type) => typeof type === 'string');

/** A text of JSON-LD; some sites write character references into it. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/&#0?39;|&apos;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&').trim() : '');

function namesOf(value: unknown): string[] {
  const people = Array.isArray(value) ? value : [value];
  return people.flatMap((person) => (isRecord(person) ? (typesOf(person).includes('Organization') ? [] : [textOf(person['name'])]) : [textOf(person)])).filter((name) => name !== '' && !/^https?:/.test(name));
}
