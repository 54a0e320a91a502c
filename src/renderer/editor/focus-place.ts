import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { english } from '../../language/en/index.ts';
import { findBlock } from './block-commands.ts';
import { idOf } from './block-ids.ts';
import { elementOf } from './place.ts';

/** A place in the article as findings and hits name it: a block, or one of its attributes, and what of its text. */
export interface BlockPlace {
  readonly blockId: string;
  readonly field?: string | null;
  /** Offsets in the block's inline content, UTF-16 units. */
  readonly from?: number;
  readonly to?: number;
}

/** Brings a place into sight, selects it and gives it the focus. */
export function focusPlace(editor: Editor, { blockId, field = null, from, to }: BlockPlace): void {
  const block = findBlock(editor.state.doc, blockId);
  if (!block) return;
  const dom = elementOf(editor.view, block.pos);
  dom?.scrollIntoView({ block: 'center' });
  const input = dom && (field !== null || block.node.type.name === 'byline') ? inputOf(dom, field) : null;
  if (input) {
    input.focus();
    return;
  }
  editor.view.focus();
  editor.view.dispatch(editor.state.tr.setSelection(selectionIn(editor, block, from, to)).scrollIntoView());
}

/** Gives the text the keys, to go on where the caret is; one at the very start of a text is nobody's place: then at the end of its last paragraph. */
export function goOn({ state: { doc, selection, tr }, view }: Editor): void {
  view.focus();
  if (!selection.empty || selection.from > 1 || doc.textContent === '') return;
  let end = Selection.findFrom(doc.resolve(doc.content.size), -1, true);
  doc.forEach((block, offset) => {
    if (block.type.name === 'paragraph') end = TextSelection.create(doc, offset + 1 + block.content.size);
  });
  if (end) view.dispatch(tr.setSelection(end).scrollIntoView());
}

function selectionIn({ state }: Editor, { pos, node }: { readonly pos: number; readonly node: Node }, from?: number, to?: number): TextSelection | NodeSelection {
  if (node.isAtom && !node.isTextblock) return NodeSelection.create(state.doc, pos);
  if (!node.isTextblock || from === undefined || to === undefined) {
    const near = TextSelection.near(state.doc.resolve(pos + 1), 1);
    return near instanceof TextSelection ? near : NodeSelection.create(state.doc, pos);
  }
  const end = pos + 1 + node.content.size;
  return TextSelection.create(state.doc, Math.min(pos + 1 + from, end), Math.min(pos + 1 + to, end));
}

const names: Readonly<Record<string, string>> = english.editor;

/** The input of a block's attribute, known by its name as everyone sees it; else the first one it has. */
function inputOf(block: HTMLElement, field: string | null): HTMLElement | null {
  const inputs = [...block.querySelectorAll<HTMLInputElement>('input, textarea, select')];
  const name = field === null ? undefined : names[field];
  const labelOf = (input: HTMLInputElement): string => input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent ?? '';
  return inputs.find((input) => name !== undefined && labelOf(input).trim() === name) ?? block.querySelector<HTMLElement>('button, input, textarea, select');
}

/** One walk through the text, however many places. */
export function rangesOf({ state, view }: Editor, places: readonly BlockPlace[]): (Range | null)[] {
  const starts = new Map<string, number>();
  state.doc.descendants((node, pos) => {
    if (node.isTextblock) starts.set(idOf(node), pos + 1);
    return !node.isTextblock;
  });
  return places.map(({ blockId, field, from, to }) => {
    const start = starts.get(blockId);
    if (start === undefined || field || from === undefined || to === undefined || start + to > state.doc.content.size) return null;
    const [begin, end] = [view.domAtPos(start + from, 1), view.domAtPos(start + to, -1)];
    const range = document.createRange();
    range.setStart(begin.node, begin.offset);
    range.setEnd(end.node, end.offset);
    return range;
  });
}

export function elementOfBlock({ state, view }: Editor, blockId: string): HTMLElement | null {
  const block = findBlock(state.doc, blockId);
  return block && elementOf(view, block.pos);
}
