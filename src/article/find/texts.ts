/** Every text of an article that is copy: the body's, what pictures and boxes say, the byline's people, the metadata. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { blocksIn, idOf } from '../checks/text.ts';
import { natureOf } from '../compare/tree.ts';

/** Where a text stands. `path` is empty for a block's own words, else the way to it in the block's attributes or the metadata. */
export interface TextPlace {
  /** null: the metadata. */
  readonly blockId: string | null;
  readonly path: readonly (string | number)[];
}

export interface FoundText extends TextPlace {
  /** Name of the block; '' for the metadata. */
  readonly type: string;
  readonly text: string;
}

/** Ways to the texts in attributes; `*` is every item of a list. Names, addresses and what a file said stay as they are. */
const attributePaths = [
  ['contributors', '*', 'name'], ['contributors', '*', 'affiliation'], ['contributors', '*', 'location'],
  ['title'], ['caption'], ['alt'], ['longDescription'], ['credit'], ['attribution'], ['source'], ['copyright'], ['usageTerms'], ['fallback'],
];
const metadataPaths = [
  ['slugline'], ['section'], ['genre'], ['source'], ['shortHeadline'], ['seoTitle'], ['seoDescription'], ['socialHeadline'], ['tags', '*'], ['subjects', '*', 'name'],
  ['dateline', 'place'], ['dateline', 'country'], ['dateline', 'source'], ['corrections', '*', 'text'], ['embargo', 'note'],
  ['editorialNote'], ['internalNote'], ['legal'], ['copyright'], ['usageTerms'], ['closingCredits'], ['adPolicyReason'],
];

/** In reading order, the metadata last. */
export function textsOf({ body, metadata }: Pick<Article, 'body' | 'metadata'>): FoundText[] {
  const inBody = (body.content ?? []).flatMap((top) => {
    const known = kept.get(top) ?? blocksIn(top).flatMap(textsOfBlock);
    kept.set(top, known);
    return known;
  });
  return [...inBody, ...metadataPaths.flatMap((path) => textsAt(metadata, path)).map(({ path, text }) => ({ blockId: null, type: '', path, text }))];
}

const kept = new WeakMap<BodyJson, readonly FoundText[]>();

/** A block's inline words, a hard break as a line feed. */
export const wordsOf = (block: BodyJson): string => (block.content ?? []).map(({ text }) => text ?? '\n').join('');

function textsOfBlock(block: BodyJson): FoundText[] {
  const place = { blockId: idOf(block), type: block.type };
  const words = natureOf(block.type) === 'inline' ? wordsOf(block) : '';
  const own = words === '' ? [] : [{ ...place, path: [], text: words }];
  return [...own, ...attributePaths.flatMap((path) => textsAt(block.attrs, path)).map(({ path, text }) => ({ ...place, path, text }))];
}

interface TextAt {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function textsAt(value: unknown, way: readonly string[], path: readonly (string | number)[] = []): TextAt[] {
  const [step, ...rest] = way;
  if (step === undefined) return typeof value === 'string' && value !== '' ? [{ path, text: value }] : [];
  if (step === '*') return Array.isArray(value) ? value.flatMap((item: unknown, index) => textsAt(item, rest, [...path, index])) : [];
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? textsAt(Reflect.get(value, step), rest, [...path, step]) : [];
}

/** The value with the text at a path changed; the rest stays the same objects. */
export function withTextAt(value: unknown, [step, ...rest]: readonly (string | number)[], change: (text: string) => string): unknown {
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? withTextAt(item, rest, change) : item));
  return typeof value === 'object' && value !== null ? { ...value, [step]: withTextAt(Reflect.get(value, step), rest, change) } : value;
}
