/** An address on its own: pasted, it links the selected words, embeds itself on an empty line, or stands as a link; typed, it becomes a link. */
import { closeHistory } from '@tiptap/pm/history';
import { InputRule } from '@tiptap/pm/inputrules';
import type { Schema } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { directAddress } from '../../article/direct-address.ts';
import { bareAddress, embedOfAddress } from '../../article/embed-address.ts';

/** What pasting a text that is only an address does; null where it is none, or the place takes neither link nor embed. */
export function addressPasted(state: EditorState, pasted: string): Transaction | null {
  const written = bareAddress(pasted);
  const href = written && directAddress(written);
  // What stands for itself stands as it was written, but for the detour.
  const text = href === null || href === written ? pasted.trim() : href;
  const link = state.schema.marks['link'];
  const { $from, $to, empty } = state.selection;
  if (href === null || !link || !(state.selection instanceof TextSelection) || !$from.parent.type.allowsMarkType(link) || !$from.sameParent($to)) return null;
  if (!empty) return closeHistory(state.tr.removeMark($from.pos, $to.pos, link).addMark($from.pos, $to.pos, link.create({ href })));
  return embedded(state, text) ?? closeHistory(state.tr.replaceSelectionWith(state.schema.text(text, [...$from.marks(), link.create({ href })]), false).removeStoredMark(link).scrollIntoView());
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

/** An address at the caret, and the signs after it that are not of it. */
const typed = String.raw`(?:^|[\s(])((?:https?:\/\/|www\.)[^\s<>"]*[\p{L}\p{N}/])([.,;:!?)]*)`;

/** A bracket closes one of the address itself, if it has one open: `…/Kochi_(city)`. */
function withOwnBrackets({ address, after, end }: Written): Written {
  const open = address.split('(').length - address.split(')').length;
  const own = /^\)*/u.exec(after)?.[0].slice(0, Math.max(0, open)) ?? '';
  return { address: address + own, after: after.slice(own.length), end };
}

interface Written {
  readonly address: string;
  /** The signs behind it. */
  readonly after: string;
  readonly end: number;
}

/** The address as a link; `end`: where the signs after it end. null where it is none, or is linked already. */
function linked(state: EditorState, written: Written): Transaction | null {
  const { address, after, end } = withOwnBrackets(written);
  const link = state.schema.marks['link'];
  const href = bareAddress(address);
  const to = end - after.length;
  if (!link || href === null || !state.selection.$from.parent.type.allowsMarkType(link) || state.doc.rangeHasMark(to - address.length, to, link)) return null;
  return state.tr.addMark(to - address.length, to, link.create({ href })).removeStoredMark(link);
}

/** A blank after a typed address makes it a link; Backspace takes the link back. */
export function typedAddressRule(schema: Schema): InputRule {
  return new InputRule(new RegExp(String.raw`${typed}\s$`, 'iu'), (state, [whole = '', address = '', after = ''], _start, end) => {
    const transaction = linked(state, { address, after, end });
    const link = schema.marks['link'];
    return transaction && link ? transaction.insertText(whole.slice(-1), end).removeStoredMark(link) : null;
  });
}

/** The end of the paragraph ends an address as well. */
export function addressOnEnterPlugin(): Plugin {
  const atEnd = new RegExp(`${typed}$`, 'iu');
  return new Plugin({
    key: new PluginKey('addressOnEnter'),
    props: {
      handleKeyDown: (view, event) => {
        const { $from, empty } = view.state.selection;
        if (event.key !== 'Enter' || event.isComposing || !empty || !$from.parent.isTextblock || $from.parent.type.spec.code === true) return false;
        const [, address = '', after = ''] = atEnd.exec($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')) ?? [];
        const transaction = address === '' ? null : linked(view.state, { address, after, end: $from.pos });
        if (transaction) view.dispatch(transaction);
        return false;
      },
    },
  });
}
