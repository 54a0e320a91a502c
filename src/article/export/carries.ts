import { say } from '../../language/index.ts';
import { type BlockName, blocks } from '../blocks/index.ts';
import type { BodyJson } from '../body.ts';
import { type MarkName, marks } from '../marks/index.ts';
import { emptyMetadata, type MetadataField, metadataFields } from '../metadata.ts';
import type { Article } from '../article.ts';
import { mostLevels } from './docx/blocks.ts';
import type { FormatName } from './index.ts';

/** What becomes of a block, a mark or a field in a format. */
export type Fate = 'kept' | 'changed' | 'dropped';
type Reason = 'colleagues' | 'suggestion' | 'receivers' | 'no-place' | 'plain-text' | 'note-joined' | 'visible' | 'styled' | 'property' | 'nine-levels';
type Thing = `block:${BlockName}` | `mark:${MarkName}` | `field:${MetadataField}`;

/** One cell of the table: `why` is '' for what is kept. */
export interface Carried {
  readonly kind: 'block' | 'mark' | 'field';
  readonly name: string;
  readonly fate: Fate;
  readonly why: string;
}

type Exceptions = { readonly [Name in Thing]?: readonly [Exclude<Fate, 'kept'>, Reason] };

/** Everything there is, in the order of the schema. */
const things: readonly Thing[] = [
  ...Object.values(blocks).map(({ name }) => `block:${name}` as const),
  ...Object.values(marks).map(({ name }) => `mark:${name}` as const),
  ...metadataFields.map((name) => `field:${name}` as const),
];

const suggestions: Exceptions = { 'mark:insertion': ['dropped', 'suggestion'], 'mark:deletion': ['dropped', 'suggestion'], 'mark:modification': ['dropped', 'suggestion'] };
const colleagues: Exceptions = {
  ...suggestions,
  'mark:note': ['dropped', 'colleagues'], 'field:internalNote': ['dropped', 'colleagues'], 'field:legal': ['dropped', 'colleagues'], 'field:adPolicyReason': ['dropped', 'colleagues'], 'field:targetLength': ['dropped', 'colleagues'],
};
/** HTML and what is made of it: all the public sees, and what it does not see as data. */
const forThePublic: Exceptions = { ...colleagues, 'field:editorialNote': ['dropped', 'receivers'], 'field:embargo': ['dropped', 'receivers'] };
const forReceivers: Exceptions = { ...colleagues, 'field:embargo': ['changed', 'note-joined'] };

const noPlace = ['dropped', 'no-place'] as const;
const plainText = ['changed', 'plain-text'] as const;
const visible = ['changed', 'visible'] as const;
const styled = ['changed', 'styled'] as const;
const property = ['changed', 'property'] as const;
const nineLevels = ['changed', 'nine-levels'] as const;

const forPaper: Exceptions = {
  ...forThePublic,
  'block:byline': visible, 'block:image': visible, 'block:gallery': visible, 'block:adSlot': visible,
  'field:adPolicy': noPlace, 'field:subjects': noPlace,
  'field:dateline': visible, 'field:publishedAt': visible, 'field:updatedAt': visible, 'field:corrections': visible,
};

/** What differs from “kept”. Each cell is proven by an export and an import in the tests. */
const exceptions: { readonly [Name in FormatName]: Exceptions } = {
  html: forThePublic,
  'html-fragment': forThePublic,
  markdown: forThePublic,
  wordpress: forThePublic,
  ghost: forThePublic,
  ninjs: forReceivers,
  'newsml-g2': forReceivers,
  nitf: forReceivers,
  docx: {
    ...forPaper,
    'block:headline': styled, 'block:paragraph': styled, 'block:preformatted': styled, 'mark:lang': styled, 'field:seoDescription': property, 'block:listItem': nineLevels,
  },
  text: {
    ...forPaper,
    'block:embed': visible, 'field:socialHeadline': noPlace, 'field:seoTitle': noPlace, 'field:seoDescription': noPlace, 'field:shortHeadline': noPlace,
    'block:headline': plainText, 'block:standfirst': plainText, 'block:paragraph': plainText, 'block:subhead': plainText, 'block:bulletList': plainText, 'block:orderedList': plainText, 'block:listItem': plainText, 'block:quote': plainText, 'block:pullQuote': plainText,
    'block:table': plainText, 'block:tableRow': plainText, 'block:tableHeader': plainText, 'block:tableCell': plainText, 'block:factBox': plainText, 'block:divider': plainText, 'block:preformatted': plainText,
    'mark:bold': noPlace, 'mark:italic': noPlace, 'mark:strike': noPlace, 'mark:superscript': noPlace, 'mark:subscript': noPlace, 'mark:code': noPlace, 'mark:link': noPlace, 'mark:lang': noPlace,
    'field:slugline': plainText, 'field:closingCredits': plainText, 'field:dateline': plainText,
    'field:section': noPlace, 'field:genre': noPlace, 'field:language': noPlace, 'field:source': noPlace, 'field:urlSlug': noPlace, 'field:canonicalUrl': noPlace, 'field:copyright': noPlace, 'field:usageTerms': noPlace,
    'field:tags': noPlace, 'field:urgency': noPlace, 'field:publishedAt': noPlace, 'field:updatedAt': noPlace, 'field:corrections': visible,
  },
  galley: {},
};

