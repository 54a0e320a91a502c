/** What can be done to a whole block: add, move, duplicate, remove, change its attributes. */
import { lift, setBlockType, wrapIn } from '@tiptap/pm/commands';
import { closeHistory } from '@tiptap/pm/history';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Node, Schema } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { idOf } from './block-ids.ts';
import { BlockSelection, firstBodyIndex, type Picked, pickedBlocks } from './block-selection.ts';

/** The top-level block around the selection, with its place; null in the fields. */
export function currentBlock(state: EditorState): { readonly index: number; readonly pos: number; readonly node: Node } | null {
  const index = state.selection.$from.index(0);
  const node = state.doc.maybeChild(index);
  if (index < firstBodyIndex || !node) return null;
  return { index, pos: state.doc.resolve(0).posAtIndex(index, 0), node };
}

/** The place of a block anywhere in the article. */
export function findBlock(doc: Node, blockId: string): { readonly pos: number; readonly node: Node } | null {
  let found: { pos: number; node: Node } | null = null;
  doc.descendants((node, pos) => {
    if (!found && idOf(node) === blockId) found = { pos, node };
    return !found && !node.isTextblock;
  });
  return found;
}

/** Moves the blocks of the selection up or down by one; the selection goes with them. */
export const moveBlock = (by: -1 | 1): Command => (state, dispatch) => {
  const picked = pickedBlocks(state);
  if (!picked) return false;
  const before = by === 1 ? picked.last + 2 : picked.first - 1;
  if (before < firstBodyIndex || before > state.doc.childCount) return true;
  dispatch?.(closeHistory(moveTo(state, picked, before)).scrollIntoView());
  return true;
};

/** Moves a run of top-level blocks before the one at `before` (or to the end). */
export function moveTo(state: EditorState, { first, last }: Pick<Picked, 'first' | 'last'>, before: number): Transaction {
  const transaction = closeHistory(state.tr);
  const root = state.doc.resolve(0);
  if (first < firstBodyIndex || before < firstBodyIndex || last >= state.doc.childCount || (before >= first && before <= last + 1)) return transaction;
  const [from, to, target] = [root.posAtIndex(first, 0), root.posAtIndex(last + 1, 0), root.posAtIndex(before, 0)];
  const { content } = state.doc.slice(from, to);
  const { anchor, head } = state.selection;
  transaction.delete(from, to);
  const at = target > from ? target - (to - from) : target;
  transaction.insert(at, content);
  const shift = at - from;
  if (Math.min(anchor, head) < from || Math.max(anchor, head) > to) return transaction;
  if (state.selection instanceof BlockSelection) return transaction.setSelection(new BlockSelection(transaction.doc.resolve(anchor + shift), transaction.doc.resolve(head + shift)));
  if (state.selection instanceof NodeSelection) return transaction.setSelection(NodeSelection.create(transaction.doc, state.selection.from + shift));
  return transaction.setSelection(TextSelection.between(transaction.doc.resolve(anchor + shift), transaction.doc.resolve(head + shift)));
}

/** Moves a picture inside its gallery to stand before the one at `before` (or at the end). */
export function movePictureTo(state: EditorState, blockId: string, before: number): Transaction | null {
  const found = findBlock(state.doc, blockId);
  const $pos = found && state.doc.resolve(found.pos);
  if (!found || $pos?.parent.type.name !== 'gallery') return null;
  const index = $pos.index();
  const target = Math.max(0, Math.min(before, $pos.parent.childCount));
  if (target === index || target === index + 1) return null;
  const at = $pos.posAtIndex(target);
  const transaction = state.tr.delete(found.pos, found.pos + found.node.nodeSize);
  return transaction.insert(transaction.mapping.map(at), found.node);
}

/** Moves the gallery's picture of the caret one place earlier or later; the caret goes with it. */
export const movePicture = (by: -1 | 1): Command => (state, dispatch) => {
  const { $from } = state.selection;
  const depth = Array.from({ length: $from.depth }, (_, level) => $from.depth - level).find((level) => $from.node(level).type.name === 'image');
  if (depth === undefined || $from.node(depth - 1).type.name !== 'gallery') return false;
  const index = $from.index(depth - 1);
  const image = $from.node(depth);
  const transaction = movePictureTo(state, idOf(image), by === 1 ? index + 2 : index - 1);
  if (!transaction || index + by < 0) return true;
  const moved = findBlock(transaction.doc, idOf(image));
  if (moved) transaction.setSelection(TextSelection.create(transaction.doc, moved.pos + 1 + $from.parentOffset));
  dispatch?.(closeHistory(transaction).scrollIntoView());
  return true;
};

