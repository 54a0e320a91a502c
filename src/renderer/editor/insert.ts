/** Puts blocks into the article where the caret is, as people expect of a paste, and never across a wall. */
import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { BlockSelection } from './block-selection.ts';
import { emptyAcross, sectionOf, sectionsOf, selectionCrosses } from './walls.ts';

/** Replaces the selection by blocks of the editor's own schema. */
export function insertBlocks(state: EditorState, blocks: readonly Node[]): Transaction {
  const [first] = blocks;
  if (first && state.selection instanceof BlockSelection) return placed(state.tr, state.selection, blocks);
  const transaction = withoutSelection(state);
  if (!first) return transaction;
  const { $from } = transaction.selection;
  const section = sectionOf(transaction.doc, $from.pos);
  if (section !== 'body') return intoField(transaction, blocks);
  if ($from.parent.type.spec.code === true) return transaction.insertText(blocks.map(plainText).join('\n'));
  if (first.type.name === 'paragraph' && blocks.length === 1) return withCaret(transaction, (tr) => tr.replaceSelection(new Slice(Fragment.from(first), 1, 1)));
  if ($from.parent.type.spec.isolating === true && isRunningText(first)) {
    // A caption takes the first, what follows stands after its block.
    transaction.replaceWith($from.pos, $from.pos, first.content);
    return blocks.length > 1 ? intoBody(transaction, blocks.slice(1)) : transaction;
  }
  return intoBody(transaction, blocks);
}

/** The transaction with the selection gone, each field emptied on its own. */
export function withoutSelection(state: EditorState): Transaction {
  const { selection } = state;
  if (selection.empty) return state.tr;
  if (selection instanceof NodeSelection && selection.node.type.name === 'byline') {
    return state.tr.setSelection(TextSelection.near(state.doc.resolve(sectionsOf(state.doc).body.from), 1));
  }
  return selectionCrosses(state) ? emptyAcross(state.tr, selection.from, selection.to) : state.tr.deleteSelection();
}

/** Several paragraphs pasted into a field: the first goes there, the rest to the start of the body. */
function intoField(transaction: Transaction, blocks: readonly Node[]): Transaction {
  const [first] = blocks;
  const { $from } = transaction.selection;
  const inline = first && isRunningText(first) ? first : null;
  const rest = inline ? blocks.slice(1) : blocks;
  if (rest.length > 0) atBodyStart(transaction, rest);
  if (inline) {
    const marks = $from.parent.type.allowedMarks.bind($from.parent.type);
    const content = inline.content.content.map((node) => node.mark(marks(node.marks)));
    transaction.replaceWith($from.pos, $from.pos, content);
    transaction.setSelection(TextSelection.create(transaction.doc, $from.pos + Fragment.from(content).size));
  }
  return transaction.scrollIntoView();
}

function atBodyStart(transaction: Transaction, blocks: readonly Node[]): void {
  const start = sectionsOf(transaction.doc).body.from;
  const firstBody = transaction.doc.child(3);
  const onlyEmpty = transaction.doc.childCount === 4 && firstBody.type.name === 'paragraph' && firstBody.content.size === 0;
  transaction.replaceWith(start, onlyEmpty ? start + firstBody.nodeSize : start, blocks);
}

function intoBody(transaction: Transaction, blocks: readonly Node[]): Transaction {
  const { $from } = transaction.selection;
  if ($from.depth === 0) return placed(transaction, { from: $from.pos, to: $from.pos }, blocks);
  const depth = holderDepth($from, blocks);
  const holder = $from.node(depth);
  const index = $from.index(depth);
  const fragment = Fragment.from(blocks);
  const inHolder = depth === $from.depth - 1;
  if (inHolder && $from.parent.isTextblock && $from.parent.content.size === 0 && holder.canReplace(index, index + 1, fragment)) {
    return placed(transaction, { from: $from.before(), to: $from.after() }, blocks);
  }
  if (inHolder && blocks.every((block) => block.type.name === 'paragraph')) {
    return withCaret(transaction, (tr) => tr.replaceSelection(new Slice(fragment, 1, 1)));
  }
  if (inHolder && $from.parent.type.spec.isolating !== true && $from.parentOffset > 0 && $from.parentOffset < $from.parent.content.size) {
    transaction.split($from.pos);
    return placed(transaction, { from: $from.pos + 1, to: $from.pos + 1 }, blocks);
  }
  const before = inHolder && $from.parentOffset === 0 && $from.parent.type.spec.isolating !== true;
  const at = before ? $from.before(depth + 1) : $from.after(depth + 1);
  return placed(transaction, { from: at, to: at }, blocks);
}

/** The innermost node around the caret that takes these blocks; the document always does. */
function holderDepth($from: ResolvedPos, blocks: readonly Node[]): number {
  for (let depth = $from.depth - 1; depth > 0; depth -= 1) {
    const index = $from.indexAfter(depth);
    if ($from.node(depth).canReplace(index, index, Fragment.from(blocks))) return depth;
  }
  return 0;
}

function placed(transaction: Transaction, reach: { readonly from: number; readonly to: number }, blocks: readonly Node[]): Transaction {
  const last = blocks.at(-1);
  transaction.replaceWith(reach.from, reach.to, blocks);
  const end = reach.from + Fragment.from(blocks).size;
  if (last?.isAtom && !last.isTextblock) return transaction.setSelection(NodeSelection.create(transaction.doc, end - last.nodeSize)).scrollIntoView();
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1)).scrollIntoView();
}

function withCaret(transaction: Transaction, change: (transaction: Transaction) => Transaction): Transaction {
  return change(transaction).scrollIntoView();
}

/** A block that is its text and nothing else: a picture's caption is no text to take out of it. */
function isRunningText(node: Node): boolean {
  return node.type.name === 'paragraph' || node.type.name === 'subhead';
}

/** The text of a block, its own blocks on lines of their own. */
export function plainText(node: Node): string {
  return node.textBetween(0, node.content.size, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
}
