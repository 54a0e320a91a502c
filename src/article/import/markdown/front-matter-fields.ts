import { say } from '../../../language/index.ts';
import type { Explained } from '../report.ts';
import { isRecord, type Values } from './front-matter-source.ts';

/** Names other programs give a field, ours first. */
export const names = {
  title: ['title', 'headline'],
  standfirst: ['standfirst', 'subtitle', 'deck', 'dek', 'custom_excerpt'],
  slug: ['slug', 'urlSlug'],
  date: ['date', 'publishedAt', 'published', 'pubDate', 'published_at', 'date_published', 'publishDate'],
  updated: ['updated', 'lastmod', 'updatedAt', 'last_modified_at', 'modified', 'updated_at', 'date_updated', 'updatedDate', 'dateModified'],
  authors: ['authors', 'author', 'byline', 'by', 'primary_author'],
  tags: ['tags', 'keywords'],
  description: ['description', 'meta_description', 'seo_description', 'summary', 'excerpt'],
  section: ['section', 'category', 'categories', 'primary_tag'],
  lang: ['lang', 'language', 'locale'],
  canonicalUrl: ['canonicalUrl', 'canonical_url', 'canonical', 'canonicalURL'],
  copyright: ['copyright'],
  slugline: ['slugline'],
  seoTitle: ['seoTitle', 'seo_title', 'meta_title'],
  socialHeadline: ['socialHeadline', 'og_title'],
  embargo: ['embargo', 'embargoed_until', 'embargo_until'],
  cover: ['feature_image', 'featured_image', 'featuredImage', 'cover', 'image', 'hero', 'heroImage', 'coverImage', 'thumbnail'],
} as const;
export type FieldName = keyof typeof names;

/** Reads fields out of front matter and remembers which entries were read: the others are told. */
export class FrontMatterFields {
  readonly values: Values;
  readonly #read = new Set<string>();
  readonly #told: Explained[] = [];

  constructor(values: Values) {
    this.values = values;
  }

  /** The first entry of a field that can be read; another that says the same is no loss. */
  take<Value>(field: FieldName, read: (value: unknown) => Value | null): Value | null {
    let taken: Value | null = null;
    for (const name of names[field]) {
      const written = this.values[name];
      if (written === undefined) continue;
      const value = isNothing(written) ? null : read(written);
      const isSame = taken === null || JSON.stringify(value) === JSON.stringify(taken);
      taken ??= value;
      if (isNothing(written) || (value !== null && isSame)) this.#read.add(name);
    }
    return taken;
  }

  text(field: FieldName): string {
    return this.take(field, (value) => textOf(value) || null) ?? '';
  }

  /** An entry read in a way of its own. */
  own(name: string): unknown {
    this.#read.add(name);
    return this.values[name];
  }

  tell(name: string, value: unknown): void {
    this.#told.push({ text: `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, why: say('cli.front-matter-unread') });
  }

  /** What has no field, and what its field could not hold. */
  left(): Explained[] {
    const known: ReadonlySet<string> = new Set(Object.values(names).flat());
    const entries = Object.entries(this.values).filter(([name]) => !this.#read.has(name));
    return [...this.#told, ...entries.map(([name, value]) => ({ text: `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, why: say(known.has(name) ? 'cli.front-matter-unread' : 'cli.front-matter-unknown') }))];
  }
}

const isNothing = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The words of a list, or of one text with commas, without those left blank; null where there are none or one is no text. */
export function listOf(value: unknown): string[] | null {
  const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s*,\s*/) : [value];
  const words = items.filter((item) => item !== null && item !== '').map((item) => (isRecord(item) ? textOf(item['name']) : textOf(item)));
  return words.length > 0 && words.every((word) => word !== '') ? words : null;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
