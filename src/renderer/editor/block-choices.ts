/** What "Insert block" and the `/` menu offer, and how each comes into the article. */
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { slotAttributes } from '../../article/newsroom/ad-slots.ts';
import type { Newsroom } from '../../article/newsroom/index.ts';
import type { Snippet } from '../../article/newsroom/snippets.ts';
import { type MessageKey, say } from '../../language/index.ts';
import type { Notices } from '../ui/notices.tsx';
import { currentBlock, newBlock, newTable } from './block-commands.ts';
import { idOf } from './block-ids.ts';
import { insertBlocks } from './insert.ts';
import { choosePictures, setPictures } from './pictures.ts';
import { insertSnippet } from './snippets.ts';
import { sectionsOf } from './walls.ts';

export interface BlockChoice {
  readonly label: MessageKey;
  /** What can be typed instead, in the menu. */
  readonly hint: string;
  /** Other words for it, with blanks between. */
  readonly also?: MessageKey;
  readonly make: (view: EditorView, newsroom: Newsroom) => Node | null;
  readonly after?: (view: EditorView, blockId: string, notices: Notices) => void;
}

const named = (name: string, attrs: Readonly<Record<string, unknown>> = {}) => (view: EditorView): Node | null => newBlock(view.state.schema, name, attrs);

/** In the order of use while writing; only blocks whose view is finished stand here. */
export const blockChoices: readonly BlockChoice[] = [
  { label: 'editor.paragraph', also: 'editor.also-paragraph', hint: '', make: named('paragraph') },
  { label: 'editor.subhead2', also: 'editor.also-subhead2', hint: '##', make: named('subhead', { level: 2 }) },
  { label: 'editor.subhead3', also: 'editor.also-subhead3', hint: '###', make: named('subhead', { level: 3 }) },
  { label: 'editor.subhead4', also: 'editor.also-subhead3', hint: '####', make: named('subhead', { level: 4 }) },
  { label: 'editor.image', also: 'editor.also-image', hint: '', make: named('image'), after: pickPicture },
  { label: 'editor.gallery', also: 'editor.also-gallery', hint: '', make: named('gallery') },
  { label: 'editor.quote', also: 'editor.also-quote', hint: '>', make: named('quote') },
  { label: 'editor.pullQuote', also: 'editor.also-pullQuote', hint: '', make: named('pullQuote') },
  { label: 'editor.bulletList', also: 'editor.also-bulletList', hint: '-', make: named('bulletList') },
  { label: 'editor.orderedList', also: 'editor.also-orderedList', hint: '1.', make: named('orderedList') },
  { label: 'editor.adSlot', also: 'editor.also-adSlot', hint: '', make: nextAdSlot },
  { label: 'editor.embed', also: 'editor.also-embed', hint: '', make: named('embed') },
  { label: 'editor.table', also: 'editor.also-table', hint: '', make: (view) => newTable(view.state.schema, 3, 3) },
  { label: 'editor.factBox', also: 'editor.also-factBox', hint: '', make: named('factBox') },
  { label: 'editor.divider', also: 'editor.also-divider', hint: '---', make: named('divider') },
  { label: 'editor.preformatted', also: 'editor.also-preformatted', hint: '```', make: named('preformatted') },
];

/** What the menu offers: a block, or one of the newsroom's snippets. */
export interface Offered {
  readonly name: string;
  /** What can be typed instead; '' for nothing. */
  readonly hint: string;
  readonly others: readonly string[];
  readonly insert: (view: EditorView, context: InsertContext) => void;
}

const offeredBlocks: readonly Offered[] = blockChoices.map((choice) => ({ name: say(choice.label), hint: choice.hint, others: choice.also === undefined ? [] : say(choice.also).split(' '), insert: (view, context) => insertChoice(view, choice, context) }));

