import { LineCounter, parseDocument } from 'yaml';
import * as v from 'valibot';
import { say } from '../../../language/index.ts';
import { safeAddress } from '../../address.ts';
import { type BodyJson, parseBlocks } from '../../body.ts';
import { contributor, type Contributor } from '../../blocks/byline.ts';
import { places } from '../../export/markdown/front-matter.ts';
import { correction, metadata as metadataSchema, type Metadata, type Time, time } from '../../metadata.ts';
import { failed, ok, type Parsed } from '../../parsed.ts';
import { readTimePhrase, timeAt } from '../../time.ts';
import { mergePeople, readCredits } from '../credits.ts';
import { make } from '../html/make.ts';
import type { Explained, ImportContext } from '../report.ts';

export interface FrontMatter {
  /** Id of the article where Galley wrote it, '' otherwise. */
  readonly id: string;
  readonly headline: readonly BodyJson[];
  readonly standfirst: readonly BodyJson[];
  readonly contributors: readonly Contributor[];
  readonly metadata: Metadata;
  readonly removed: readonly Explained[];
}

type Values = Readonly<Record<string, unknown>>;

/** Names other programs give a field, ours first. */
const names = {
  title: ['title', 'headline'],
  standfirst: ['standfirst', 'subtitle', 'deck', 'dek'],
  slug: ['slug', 'urlSlug'],
  date: ['date', 'publishedAt', 'published', 'pubDate'],
  updated: ['updated', 'lastmod', 'updatedAt', 'last_modified_at', 'modified'],
  authors: ['authors', 'author', 'byline', 'by'],
  tags: ['tags', 'keywords'],
  description: ['description', 'summary', 'excerpt'],
  section: ['section', 'category', 'categories'],
  lang: ['lang', 'language', 'locale'],
  canonicalUrl: ['canonicalUrl', 'canonical_url', 'canonical', 'canonicalURL'],
  copyright: ['copyright'],
} as const;
const known: ReadonlySet<string> = new Set([...Object.values(names).flat(), 'contributors', 'corrections', 'galley']);

/**
 * Reads YAML front matter. What Galley has no field for is listed in `removed`.
 * @param source the YAML without its fences; line 1 of it is line 2 of the file
 */
export function readFrontMatter(source: string, context: ImportContext): Parsed<FrontMatter> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const [problem] = document.errors;
  if (problem) return failed('bad-content', `front matter, line ${lines.linePos(problem.pos[0]).line + 1}`, problem.message);
  const values: unknown = source.trim() === '' ? {} : document.toJS({ maxAliasCount: 100 });
  if (!isRecord(values)) return failed('bad-content', 'front matter, line 2', say('cli.front-matter-no-fields'));
  const galley = isRecord(values['galley']) ? values['galley'] : {};
  return ok({
    id: textOf(galley['id']),
    headline: fieldContent('headline', first(values, names.title), galley['headline']),
    standfirst: fieldContent('standfirst', first(values, names.standfirst), galley['standfirst']),
    contributors: contributorsOf(values),
    metadata: metadataOf(values, galley, context),
    removed: unknownFields(values, textOf(galley['dialect']) === '' ? [] : ofDialects),
  });
}

function metadataOf(values: Values, galley: Values, context: ImportContext): Metadata {
  const canonicalUrl = textOf(first(values, names.canonicalUrl));
  const given: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(places).flatMap(([field, place]) => (place === 'galley' && galley[field] !== undefined ? [[field, galley[field]]] : []))),
    urlSlug: textOf(first(values, names.slug)),
    seoDescription: textOf(first(values, names.description)),
    section: listOf(first(values, names.section))[0] ?? '',
    tags: listOf(first(values, names.tags)),
    language: textOf(first(values, names.lang)) || context.language,
    canonicalUrl: safeAddress(canonicalUrl) === null ? '' : canonicalUrl,
    copyright: textOf(first(values, names.copyright)),
    publishedAt: timeOf(first(values, names.date), galley['publishedAt'], context),
    updatedAt: timeOf(first(values, names.updated), galley['updatedAt'], context),
    corrections: correctionsOf(values['corrections'], context),
  };
  const entries: v.ObjectEntries = metadataSchema.entries;
  const fitting = Object.entries(given).filter(([field, value]) => {
    const schema = entries[field];
    return schema && v.safeParse(v.strictObject({ [field]: schema }), { [field]: value }).success;
  });
  return v.parse(metadataSchema, Object.fromEntries(fitting));
}

