import type { Root } from 'hast';
import { attribute, findElements, rawText } from './read.ts';

/** An object of JSON-LD. */
export type Json = Readonly<Record<string, unknown>>;
const articleTypes = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report\w*|.*News\w*)$/;
/** Containers of containers beyond this are not followed. */
const deepestEntry = 3;

/** The page's JSON-LD entry that is an article, people it only points to filled in; {} where there is none or it is damaged. */
export function articleData(root: Root): Json {
  const scripts = findElements(root, (element) => element.tagName === 'script' && attribute(element, 'type').startsWith('application/ld+json'));
  const entries = scripts.flatMap((script) => entriesOf(parsed(rawText(script)), 0));
  const entry = entries.find((item) => typesOf(item).some((type) => articleTypes.test(type) && type !== 'NewsMediaOrganization'));
  if (!entry) return {};
  const byId = new Map(entries.flatMap((item): [string, Json][] => (typeof item['@id'] === 'string' && typesOf(item).length > 0 ? [[item['@id'], item]] : [])));
  const resolved = [entry['author']].flat().map((one) => (isRecord(one) && typeof one['@id'] === 'string' && !one['name'] ? (byId.get(one['@id']) ?? one) : one));
  return { ...entry, author: resolved };
}

function parsed(text: string): unknown {
  try {
    // Some sites leave line ends within their strings.
    return JSON.parse(text.replace(/[\r\n\t]+/g, ' '));
  } catch {
    return null;
  }
}

function entriesOf(value: unknown, depth: number): Json[] {
  if (depth > deepestEntry) return [];
  if (Array.isArray(value)) return value.flatMap((item) => entriesOf(item, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...entriesOf(value['@graph'], depth + 1), ...entriesOf(value['mainEntity'], depth + 1)];
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const typesOf = (entry: Json): string[] => [entry['@type']].flat().filter((type) => typeof type === 'string');

/** A text of JSON-LD; some sites write character references into it. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/&#0?39;|&apos;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&').trim() : '');

/** Names of people; organisations are no authors. */
export function namesOf(value: unknown): string[] {
  const people: unknown[] = [value].flat();
  return people.flatMap((person) => (isRecord(person) ? (typesOf(person).includes('Organization') ? [] : [person['name']].flat().map(textOf)) : [textOf(person)])).filter((name) => name !== '' && !/^https?:/.test(name));
}

/** Addresses of pictures: texts, or objects with one. */
export function addressesOf(value: unknown): string[] {
  const list: unknown[] = [value].flat();
  return list.flatMap((one) => (isRecord(one) ? [textOf(one['url']), textOf(one['contentUrl'])] : [textOf(one)])).filter((address) => address !== '');
}

/** A list of words, or one text with commas between them. */
export function wordsOf(value: unknown): string[] {
  const list: unknown[] = [value].flat();
  const words = list.length > 1 ? list.map(textOf) : textOf(list[0]).split(/\s*[,;]\s*/);
  return [...new Set(words.filter((word) => word !== ''))];
}
