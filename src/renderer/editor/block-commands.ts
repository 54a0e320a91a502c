/** What can be done to a whole block: add, move, duplicate, remove, change its attributes. Each is an undo step of its own. */
import { lift, setBlockType, wrapIn } from '@tiptap/pm/commands';
import { closeHistory } from '@tiptap/pm/history';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Node, Schema } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { idOf } from './block-ids.ts';
import { sectionsOf } from './walls.ts';

/** First index of the body among the top-level nodes. */
const firstBodyIndex = 3;

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

/** Moves the current top-level block up or down by one; the caret goes with it. */
export const moveBlock = (by: -1 | 1): Command => (state, dispatch) => {
  const block = currentBlock(state);
  if (!block) return false;
  const target = block.index + by;
  if (target < firstBodyIndex || target >= state.doc.childCount) return true;
  dispatch?.(moveTo(state, block.index, by === 1 ? target + 1 : target).scrollIntoView());
  return true;
};

/** Moves the top-level block at an index before the one at `before` (or to the end). */
export function moveTo(state: EditorState, index: number, before: number): Transaction {
  const transaction = closeHistory(state.tr);
  const root = state.doc.resolve(0);
  const node = state.doc.maybeChild(index);
  if (!node || index < firstBodyIndex || before < firstBodyIndex || before === index || before === index + 1) return transaction;
  const from = root.posAtIndex(index, 0);
  const offset = state.selection.from - from;
  const target = root.posAtIndex(before, 0);
  const isOnly = state.doc.childCount === firstBodyIndex + 1;
  if (isOnly) return transaction;
  transaction.delete(from, from + node.nodeSize);
  const at = target > from ? target - node.nodeSize : target;
  transaction.insert(at, node);
  const held = offset >= 0 && offset < node.nodeSize;
  if (!held) return transaction;
  const caret = transaction.doc.resolve(at + offset);
  return transaction.setSelection(state.selection instanceof NodeSelection && offset === 0 ? NodeSelection.create(transaction.doc, at) : TextSelection.near(caret, 1));
}

/** Removes the current top-level block; the last one leaves an empty paragraph. */
export const removeBlock: Command = (state, dispatch) => {
  const block = currentBlock(state);
  const paragraph = state.schema.nodes['paragraph'];
  if (!block || !paragraph) return false;
  const end = block.pos + block.node.nodeSize;
  const isOnly = state.doc.childCount === firstBodyIndex + 1;
  const transaction = isOnly ? state.tr.replaceWith(block.pos, end, paragraph.create()) : state.tr.delete(block.pos, end);
  const caret = Math.max(Math.min(block.pos, transaction.doc.content.size), sectionsOf(transaction.doc).body.from);
  dispatch?.(closeHistory(transaction).setSelection(TextSelection.near(transaction.doc.resolve(caret), caret === transaction.doc.content.size ? -1 : 1)).scrollIntoView());
  return true;
};

export const duplicateBlock: Command = (state, dispatch) => {
  const block = currentBlock(state);
  if (!block) return false;
  dispatch?.(closeHistory(state.tr).insert(block.pos + block.node.nodeSize, block.node).scrollIntoView());
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
