/** An address on its own: pasted, it links the selected words, embeds itself on an empty line, or stands as a link; typed, it becomes a link. */
import { closeHistory } from '@tiptap/pm/history';
import { InputRule } from '@tiptap/pm/inputrules';
import type { Schema } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { bareAddress, embedOfAddress } from '../../article/embed-address.ts';

/** What pasting a text that is only an address does; null where it is none, or the place takes neither link nor embed. */
export function addressPasted(state: EditorState, text: string): Transaction | null {
  const href = bareAddress(text);
  const link = state.schema.marks['link'];
  const { $from, $to, empty } = state.selection;
  if (href === null || !link || !(state.selection instanceof TextSelection) || !$from.parent.type.allowsMarkType(link) || !$from.sameParent($to)) return null;
  if (!empty) return closeHistory(state.tr.removeMark($from.pos, $to.pos, link).addMark($from.pos, $to.pos, link.create({ href })));
  return embedded(state, text) ?? closeHistory(state.tr.replaceSelectionWith(state.schema.text(text.trim(), [...$from.marks(), link.create({ href })]), false).removeStoredMark(link).scrollIntoView());
}

function embedded(state: EditorState, text: string): Transaction | null {
  const embed = embedOfAddress(text);
  const { $from } = state.selection;
  const type = state.schema.nodes['embed'];
  if (!embed || !type || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0 || !$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), type)) return null;
  const node = type.create(embed);
  const transaction = state.tr.replaceWith($from.before(), $from.after(), node);
  return closeHistory(transaction.setSelection(NodeSelection.create(transaction.doc, $from.before()))).scrollIntoView();
}

/** A blank after a typed address makes it a link; Backspace takes the link back. */
export function typedAddressRule(schema: Schema): InputRule {
  return new InputRule(/(?:^|[\s(])((?:https?:\/\/|www\.)[^\s<>"]*[\p{L}\p{N}/])([.,;:!?)]*)\s$/iu, (state, match, _start, end) => {
    const [whole = '', address = '', after = ''] = match;
    const link = schema.marks['link'];
    const href = bareAddress(address);
    const blank = whole.slice(-1);
    const to = end - after.length;
    if (!link || href === null || !state.selection.$from.parent.type.allowsMarkType(link) || state.doc.rangeHasMark(to - address.length, to, link)) return null;
    return state.tr.addMark(to - address.length, to, link.create({ href })).insertText(blank, end).removeStoredMark(link);
  });
}
