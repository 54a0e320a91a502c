import { say } from '../../../language/index.ts';

/** Fields of the front matter that a newsroom's site may call otherwise, in the order they stand there. */
export const renamableFields = ['title', 'standfirst', 'slug', 'date', 'updated', 'authors', 'contributors', 'description', 'section', 'tags', 'lang', 'canonicalUrl', 'copyright', 'corrections'] as const;
export type RenamableField = (typeof renamableFields)[number];
export const isRenamableField = (name: string): name is RenamableField => renamableFields.some((field) => field === name);

/** What a newsroom's site calls a field; one left out has our name. */
export type FieldNames = { readonly [Field in RenamableField]?: string };

/** Sites read names without their case: Hugo takes “Date” for its own date. */
const bare = (name: string): string => name.toLowerCase();

/** Names that mean something else in a front matter of ours, or to a generator we write for: a text there stops its build, or hides the page. */
const taken: ReadonlySet<string> = new Set([
  ...renamableFields, 'galley', 'layout', 'image', 'images', 'author', 'categories', 'lastmod', 'last_modified_at', 'publishDate', 'expiryDate', 'draft', 'permalink', 'url', 'aliases',
  'type', 'kind', 'path', 'params', 'outputs', 'build', 'cascade', 'weight', 'headless', 'markup', 'menu', 'menus', 'sitemap', 'resources', 'translationKey', 'isCJKLanguage',
  'pagination', 'eleventyComputed', 'eleventyExcludeFromCollections', 'templateEngineOverride', '__proto__',
].map(bare));

/** What is wrong with a name for a field, in words; '' for nothing. An empty name is our own. */
export function fieldNameFault(names: FieldNames, field: RenamableField, name: string): string {
  if (name === '' || name === field) return '';
  if (!/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(name)) return say('exporting.fieldNameForm', { name });
  if (taken.has(bare(name))) return say('exporting.fieldNameTaken', { name });
  const other = renamableFields.find((known) => known !== field && bare(names[known] ?? '') === bare(name));
  return other === undefined ? '' : say('exporting.fieldNameTwice', { name, field: other });
}

/** The names of fields there are, as a settings file has them: one that cannot be used is kept, so that the settings can say what is wrong with it. */
export const givenFieldNames = (given: Readonly<Record<string, string>>): FieldNames => Object.fromEntries(Object.entries(given).filter(([field, name]) => isRenamableField(field) && name !== ''));

/** The names that can be used, of those given: a field whose name cannot be stands under our own. */
export function soundFieldNames(given: Readonly<Record<string, unknown>>): FieldNames {
  let names: FieldNames = {};
  for (const field of renamableFields) {
    const name = given[field];
    if (typeof name === 'string' && name !== '' && name !== field && fieldNameFault(names, field, name) === '') names = { ...names, [field]: name };
  }
  return names;
}

/** The fields under the site's names, in the same order; what has no other name stays. */
export function renamed(fields: Readonly<Record<string, unknown>>, names: FieldNames): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [(isRenamableField(field) && names[field]) || field, value]));
}

/** The other way: a front matter of ours under our own names again, by what it says itself, whatever names may be given today. */
export function withOwnNames(values: Readonly<Record<string, unknown>>, said: unknown): Record<string, unknown> {
  if (typeof said !== 'object' || said === null) return { ...values };
  const fields = new Map(Object.entries(said).flatMap(([field, name]: [string, unknown]) => (isRenamableField(field) && typeof name === 'string' && name !== 'galley' ? [[name, field] as const] : [])));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [fields.get(name) ?? name, value]));
}