/** The choices that fit what was typed, the best first: the beginning of a name or of another word for it, then letters in their order. */
export function choicesFor(query: string, snippets: readonly Snippet[]): readonly Offered[] {
  const wanted = query.trim().toLocaleLowerCase('en');
  const all = [...offeredBlocks, ...snippets.map((snippet): Offered => ({ name: snippet.name, hint: snippet.short, others: [say('editor.snippet').toLocaleLowerCase('en')], insert: (view) => insertSnippet(view, snippet) }))];
  if (wanted === '') return all;
  const ranked = all.map((choice) => ({ choice, rank: rankOf(choice, wanted) }));
  return ranked.filter(({ rank }) => rank > 0).toSorted((a, b) => b.rank - a.rank).map(({ choice }) => choice);
}

function rankOf({ name: shown, hint, others }: Offered, wanted: string): number {
  if (hint.toLocaleLowerCase('en') === wanted) return 6;
  const name = shown.toLocaleLowerCase('en');
  if (name.startsWith(wanted)) return 5;
  if (name.split(' ').some((word) => word.startsWith(wanted))) return 4;
  if (others.some((word) => word.startsWith(wanted))) return 3;
  if (name.includes(wanted)) return 2;
  return [name, ...others].some((word) => hasInOrder(word, wanted)) ? 1 : 0;
}

/** True where the letters stand in the word in this order, the first of them first: "plqt" for "pull quote". */
function hasInOrder(word: string, letters: string): boolean {
  if (word[0] !== letters[0] || letters.length < 2) return false;
  let at = 0;
  for (const letter of letters.replaceAll(' ', '')) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export interface InsertContext {
  readonly notices: Notices;
  readonly newsroom: Newsroom;
}

/** Puts a new block after the current one, in its place where that is an empty paragraph; at the body's start from a field. */
function insertChoice(view: EditorView, choice: BlockChoice, { notices, newsroom }: InsertContext): void {
  const node = choice.make(view, newsroom);
  if (!node) return;
  const known = new Set(view.state.doc.content.content.map(idOf));
  const { $from } = view.state.selection;
  const inEmpty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0 && view.state.selection.empty;
  const transaction = inEmpty ? insertBlocks(view.state, [node]) : afterCurrent(view, node);
  view.dispatch(closeHistory(transaction).scrollIntoView());
  view.focus();
  const added = view.state.doc.content.content.find((block) => !known.has(idOf(block)) && block.type === node.type) ?? currentBlock(view.state)?.node;
  if (added && choice.after) choice.after(view, idOf(added), notices);
}

function afterCurrent(view: EditorView, node: Node): ReturnType<typeof insertBlocks> {
  const { state } = view;
  const block = currentBlock(state);
  const at = block ? block.pos + block.node.nodeSize : sectionsOf(state.doc).body.from;
  const transaction = state.tr.insert(at, node);
  const caret = node.isAtom && !node.isTextblock ? NodeSelection.create(transaction.doc, at) : TextSelection.near(transaction.doc.resolve(at + 1), 1);
  return transaction.setSelection(caret);
}

/** The newsroom's first slot that the article has not yet; else ad-1, ad-2, ...: the first that no slot of the article is called. */
function nextAdSlot(view: EditorView, { adSlots }: Newsroom): Node | null {
  const taken = new Set<unknown>();
  view.state.doc.descendants((node) => {
    if (node.type.name === 'adSlot') taken.add(node.attrs['slotId']);
    return !node.isTextblock;
  });
  const free = adSlots.find(({ slotId }) => !taken.has(slotId));
  if (free) return newBlock(view.state.schema, 'adSlot', slotAttributes(free));
  let number = 1;
  while (taken.has(`ad-${number}`)) number += 1;
  return newBlock(view.state.schema, 'adSlot', { slotId: `ad-${number}` });
}

function pickPicture(view: EditorView, blockId: string, notices: Notices): void {
  void choosePictures(notices).then((added) => setPictures(view, blockId, added));
}
