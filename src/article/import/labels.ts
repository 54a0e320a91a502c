/** What a label of labelled copy stands for. */
export type Label =
  | { readonly kind: 'text'; readonly field: 'slugline' | 'section' | 'genre' | 'source' | 'shortHeadline' | 'seoTitle' | 'seoDescription' | 'socialHeadline' | 'urlSlug' | 'canonicalUrl' | 'editorialNote' | 'internalNote' | 'legal' | 'copyright' | 'usageTerms' | 'closingCredits' | 'language' }
  | { readonly kind: 'headline' | 'standfirst' | 'tags' | 'urgency' | 'dateline' | 'embargo' | 'body' }
  | { readonly kind: 'byline'; readonly role: string }
  | { readonly kind: 'time'; readonly field: 'updatedAt' | 'publishedAt' }
  | { readonly kind: 'picture'; readonly part: 'file' | 'caption' | 'credit' | 'alt' | 'source' | 'longDescription' };

const texts = {
  slugline: ['slug', 'slugline', 'catchline'],
  section: ['section', 'category', 'desk section'],
  genre: ['genre', 'kind', 'article type'],
  source: ['source', 'agency'],
  shortHeadline: ['short headline', 'short head', 'short title'],
  seoTitle: ['seo title', 'seo headline', 'meta title'],
  seoDescription: ['seo description', 'meta description', 'description'],
  socialHeadline: ['social headline', 'social title'],
  urlSlug: ['url slug', 'url-slug', 'permalink'],
  canonicalUrl: ['canonical url', 'canonical'],
  editorialNote: ['editorial note', "editor's note", 'editor’s note', 'note to editors', 'notes to editors', 'ed note'],
  internalNote: ['internal note', 'desk note', 'note to desk'],
  legal: ['legal', 'legal note'],
  copyright: ['copyright', '©'],
  usageTerms: ['usage terms', 'usage', 'rights', 'licence', 'license'],
  closingCredits: ['closing credits', 'credits'],
  language: ['language', 'lang'],
} as const;

const others: readonly (readonly [Label, readonly string[]])[] = [
  [{ kind: 'headline' }, ['headline', 'title', 'head', 'hed', 'heading']],
  [{ kind: 'standfirst' }, ['standfirst', 'deck', 'dek', 'sub-headline', 'subheadline', 'subtitle', 'strapline', 'strap', 'summary', 'intro', 'sell']],
  [{ kind: 'tags' }, ['tags', 'tag', 'keywords', 'keyword', 'topics']],
  [{ kind: 'urgency' }, ['urgency', 'priority']],
  [{ kind: 'dateline' }, ['dateline', 'place']],
  [{ kind: 'embargo' }, ['embargo', 'embargoed', 'embargoed until', 'embargo until', 'hold until']],
  [{ kind: 'body' }, ['body', 'text', 'copy', 'article']],
  [{ kind: 'byline', role: 'written-by' }, ['byline', 'by', 'author', 'authors', 'writer', 'written by', 'words', 'words by', 'story', 'story by']],
  [{ kind: 'byline', role: 'reported-by' }, ['reported by', 'reporter', 'reporters', 'reporting', 'reporting by']],
  [{ kind: 'byline', role: 'additional-reporting' }, ['additional reporting', 'additional reporting by']],
  [{ kind: 'byline', role: 'photography' }, ['photographer', 'photography', 'photography by', 'photos by', 'pictures by']],
  [{ kind: 'byline', role: 'editing' }, ['edited by', 'editing', 'editing by']],
  [{ kind: 'byline', role: 'translated-by' }, ['translated by', 'translator', 'translation']],
  [{ kind: 'time', field: 'updatedAt' }, ['updated', 'last updated', 'updated at', 'updated on', 'modified', 'last modified']],
  [{ kind: 'time', field: 'publishedAt' }, ['published', 'publish', 'publish at', 'published at', 'published on', 'publication date', 'posted', 'date published', 'first published']],
  [{ kind: 'picture', part: 'file' }, ['image', 'photo', 'picture', 'pic', 'lead image', 'main image', 'photograph']],
  [{ kind: 'picture', part: 'caption' }, ['caption', 'image caption', 'photo caption', 'picture caption', 'cutline']],
  [{ kind: 'picture', part: 'credit' }, ['credit', 'image credit', 'photo credit', 'picture credit', 'pic credit']],
  [{ kind: 'picture', part: 'alt' }, ['alt', 'alt text', 'image alt', 'alternative text']],
  [{ kind: 'picture', part: 'source' }, ['image source', 'photo source', 'picture source']],
  [{ kind: 'picture', part: 'longDescription' }, ['long description', 'image description']],
];

const known = new Map<string, Label>(others.flatMap(([label, names]) => names.map((name): [string, Label] => [name, label])));
for (const [field, names] of Object.entries(texts)) for (const name of names) known.set(name, { kind: 'text', field: field as keyof typeof texts });

/** Labels that only copy for a newsroom has; a title or an author alone may head any text. */
const telling = new Set(['slug', 'slugline', 'catchline', 'headline', 'hed', 'standfirst', 'deck', 'dek', 'strapline', 'byline', 'dateline', 'embargo', 'short headline', 'seo title', 'seo description']);

/** One `Label: value` line. */
export interface LabelledLine {
  /** As written. */
  readonly name: string;
  readonly value: string;
  /** The whole line. */
  readonly line: string;
  /** null for one Galley has no field for. */
  readonly label: Label | null;
  readonly telling: boolean;
}

const shape = /^(?:\*\*|__)?([\p{L}\u00a9][\p{L}\p{N}\u00a9 \u00a0'\u2019_-]{0,28}?)(?:\*\*|__)?[ \u00a0]*:(?:\*\*|__)?(?:[ \u00a0\t]+|$|(?=[^/\s]))/u;

/** Reads `Label: value`; null for a line that has no such form. Bold labels are taken as well. */
export function readLabel(line: string): LabelledLine | null {
  const match = shape.exec(line.slice(0, 80));
  if (!match) return null;
  const name = match[1] ?? '';
  const key = name.toLowerCase().replace(/[_\u00a0\s]+/gu, ' ').trim();
  if (key.split(' ').length > 4) return null;
  return { name, value: line.slice(match[0].length).trim(), line, label: known.get(key) ?? null, telling: telling.has(key) };
}
