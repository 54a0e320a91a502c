/** Whole blocks on their way from one place to another, out of this article or another one. */
import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { tellBlocksCame } from '../ui/blocks-came.ts';
import { addImages, fieldsOf } from './article-fields.ts';
import { idOf } from './block-ids.ts';
import { BlockSelection, firstBodyIndex, type Picked, pickedBlocks } from './block-selection.ts';
import { blocksCarried, flavoursOf, galleyType, readGalley } from './flavours.ts';

/** The block, or all that are selected where it is one of them; null where it is not in this article. */
export function runOf(state: EditorState, blockId: string): Pick<Picked, 'first' | 'last'> | null {
  const from = state.doc.content.content.findIndex((node) => idOf(node) === blockId);
  if (from < firstBodyIndex) return null;
  const picked = state.selection instanceof BlockSelection ? pickedBlocks(state) : null;
  return picked && from >= picked.first && from <= picked.last ? picked : { first: from, last: from };
}

/** Gives a drag what another article, or another program, can take of it. */
export function carryBlocks(data: DataTransfer, state: EditorState, { blockId, articleId }: { readonly blockId: string; readonly articleId: string }): void {
  const run = runOf(state, blockId);
  if (!run) return;
  const slice = BlockSelection.between(state.doc, run.first, run.last).content();
  // No HTML: a block on its way is no publication.
  const { galley, text } = flavoursOf(slice, state.schema, { images: fieldsOf(state).images, articleId, language: '', gateShut: true });
  data.setData(galleyType, galley);
  data.setData('text/plain', text);
}

/** Blocks of another article come to stand before the one at `index`, with everything they have; they are copies with ids of their own. */
function insertAt(view: EditorView, flavour: string, index: number): void {
  const copied = readGalley(flavour, '');
  if (!copied || copied.blocks.length === 0 || !view.editable) return;
  const { state } = view;
  const nodes = copied.blocks.map((block) => state.schema.nodeFromJSON(block));
  const transaction = addImages(closeHistory(state.tr.insert(state.doc.resolve(0).posAtIndex(index, 0), nodes)), copied.images);
  view.dispatch(transaction.setSelection(BlockSelection.between(transaction.doc, index, index + nodes.length - 1)).scrollIntoView());
  const came = blocksCarried(flavour);
  if (came) tellBlocksCame(came);
}

export function takeBlocks(view: EditorView, data: DataTransfer, index: number): void {
  insertAt(view, data.getData(galleyType), index);
}

/** Blocks that were dropped at no place of the text: behind the block of the caret, at the end where that is in a field. */
export function putBlocks(view: EditorView, flavour: string): void {
  const { doc, selection } = view.state;
  const index = selection.$head.index(0);
  insertAt(view, flavour, index < firstBodyIndex ? doc.childCount : Math.min(index + 1, doc.childCount));
}

/** The article without these blocks; the last ones of the body leave an empty paragraph. */
export function withoutBlocks(state: EditorState, blockIds: readonly string[]): Transaction {
  const transaction = closeHistory(state.tr);
  const root = state.doc.resolve(0);
  const indices = state.doc.content.content.flatMap((node, index) => (index >= firstBodyIndex && blockIds.includes(idOf(node)) ? [index] : []));
  const paragraph = state.schema.nodes['paragraph'];
  for (const index of indices.toReversed()) transaction.delete(root.posAtIndex(index, 0), root.posAtIndex(index + 1, 0));
  if (transaction.doc.childCount === firstBodyIndex && paragraph) transaction.insert(transaction.doc.content.size, paragraph.create());
  return transaction;
}
