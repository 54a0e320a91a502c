import * as v from 'valibot';
import { safeAddress } from '../../address.ts';
import { languageTagOf } from '../../language-tag.ts';
import { type BodyJson, parseBlocks } from '../../body.ts';
import { contributor, type Contributor } from '../../blocks/byline.ts';
import { withOwnNames } from '../../export/markdown/field-names.ts';
import { places } from '../../export/markdown/front-matter.ts';
import { correction, metadata as metadataSchema, type Metadata, type Time, time } from '../../metadata.ts';
import { ok, type Parsed } from '../../parsed.ts';
import { readTimePhrase, timeAt } from '../../time.ts';
import { mergePeople, readCredits } from '../credits.ts';
import { make } from '../html/make.ts';
import type { Explained, ImportContext } from '../report.ts';
import { FrontMatterFields, listOf, textOf } from './front-matter-fields.ts';
import { type FrontMatterSyntax, isRecord, readValues, type Values } from './front-matter-source.ts';

/** The picture a front matter names for the top of its article. */
export interface Cover {
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export interface FrontMatter {
  /** Id of the article where Galley wrote it, '' otherwise. */
  readonly id: string;
  readonly headline: readonly BodyJson[];
  readonly standfirst: readonly BodyJson[];
  readonly contributors: readonly Contributor[];
  readonly metadata: Metadata;
  readonly cover: Cover | null;
  readonly removed: readonly Explained[];
}

/** What Galley itself writes for a site's templates and takes from elsewhere. */
const ofDialects: readonly string[] = ['layout', 'image', 'images'];

/**
 * Reads front matter. What Galley has no field for, and what a field could not hold, is listed in `removed`.
 * @returns null where it holds no fields and is text between two rules
 */
export function readFrontMatter(source: string, syntax: FrontMatterSyntax, context: ImportContext): Parsed<FrontMatter | null> {
  const read = readValues(source, syntax);
  if (!read.ok || read.value === null) return read.ok ? ok(null) : read;
  const { galley: said } = read.value;
  const fields = new FrontMatterFields(withOwnNames(read.value, isRecord(said) ? said['names'] : null));
  const own = fields.own('galley');
  const galley = isRecord(own) ? own : {};
  const id = textOf(galley['id']);
  if (textOf(galley['dialect']) !== '') for (const name of ofDialects) fields.own(name);
  const front = {
    id,
    headline: fieldContent('headline', fields.text('title'), galley['headline']),
    standfirst: fieldContent('standfirst', fields.text('standfirst'), galley['standfirst']),
    contributors: contributorsOf(fields),
    metadata: metadataOf(fields, galley, context),
    cover: id === '' ? coverOf(fields) : null,
  };
  return ok({ ...front, removed: fields.left() });
}

/** In our own file as it stands; other sites often say `en_US`. */
const languageIn = (fields: FrontMatterFields, galley: Values): string => (galley['id'] === undefined ? languageTagOf(fields.text('lang')) : fields.text('lang'));

function metadataOf(fields: FrontMatterFields, galley: Values, context: ImportContext): Metadata {
  const given: Record<string, unknown> = {
    ...Object.fromEntries((['slugline', 'seoTitle', 'socialHeadline'] as const).map((field) => [field, fields.text(field)])),
    ...Object.fromEntries(Object.entries(places).flatMap(([field, place]) => (place === 'galley' && galley[field] !== undefined ? [[field, galley[field]]] : []))),
    urlSlug: fields.text('slug'),
    // A folded text of YAML ends with a line feed that is none of it.
    seoDescription: galley['id'] === undefined ? fields.text('description').trim() : fields.text('description'),
    section: sectionOf(fields),
    tags: fields.take('tags', listOf) ?? [],
    language: languageIn(fields, galley) || context.language,
    canonicalUrl: fields.take('canonicalUrl', (value) => (safeAddress(textOf(value)) === null ? null : textOf(value))) ?? '',
    copyright: fields.text('copyright'),
    publishedAt: timeOf(fields, 'date', galley['publishedAt'], context),
    updatedAt: timeOf(fields, 'updated', galley['updatedAt'], context),
    embargo: fields.take('embargo', (value) => embargoOf(value, context)),
    corrections: correctionsOf(fields, context),
  };
  const entries: v.ObjectEntries = metadataSchema.entries;
  const fitting = Object.entries(given).filter(([field, value]) => {
    const schema = entries[field];
    return schema && v.safeParse(v.strictObject({ [field]: schema }), { [field]: value }).success;
  });
  return v.parse(metadataSchema, Object.fromEntries(fitting));
}

/** The first of the sections; the others have no field. */
function sectionOf(fields: FrontMatterFields): string {
  const [section = '', ...more] = fields.take('section', listOf) ?? [];
  for (const other of more) fields.tell('section', other);
  return section;
}

/** The full time Galley wrote beside `date`, unless `date` was changed since; else `date` as it is written. */
function timeOf(fields: FrontMatterFields, field: 'date' | 'updated', kept: unknown, context: ImportContext): Time | null {
  const read = fields.take(field, (written) => writtenTime(written, kept, context));
  return read ?? writtenTime('', kept, context);
}

function writtenTime(written: unknown, kept: unknown, context: ImportContext): Time | null {
  const full = isRecord(kept) ? v.safeParse(time, { asWritten: '', ...kept }) : null;
  const text = textOf(written);
  if (full?.success && (text === '' || Date.parse(text) === Date.parse(full.output.instant))) return full.output;
  if (full?.success && !Number.isNaN(Date.parse(text))) return timeAt(new Date(text).toISOString().replace('.000Z', 'Z'), full.output.zone);
  return text === '' ? null : readTimePhrase(text, context).time;
}

/** One that cannot be read as a moment holds until a person lifts it: publishing too early cannot be taken back. */
function embargoOf(value: unknown, context: ImportContext): Metadata['embargo'] {
  const text = textOf(value);
  if (text === '' || /^(?:no|none|false)$/i.test(text)) return null;
  const until = readTimePhrase(text, context).time;
  return until ? { until, note: '' } : { until: 'indefinite', note: text };
}

function correctionsOf(fields: FrontMatterFields, context: ImportContext): unknown[] {
  const given = fields.own('corrections');
  const items: readonly unknown[] = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
  return items.flatMap((item) => {
    const read = isRecord(item) ? v.safeParse(correction, { at: writtenTime(item['at'], item['time'], context), kind: item['kind'] ?? 'correction', text: textOf(item['text']) }) : null;
    if (!read?.success) fields.tell('corrections', item);
    return read?.success ? [read.output] : [];
  });
}

function contributorsOf(fields: FrontMatterFields): readonly Contributor[] {
  const given = fields.own('contributors');
  const full: readonly unknown[] = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
  const people = full.flatMap((item) => {
    const read = v.safeParse(contributor, item);
    if (!read.success) fields.tell('contributors', item);
    return read.success ? [safePerson(read.output)] : [];
  });
  const authors = fields.take('authors', (value) => authorsOf(value, fields)) ?? [];
  return people.length > 0 ? people : authors;
}

/** Names, or objects with a name and what else is known of the person. */
function authorsOf(value: unknown, fields: FrontMatterFields): readonly Contributor[] | null {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  let people: readonly Contributor[] = [];
  for (const item of items) {
    const name = isRecord(item) ? textOf(item['name']) : textOf(item);
    if (name === '') {
      if (items.length > 1) fields.tell('authors', item);
      continue;
    }
    const read = isRecord(item) ? [personOf(item, fields)] : (readCredits(name, 'written-by')?.people ?? [personOf({ name }, fields)]);
    people = mergePeople(people, read);
  }
  return people.length > 0 ? people : null;
}

const personFields = ['role', 'affiliation', 'location', 'email', 'url'] as const;

function personOf(item: Values, fields: FrontMatterFields): Contributor {
  const known = Object.fromEntries(personFields.map((field) => [field, textOf(item[field])]));
  for (const [name, value] of Object.entries(item)) if (name !== 'name' && !personFields.some((field) => field === name)) fields.tell(`author.${name}`, value);
  return safePerson({ name: textOf(item['name']), role: 'written-by', affiliation: '', location: '', email: '', url: '', ...known, ...(known['role'] ? {} : { role: 'written-by' }) });
}

const safePerson = (read: Contributor): Contributor => ({
  ...read,
  url: safeAddress(read.url) === null ? '' : read.url,
  email: safeAddress(`mailto:${read.email}`) === null ? '' : read.email,
});

function coverOf(fields: FrontMatterFields): Cover | null {
  const beside = (part: string): string => ['feature_image', 'featured_image', 'image', 'cover'].map((name) => `${name}_${part}`).concat(`hero${part.charAt(0).toUpperCase()}${part.slice(1)}`).filter((name) => fields.values[name] !== undefined).map((name) => textOf(fields.own(name)))[0] ?? '';
  return fields.take('cover', (value) => {
    const item = isRecord(value) ? value : { src: value };
    const address = ['src', 'image', 'url', 'path', 'relative'].map((name) => item[name]).find((found) => typeof found === 'string' && found !== '');
    if (typeof address !== 'string') return null;
    return { address, alt: textOf(item['alt']) || beside('alt'), caption: textOf(item['caption']) || textOf(item['title']) || beside('caption'), credit: textOf(item['credit']) || beside('credit') };
  });
}

/** The rich content Galley kept, where it still says what the plain title says; else the plain text. */
function fieldContent(name: 'headline' | 'standfirst', text: string, rich: unknown): readonly BodyJson[] {
  if (Array.isArray(rich)) {
    const parsed = parseBlocks([{ type: name, attrs: { blockId: 'x' }, content: rich }]);
    const content = parsed.ok ? (parsed.value[0]?.content ?? []) : [];
    const said = content.map((node) => (node.type === 'hardBreak' ? ' ' : (node.text ?? ''))).join('');
    if (said === text) return content;
  }
  return make(name, {}, text === '' ? [] : [{ type: 'text', text }]).content ?? [];
}
