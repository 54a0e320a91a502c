import { stringify } from 'yaml';
import type { Article } from '../../article.ts';
import type { BodyJson } from '../../body.ts';
import type { Metadata, MetadataField, Time } from '../../metadata.ts';
import { offsetTime } from '../../time.ts';
import { isAuthor } from '../credited-as.ts';
import { attributesOf } from '../html/elements.ts';
import { type FieldNames, renamed } from './field-names.ts';
import type { Dialect, DialectName } from './dialects.ts';

type Place = 'common' | 'galley' | 'text' | 'private';

/** Where a field stands: under a name other programs know, under `galley:`, in the text, or nowhere. A new field does not compile until it says so. */
export const places: { readonly [Field in MetadataField]: Place } = {
  urlSlug: 'common', language: 'common', section: 'common', tags: 'common', seoDescription: 'common', canonicalUrl: 'common',
  copyright: 'common', publishedAt: 'common', updatedAt: 'common', corrections: 'common',
  slugline: 'galley', genre: 'galley', source: 'galley', shortHeadline: 'galley', seoTitle: 'galley', socialHeadline: 'galley',
  usageTerms: 'galley', adPolicy: 'galley', subjects: 'galley', urgency: 'galley', dateline: 'galley', closingCredits: 'text',
  editorialNote: 'private', internalNote: 'private', legal: 'private', adPolicyReason: 'private', embargo: 'private', targetLength: 'private',
};

interface FrontMatterOptions {
  /** Address of the article's first picture; '' for none. */
  readonly picture?: string;
  /** What the newsroom's site calls our fields; said under `galley`, so that the file comes back. */
  readonly names?: FieldNames;
}

/** The article's facts as YAML; texts are quoted as JSON is, so that no parser reads a date or a number into one. */
export function frontMatter(article: Article, dialect: Dialect | null = null, { picture = '', names = {} }: FrontMatterOptions = {}): string {
  const common = commonFields(article);
  const fields = { ...renamed(withoutNothing({ ...common, ...(dialect === null ? {} : dialectFields[dialect.name](common, picture)) }), names), galley: withoutNothing({ ...galleyFields(article), dialect: dialect?.name ?? '', names }) };
  return stringify(withoutNothing(fields), {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    doubleQuotedAsJSON: true,
    lineWidth: 0,
    aliasDuplicateObjects: false,
  }).trimEnd();
}

type Fields = ReturnType<typeof commonFields>;

/** What each generator calls the fields that templates and themes look for. */
const dialectFields: { readonly [Name in DialectName]: (fields: Fields, picture: string) => Record<string, unknown> } = {
  hugo: ({ updated, section }, picture) => ({ updated: '', lastmod: updated, categories: listOf(section), images: listOf(picture) }),
  jekyll: ({ updated, section, authors }, picture) => ({ layout: 'post', updated: '', last_modified_at: updated, categories: listOf(section), author: authors.join(', '), image: picture }),
  eleventy: ({ authors }, picture) => ({ author: authors.join(', '), image: picture }),
  // Astro's own `image()` takes no picture from the public folder.
  astro: () => ({}),
};
const listOf = (value: string): string[] => (value === '' ? [] : [value]);

function commonFields({ body, metadata }: Article) {
  const [headline, standfirst, byline] = body.content ?? [];
  const contributors = byline?.type === 'byline' ? attributesOf(byline, 'byline').contributors : [];
  return {
    title: plainText(headline),
    standfirst: plainText(standfirst),
    slug: metadata.urlSlug,
    date: metadata.publishedAt ? offsetTime(metadata.publishedAt) : '',
    updated: metadata.updatedAt ? offsetTime(metadata.updatedAt) : '',
    authors: contributors.filter((person) => person.name !== '' && isAuthor(person)).map(({ name }) => name),
    contributors: contributors.map((person) => ({ name: person.name, ...withoutNothing({ ...person, name: '' }) })),
    description: metadata.seoDescription,
    section: metadata.section,
    tags: metadata.tags,
    lang: metadata.language,
    canonicalUrl: metadata.canonicalUrl,
    copyright: metadata.copyright,
    corrections: metadata.corrections.map(({ at, kind, text }) => ({ at: offsetTime(at), kind, text, time: timeExtras(at) })),
  };
}

function galleyFields({ id, body, metadata }: Article): Record<string, unknown> {
  const own = Object.entries(places).filter(([field, place]) => place === 'galley' && !(field === 'adPolicy' && metadata.adPolicy === 'allowed'));
  const [headline, standfirst] = body.content ?? [];
  return {
    id,
    ...Object.fromEntries(own.map(([field]) => [field, metadata[field as keyof Metadata]])),
    publishedAt: metadata.publishedAt ? timeExtras(metadata.publishedAt) : null,
    updatedAt: metadata.updatedAt ? timeExtras(metadata.updatedAt) : null,
    headline: richContent(headline),
    standfirst: richContent(standfirst),
  };
}

/** What `date` alone cannot say of a time. */
const timeExtras = ({ instant, zone, asWritten }: Time): Record<string, string> => ({ instant, zone, ...(asWritten === '' ? {} : { asWritten }) });

/** Content of a field as ProseMirror JSON where a plain title does not say it all. */
function richContent(node: BodyJson | undefined): readonly BodyJson[] | null {
  const content = publicContent(node?.content ?? []);
  return content.some((child) => child.type !== 'text' || child.marks) ? content : null;
}

function publicContent(content: readonly BodyJson[]): readonly BodyJson[] {
  return content.map(({ marks, ...rest }) => {
    const kept = (marks ?? []).filter(({ type }) => type !== 'note');
    return kept.length > 0 ? { ...rest, marks: kept } : rest;
  });
}

/** A field's text in one line. */
export function plainText(node: BodyJson | undefined): string {
  return (node?.content ?? []).map((child) => (child.type === 'hardBreak' ? ' ' : (child.text ?? ''))).join('');
}

function withoutNothing(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !(value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0))));
}
