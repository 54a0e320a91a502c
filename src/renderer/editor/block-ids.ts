/**
 * Block ids (DESIGN section 3): unique in the article, assigned in the same undo step as the change that needs them.
 * Split: the part with the text before the caret keeps the id; at the very start the text keeps it.
 * Join: the first keeps its id unless it was empty. Another type keeps it. A copy gets a new one.
 */
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { v7 } from 'uuid';

interface Placed {
  readonly id: string;
  readonly pos: number;
  readonly node: Node;
}

/** Corrects ids after each change, as an appended transaction: history keeps it in the same step. */
export function blockIdsPlugin(newId: () => string = v7): Plugin {
  return new Plugin({
    key: new PluginKey('blockIds'),
    appendTransaction: (transactions, before, after) => {
      if (before.doc === after.doc || sameSkeleton(before.doc, after.doc)) return null;
      return withIds(transactions, before, after, newId);
    },
  });
}

/** The id of a block; '' for one without or not yet assigned. */
export function idOf(node: Node): string {
  const id: unknown = node.attrs['blockId'];
  return typeof id === 'string' ? id : '';
}

/** Every node with a blockId attribute, in document order. */
export function blocksWithIds(doc: Node): Placed[] {
  const found: Placed[] = [];
  doc.descendants((node, pos) => {
    if ('blockId' in node.attrs) found.push({ id: idOf(node), pos, node });
    return !node.isTextblock;
  });
  return found;
}

/** True where only text, marks or other attributes differ: the typing path, decided by identity without a scan of the text. */
function sameSkeleton(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.type !== b.type || idOf(a) !== idOf(b)) return false;
  if ('blockId' in b.attrs && idOf(b) === '') return false;
  if (a.isTextblock) return true;
  if (a.childCount !== b.childCount) return false;
  for (let index = 0; index < a.childCount; index += 1) {
    if (!sameSkeleton(a.child(index), b.child(index))) return false;
  }
  return true;
}

function withIds(transactions: readonly Transaction[], before: EditorState, after: EditorState, newId: () => string): Transaction | null {
  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
  const old = new Map(blocksWithIds(before.doc).map((placed) => [placed.id, placed]));
  const { needing, held } = idless(after.doc, old, mapping);
  const assigned = new Map<number, string>();
  for (const vanished of old.values()) {
    if (held.has(vanished.id)) continue;
    const turned = needing.has(mapping.map(vanished.pos, 1)) ? mapping.map(vanished.pos, 1) : null;
    if (turned !== null && !assigned.has(turned)) assigned.set(turned, vanished.id);
    else takeOverEmpty(vanished, { after: after.doc, old, mapping, assigned });
  }
  for (const pos of needing) if (!assigned.has(pos)) assigned.set(pos, newId());
  if (assigned.size === 0) return null;
  const transaction = after.tr;
  for (const [pos, id] of assigned) transaction.setNodeAttribute(pos, 'blockId', id);
  return keepInputRule(transaction, after);
}

/** Backspace takes back what an input rule just made; that an id was given to it changes nothing about that. */
function keepInputRule(transaction: Transaction, after: EditorState): Transaction {
  const rules = after.plugins.find(({ spec }) => spec['isInputRules'] === true);
  const made: unknown = rules?.getState(after);
  return rules && made ? transaction.setMeta(rules, made) : transaction;
}

/** Positions of blocks without an id of their own, and the ids that are held. */
function idless(doc: Node, old: ReadonlyMap<string, Placed>, mapping: Mapping): { readonly needing: Set<number>; readonly held: ReadonlySet<string> } {
  const holders = new Map<string, Placed[]>();
  const needing = new Set<number>();
  for (const placed of blocksWithIds(doc)) {
    if (placed.id === '') needing.add(placed.pos);
    else holders.set(placed.id, [...(holders.get(placed.id) ?? []), placed]);
  }
  for (const [id, rivals] of holders) {
    if (rivals.length === 1) continue;
    const keeper = keeperOf(rivals, old.get(id), mapping);
    for (const rival of rivals) if (rival !== keeper) needing.add(rival.pos);
  }
  return { needing, held: new Set(holders.keys()) };
}

/** Which of several blocks with one id is the original; the others are copies or the second half of a split. */
function keeperOf(rivals: readonly Placed[], original: Placed | undefined, mapping: Mapping): Placed | undefined {
  const target = original ? mapping.map(original.pos, 1) : -1;
  const inPlace = rivals.find((rival) => rival.pos === target) ?? rivals[0];
  if (!inPlace || !original || isBlank(original.node) || !isBlank(inPlace.node)) return inPlace;
  return rivals.find((rival) => rival.pos > inPlace.pos && !isBlank(rival.node)) ?? inPlace;
}

function isBlank(node: Node): boolean {
  if (node.isAtom) return false;
  let blank = true;
  node.descendants((child) => {
    if (child.isText || child.isLeaf) blank = false;
    return blank;
  });
  return blank;
}

interface Joining {
  readonly after: Node;
  readonly old: ReadonlyMap<string, Placed>;
  readonly mapping: Mapping;
  readonly assigned: Map<number, string>;
}

/** Where a block's text was drawn into an empty one before it, the block with the text is the one that lives on. */
function takeOverEmpty(vanished: Placed, { after, old, mapping, assigned }: Joining): void {
  if (!vanished.node.isTextblock || vanished.node.content.size === 0) return;
  const end = after.resolve(mapping.map(vanished.pos + vanished.node.nodeSize - 1, -1));
  const into = end.parent;
  const former = old.get(idOf(into));
  if (!into.isTextblock || into.content.size === 0 || end.depth === 0 || !former || former.pos > vanished.pos) return;
  if (former.node.content.size > 0 || into.type.spec.isolating === true) return;
  if (vanished.node.textContent.endsWith(into.textContent)) assigned.set(end.before(), vanished.id);
}