/** The full time Galley wrote beside `date`, unless `date` was changed since; else `date` as it is written. */
function timeOf(written: unknown, kept: unknown, context: ImportContext): Time | null {
  const full = isRecord(kept) ? v.safeParse(time, { asWritten: '', ...kept }) : null;
  const text = textOf(written);
  if (full?.success && (text === '' || Date.parse(text) === Date.parse(full.output.instant))) return full.output;
  if (full?.success && !Number.isNaN(Date.parse(text))) return timeAt(new Date(text).toISOString().replace('.000Z', 'Z'), full.output.zone);
  return text === '' ? null : readTimePhrase(text, context).time;
}

function correctionsOf(given: unknown, context: ImportContext): unknown[] {
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  return items.flatMap((item) => {
    if (!isRecord(item)) return [];
    const read = v.safeParse(correction, { at: timeOf(item['at'], item['time'], context), kind: item['kind'] ?? 'correction', text: textOf(item['text']) });
    return read.success ? [read.output] : [];
  });
}

function contributorsOf(values: Values): Contributor[] {
  const full: readonly unknown[] = Array.isArray(values['contributors']) ? values['contributors'] : [];
  const people = full.flatMap((item) => {
    const read = v.safeParse(contributor, item);
    return read.success ? [safePerson(read.output)] : [];
  });
  if (people.length > 0) return people;
  return listOf(first(values, names.authors)).reduce<Contributor[]>((all, name) => mergePeople(all, readCredits(name, 'written-by')?.people ?? [person(name)]), []);
}

const person = (name: string): Contributor => ({ name, role: 'written-by', affiliation: '', location: '', email: '', url: '' });
const safePerson = (read: Contributor): Contributor => ({
  ...read,
  url: safeAddress(read.url) === null ? '' : read.url,
  email: safeAddress(`mailto:${read.email}`) === null ? '' : read.email,
});

/** The rich content Galley kept, where it still says what the plain title says; else the plain text. */
function fieldContent(name: 'headline' | 'standfirst', plain: unknown, rich: unknown): readonly BodyJson[] {
  const text = textOf(plain);
  if (Array.isArray(rich)) {
    const parsed = parseBlocks([{ type: name, attrs: { blockId: 'x' }, content: rich }]);
    const content = parsed.ok ? (parsed.value[0]?.content ?? []) : [];
    const said = content.map((node) => (node.type === 'hardBreak' ? ' ' : (node.text ?? ''))).join('');
    if (said === text) return content;
  }
  return make(name, {}, text === '' ? [] : [{ type: 'text', text }]).content ?? [];
}

/** What Galley itself writes for a site's templates and takes from elsewhere. */
const ofDialects: readonly string[] = ['layout', 'image', 'images'];

function unknownFields(values: Values, expected: readonly string[]): Explained[] {
  return Object.entries(values)
    .filter(([name]) => !known.has(name) && !expected.includes(name))
    .map(([name, value]) => ({ text: `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, why: say('cli.front-matter-unknown') }));
}

function first(values: Values, wanted: readonly string[]): unknown {
  return wanted.map((name) => values[name]).find((value) => value !== undefined && value !== null && value !== '');
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((item: unknown) => (isRecord(item) ? textOf(item['name']) : textOf(item))).filter((item) => item !== '');
  const text = isRecord(value) ? textOf(value['name']) : textOf(value);
  return text === '' ? [] : [text];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
