/** Text of blocks as the checks read it. */
import type { BodyJson } from '../body.ts';
import { natureOf } from '../compare/tree.ts';
import { markedText } from '../compare/inline.ts';
import { countWords } from '../compare/words.ts';

/** What stands for a character of code: no rule about wording looks into it. */
const masked = '\uFFFC';

export const attributeOf = (block: BodyJson, name: string): string => {
  const value = block.attrs?.[name];
  return typeof value === 'string' ? value : '';
};
export const idOf = (block: BodyJson): string => attributeOf(block, 'blockId');

/** The language a block is in: its own, where it says one, else the article's. */
export const languageOf = (block: BodyJson, ofArticle: string): string => attributeOf(block, 'lang') || ofArticle;

/** True for a block with text of its own that is prose. */
export const isProse = ({ type }: BodyJson): boolean => natureOf(type) === 'inline' && type !== 'preformatted';

/** The inline text, a hard break as a line feed, code masked: offsets in it are those of a finding. */
export const proseOf = (block: BodyJson): string => textWithout(block, ({ type }) => type === 'code');

/** The same with passages in other languages masked too: they are not held to this one's conventions. */
export function wordingOf(block: BodyJson, language: string): string {
  const own = primaryOf(language);
  return textWithout(block, ({ type, attrs }) => type === 'code' || (type === 'lang' && typeof attrs?.['lang'] === 'string' && primaryOf(attrs['lang']) !== own));
}

const primaryOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';

function textWithout(block: BodyJson, isMasked: (mark: NonNullable<BodyJson['marks']>[number]) => boolean): string {
  return (block.content ?? []).map(({ text, marks }) => (marks?.some(isMasked) ? masked.repeat(text?.length ?? 1) : (text ?? '\n'))).join('');
}

/** Every block with an id in it and itself, in document order, those in table cells too. */
export function blocksIn(node: BodyJson): BodyJson[] {
  const inside = natureOf(node.type) === 'inline' ? [] : (node.content ?? []).flatMap(blocksIn);
  return idOf(node) === '' ? inside : [node, ...inside];
}

/** Blocks whose whole text is somebody's words, marks around it or not: what stands in a quotation, and a pull quote that says whose it is. */
export function spokenIn(node: BodyJson): BodyJson[] {
  if (node.type === 'quote') return blocksIn(node);
  if (node.type === 'pullQuote') return attributeOf(node, 'attribution').trim() === '' ? [] : [node];
  return natureOf(node.type) === 'inline' ? [] : (node.content ?? []).flatMap(spokenIn);
}

/** Headings and cells: there is no room for words where a sign does. */
export function terseIn(node: BodyJson): BodyJson[] {
  if (node.type === 'headline' || node.type === 'subhead') return [node];
  if (node.type === 'table') return blocksIn(node);
  return natureOf(node.type) === 'inline' ? [] : (node.content ?? []).flatMap(terseIn);
}

const wordCounts = new WeakMap<BodyJson, number>();

/** Words of a block with all it holds; kept per block, for counting again costs more than typing. */
export function wordCount(block: BodyJson): number {
  const known = wordCounts.get(block);
  if (known !== undefined) return known;
  const count = countWords(markedText(block).text);
  wordCounts.set(block, count);
  return count;
}

const lengths = new WeakMap<BodyJson, number>();

/** Letters of a block with all it holds, in UTF-16 units; kept per block. */
export function textLength(block: BodyJson): number {
  const length = lengths.get(block) ?? markedText(block).text.length;
  lengths.set(block, length);
  return length;
}

/** Characters as people count them, for limits: one for an emoji outside the first plane too. */
export const characterCount = (text: string): number => Array.from(text).length;
