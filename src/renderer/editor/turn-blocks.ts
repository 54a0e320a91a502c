/** Turns whole top-level blocks into another kind: their texts stay, each on its own. */
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { type Command, Selection } from '@tiptap/pm/state';
import type { TurnInto } from './block-commands.ts';
import { idOf } from './block-ids.ts';
import { BlockSelection, firstBodyIndex, pickedBlocks } from './block-selection.ts';

/** One line of text out of a block, with the id it keeps. */
interface Line {
  readonly blockId: string;
  readonly content: Fragment;
  readonly passage: Readonly<Record<string, unknown>>;
}

/** What `turnInto` does to the blocks of the selection as wholes. Blocks that are no text stay as they are. */
export const turnBlocks = (kind: TurnInto): Command => (state, dispatch) => {
  const picked = pickedBlocks(state);
  if (!picked) return false;
  const { schema, doc } = state;
  const made: Node[] = [];
  let lines: Line[] = [];
  const settle = (): void => {
    made.push(...blocksOf(kind, lines, schema));
    lines = [];
  };
  for (let index = picked.first; index <= picked.last; index += 1) {
    const block = doc.child(index);
    const found = linesOf(block);
    if (found) lines.push(...found);
    else {
      settle();
      made.push(block);
    }
  }
  settle();
  const isSame = made.length === picked.last - picked.first + 1 && made.every((node, index) => node.eq(doc.child(picked.first + index)));
  if (isSame) return false;
  const transaction = state.tr.replaceWith(picked.from, picked.to, made);
  const wasBlocks = state.selection instanceof BlockSelection;
  const last = picked.first + made.length - 1;
  transaction.setSelection(wasBlocks && picked.first >= firstBodyIndex ? BlockSelection.between(transaction.doc, picked.first, last) : Selection.near(transaction.doc.resolve(picked.from), 1));
  dispatch?.(closeHistory(transaction).scrollIntoView());
  return true;
};

/** The texts of a block; null for one that is not made of text alone. */
function linesOf(block: Node): Line[] | null {
  const { name } = block.type;
  if (name === 'paragraph' || name === 'subhead' || name === 'pullQuote' || name === 'preformatted') return [line(block)];
  if (name !== 'quote' && name !== 'bulletList' && name !== 'orderedList') return null;
  const found: Line[] = [];
  block.descendants((node) => {
    if (node.isTextblock) found.push(line(node));
    return !node.isTextblock;
  });
  return found;
}

function line(node: Node): Line {
  const { lang, dir } = node.attrs;
  return { blockId: idOf(node), content: node.content, passage: { ...(lang === undefined ? {} : { lang: lang as unknown }), ...(dir === undefined ? {} : { dir: dir as unknown }) } };
}

function blocksOf(kind: TurnInto, lines: readonly Line[], schema: Schema): Node[] {
  if (lines.length === 0) return [];
  const [name = '', level] = kind.split('-');
  const paragraphs = (): Node[] => lines.map(({ blockId, content, passage }) => schema.node('paragraph', { blockId, ...passage }, withBreaks(content, schema)));
  if (name === 'quote') return [schema.node('quote', null, paragraphs())];
  if (name === 'bulletList' || name === 'orderedList') return [schema.node(name, null, paragraphs().map((paragraph) => schema.node('listItem', null, paragraph)))];
  if (name === 'preformatted') return [schema.node('preformatted', { blockId: lines[0]?.blockId ?? '' }, textOf(lines, schema))];
  return lines.map(({ blockId, content, passage }) => schema.node(name, { blockId, ...(name === 'pullQuote' ? {} : passage), ...(level ? { level: Number(level) } : {}) }, withBreaks(content, schema)));
}

function textOf(lines: readonly Line[], schema: Schema): Node[] {
  const text = lines.map(({ content }) => content.textBetween(0, content.size, '\n', '\n')).join('\n');
  return text === '' ? [] : [schema.text(text)];
}

/** Line ends of preformatted text become line breaks. */
function withBreaks(content: Fragment, schema: Schema): Fragment {
  const pieces: Node[] = [];
  content.forEach((node) => {
    if (!node.isText || !node.text?.includes('\n')) {
      pieces.push(node);
      return;
    }
    node.text.split('\n').forEach((text, index) => {
      if (index > 0) pieces.push(schema.node('hardBreak'));
      if (text !== '') pieces.push(schema.text(text, node.marks));
    });
  });
  return Fragment.from(pieces);
}