/** Takes a picture out of its gallery; with the last one the gallery goes. */
export function removePicture(state: EditorState, blockId: string): Transaction | null {
  const found = findBlock(state.doc, blockId);
  const $pos = found && state.doc.resolve(found.pos);
  if (!found || $pos?.parent.type.name !== 'gallery') return null;
  if ($pos.parent.childCount > 1) return closeHistory(state.tr.delete(found.pos, found.pos + found.node.nodeSize));
  const paragraph = state.schema.nodes['paragraph'];
  const [from, to] = [$pos.before(), $pos.after()];
  return closeHistory(paragraph ? state.tr.replaceWith(from, to, paragraph.create()) : state.tr.delete(from, to));
}

/** Removes the blocks of the selection; the last ones leave an empty paragraph. */
export const removeBlock: Command = (state, dispatch) => {
  const picked = pickedBlocks(state);
  if (!picked) return false;
  const transaction = state.tr;
  BlockSelection.between(state.doc, picked.first, picked.last).replace(transaction);
  dispatch?.(closeHistory(transaction).scrollIntoView());
  return true;
};

export const duplicateBlock: Command = (state, dispatch) => {
  const picked = pickedBlocks(state);
  if (!picked) return false;
  dispatch?.(closeHistory(state.tr.insert(picked.to, state.doc.slice(picked.from, picked.to).content)).scrollIntoView());
  return true;
};

/** Kinds a text block can be turned into. */
export type TurnInto = 'paragraph' | 'subhead-2' | 'subhead-3' | 'subhead-4' | 'quote' | 'pullQuote' | 'bulletList' | 'orderedList' | 'preformatted';

export const turnInto = (kind: TurnInto): Command => (state, dispatch, view) => {
  const { nodes } = state.schema;
  const [name = '', level] = kind.split('-');
  const type = nodes[name];
  if (!type) return false;
  if (kind === 'quote') return wrapIn(type)(state, dispatch, view);
  if (kind === 'bulletList' || kind === 'orderedList') return wrapInList(type)(state, dispatch);
  if (kind === 'paragraph' && state.selection.$from.depth > 1 && state.selection.$from.parent.type === type) return lifted(state, dispatch);
  return setBlockType(type, level ? { level: Number(level) } : null)(state, dispatch, view);
};

const lifted: Command = (state, dispatch) => {
  const item = state.schema.nodes['listItem'];
  return (item ? liftListItem(item)(state, dispatch) : false) || lift(state, dispatch);
};

let lastPatch: { readonly key: string; readonly doc: Node; readonly transaction: Transaction; readonly atMs: number } | null = null;
/** Keys typed into one attribute within this time are one undo step, milliseconds; as ProseMirror groups typing. */
const groupMs = 500;

/** Changes attributes of the block at a place, without touching what it holds. */
export function patchBlock(view: EditorView, pos: number, patch: Readonly<Record<string, unknown>>): void {
  const transaction = view.state.tr;
  for (const [name, value] of Object.entries(patch)) transaction.setNodeAttribute(pos, name, value);
  dispatchGrouped(view, transaction, `${pos} ${Object.keys(patch).join(' ')}`);
}

/** Dispatches a change that has no place in the text; changes with the same key in quick succession are undone together. */
export function dispatchGrouped(view: EditorView, transaction: Transaction, key: string): void {
  const now = Date.now();
  const goesOn = lastPatch?.key === key && lastPatch.doc === view.state.doc && now - lastPatch.atMs < groupMs;
  const first = goesOn && lastPatch ? lastPatch.transaction : transaction;
  // History puts an appended transaction into the step of the one before it.
  if (goesOn) transaction.setMeta('appendedTransaction', first);
  view.dispatch(transaction);
  lastPatch = { key, doc: view.state.doc, transaction: first, atMs: now };
}

/** An empty block of a kind, ready to be filled in. */
export function newBlock(schema: Schema, name: string, attrs: Readonly<Record<string, unknown>> = {}): Node | null {
  return schema.nodes[name]?.createAndFill({ ...attrs }) ?? null;
}

/** A table of empty cells, the first row of headers. */
export function newTable(schema: Schema, rows: number, columns: number): Node {
  const cell = (name: string): Node => schema.node(name, null, schema.node('paragraph'));
  const row = (name: string): Node => schema.node('tableRow', null, Array.from({ length: columns }, () => cell(name)));
  return schema.node('table', null, [row('tableHeader'), ...Array.from({ length: rows - 1 }, () => row('tableCell'))]);
}
