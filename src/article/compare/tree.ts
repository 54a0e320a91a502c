/** The blocks with an id, as a tree: what is compared. A table is one block; the paragraphs in its cells are part of it. */
import type { BodyJson } from '../body.ts';
import { type BlockName, blocks, fieldNames } from '../blocks/index.ts';

/** How the comparison sees a block: `part` has no id of its own and belongs to the table around it. */
type Nature = 'inline' | 'atom' | 'container' | 'table' | 'part';

/** A new block must say here how it is compared. */
const natures: { readonly [name in BlockName]: Nature } = {
  headline: 'inline', standfirst: 'inline', byline: 'atom', paragraph: 'inline', subhead: 'inline', pullQuote: 'inline', image: 'inline', preformatted: 'inline',
  bulletList: 'container', orderedList: 'container', listItem: 'container', quote: 'container', gallery: 'container', factBox: 'container',
  adSlot: 'atom', embed: 'atom', divider: 'atom', table: 'table', tableRow: 'part', tableHeader: 'part', tableCell: 'part',
};

const isBlockName = (type: string): type is BlockName => Object.hasOwn(blocks, type);
export const natureOf = (type: string): Nature => (isBlockName(type) ? natures[type] : 'part');
export const isField = (type: string): boolean => fieldNames.some((name) => name === type);

/** A block in its place. `id` is '' for the root, which stands for the whole body. */
export interface Block {
  readonly id: string;
  readonly node: BodyJson;
  readonly parent: Block | null;
  readonly index: number;
  readonly children: Block[];
}

export interface BlockTree {
  readonly root: Block;
  /** Every block in document order, the root left out. */
  readonly all: readonly Block[];
}

export function blockTree(body: BodyJson): BlockTree {
  const root: Block = { id: '', node: body, parent: null, index: 0, children: [] };
  const all: Block[] = [];
  const add = (parent: Block): void => {
    for (const [index, node] of (parent.node.content ?? []).entries()) {
      const block: Block = { id: blockIdOf(node), node, parent, index, children: [] };
      parent.children.push(block);
      all.push(block);
      if (natureOf(node.type) === 'container') add(block);
    }
  };
  add(root);
  return { root, all };
}

export function blockIdOf(node: BodyJson): string {
  const id = node.attrs?.['blockId'];
  return typeof id === 'string' ? id : '';
}

/** The block under another id. */
export const withBlockId = (node: BodyJson, blockId: string): BodyJson => ({ ...node, attrs: { ...node.attrs, blockId } });

/** The block itself, without the blocks it holds. */
export function shellOf(node: BodyJson): BodyJson {
  if (natureOf(node.type) !== 'container' || !node.content) return node;
  const { content: _content, ...shell } = node;
  return shell;
}

const prints = new WeakMap<BodyJson, string>();

/** All that counts of a block, ids left out, as one string: equal strings mean equal blocks. */
export function printOf(node: BodyJson): string {
  const known = prints.get(node);
  if (known !== undefined) return known;
  const print = makePrint(node);
  prints.set(node, print);
  return print;
}

function makePrint(node: BodyJson): string {
  // Only a table holds ids below its own attributes without being a container.
  if (natureOf(node.type) === 'table') return JSON.stringify(node, (key, value: unknown) => (key === 'blockId' ? undefined : value));
  const shell = JSON.stringify({ ...shellOf(node), attrs: { ...node.attrs, blockId: undefined } });
  return natureOf(node.type) === 'container' ? `${shell}[${(node.content ?? []).map(printOf).join(',')}]` : shell;
}

/** Whether two blocks are the same but for ids, as equal prints say, without making a string of each. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  const [one, other] = [Object.entries(a), Object.entries(b)];
  // Canonical JSON: both have their keys in the same order.
  return one.length === other.length && one.every(([key, value], index) => {
    const [otherKey, otherValue] = other[index] ?? [];
    return key === otherKey && (key === 'blockId' || isSame(value, otherValue));
  });
}
