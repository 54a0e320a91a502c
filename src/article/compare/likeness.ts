/** How alike two blocks are, by their words and attributes: cheap, and blind to ids. */
import { blockIdOf, type Block, printOf } from './tree.ts';
import { markedText } from './inline.ts';

/** Words with how often they occur. */
type Bag = ReadonlyMap<string, number>;

interface Words {
  readonly bag: Bag;
  readonly size: number;
}

const bags = new WeakMap<object, Words>();
/** Scripts that write no blanks between words are taken letter by letter: enough for likeness, and much cheaper than cutting. */
const words = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

export function wordsOf(block: Block): Words {
  const known = bags.get(block.node);
  if (known) return known;
  const bag = new Map<string, number>();
  let size = 0;
  const add = (word: string): void => {
    bag.set(word, (bag.get(word) ?? 0) + 1);
    size += 1;
  };
  for (const word of markedText(block.node).text.match(words) ?? []) add(word);
  for (const [name, value] of Object.entries(block.node.attrs ?? {})) {
    if (value !== blockIdOf(block.node) && value !== null && value !== '' && value !== false) add(`${name}=${JSON.stringify(value)}`);
  }
  const result = { bag, size };
  bags.set(block.node, result);
  return result;
}

/** 0 for nothing in common, 1 for equal (Dice's coefficient). Blocks of different types are never alike. */
export function likeness(a: Block, b: Block): number {
  if (a.node.type !== b.node.type) return 0;
  if (printOf(a.node) === printOf(b.node)) return 1;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const total = one.size + other.size;
  if (total === 0) return 1;
  let common = 0;
  for (const [word, count] of one.bag) common += Math.min(count, other.bag.get(word) ?? 0);
  return (2 * common) / total;
}