/** What a format carries: every block, mark and field once. */
export function carriedBy(format: FormatName): readonly Carried[] {
  return things.map((thing) => {
    const [kind, name] = partsOf(thing);
    const [fate, reason] = exceptions[format][thing] ?? (['kept', null] as const);
    return { kind, name, fate, why: reason === null ? '' : say(`carries.why-${reason}`) };
  });
}

/** What of an article will not be in a file of a format, or not as it is; `count` is how often the article has it. */
export interface Loss extends Carried {
  readonly count: number;
}

const isList = ({ type }: BodyJson): boolean => type === 'bulletList' || type === 'orderedList';

/** The losses of the article at hand, for the person to see before the file is written. */
export function lossesOf(article: Article, format: FormatName): readonly Loss[] {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const deepens = exceptions[format]['block:listItem'] === nineLevels;
  const visit = (node: BodyJson, level: number): void => {
    // An item on a level that Word has is carried as it is.
    const isFlat = deepens && node.type === 'listItem' && level <= mostLevels;
    if (node.type !== 'doc' && node.type !== 'text' && !isFlat) count(`block:${node.type}`);
    const carriedOn = new Set<string>();
    for (const child of node.content ?? []) {
      const own = (child.marks ?? []).map((mark) => ({ type: mark.type, whole: JSON.stringify(mark) }));
      // One note over words of which some are bold is two texts, and still one note.
      for (const { type, whole } of own) if (!carriedOn.has(whole)) count(`mark:${type}`);
      carriedOn.clear();
      for (const { whole } of own) carriedOn.add(whole);
      visit(child, level + (isList(child) ? 1 : 0));
    }
  };
  visit(article.body, 0);
  const empty = emptyMetadata();
  for (const field of metadataFields) {
    const value: unknown = article.metadata[field];
    if (JSON.stringify(value) !== JSON.stringify(empty[field])) counts.set(`field:${field}`, Array.isArray(value) ? value.length : 1);
  }
  return carriedBy(format).flatMap((carried) => {
    const found = counts.get(`${carried.kind}:${carried.name}`) ?? 0;
    return carried.fate === 'kept' || found === 0 ? [] : [{ ...carried, count: found }];
  });
}

/** Plans for the work on the article: nobody misses them in a file. */
const ofThePlan: ReadonlySet<string> = new Set<MetadataField>(['targetLength']);

/** What of the article is not in a file of the format at all, in words for a sentence; empty where nothing is left behind. */
export function leftBehind(article: Article, format: FormatName): readonly string[] {
  return lossesOf(article, format).filter(({ fate, name }) => fate === 'dropped' && !ofThePlan.has(name)).map(lossInWords);
}

/** What of the article is in a file of the format, but not as it is: why, and what in words. */
export function changedIn(article: Article, format: FormatName): readonly { readonly why: string; readonly things: readonly string[] }[] {
  const changed = lossesOf(article, format).filter(({ fate }) => fate === 'changed');
  return [...new Set(changed.map(({ why }) => why))].map((why) => ({ why, things: changed.filter((loss) => loss.why === why).map(lossInWords) }));
}

/** `2 notes`, `the internal note`. */
function lossInWords({ kind, name, count }: Loss): string {
  if (kind === 'mark' && isMarkName(name)) return say(`carries.said-mark-${name}`, { count });
  if (kind === 'field' && isFieldName(name)) return say(`carries.said-field-${name}`, { count });
  return say('carries.counted', { name: carriedName({ kind, name }), count });
}

function partsOf(thing: Thing): readonly ['block' | 'mark' | 'field', string] {
  const [kind = '', name = ''] = thing.split(':');
  return [kind === 'block' || kind === 'mark' ? kind : 'field', name];
}

/** What a thing of the table is called, in the person's language. */
export function carriedName({ kind, name }: Pick<Carried, 'kind' | 'name'>): string {
  if (kind === 'mark' && isMarkName(name)) return say(`carries.mark-${name}`);
  if (kind === 'field' && isFieldName(name)) return say(`carries.field-${name}`);
  if (kind !== 'block' || !isBlockName(name)) return name;
  return name === 'tableRow' || name === 'tableHeader' || name === 'tableCell' ? say(`carries.block-${name}`) : say(`history.block-${name}`);
}

const isBlockName = (name: string): name is BlockName => Object.hasOwn(blocks, name);
const isMarkName = (name: string): name is MarkName => Object.hasOwn(marks, name);
const isFieldName = (name: string): name is MetadataField => metadataFields.some((known) => known === name);
