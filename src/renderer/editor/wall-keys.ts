/** What the keys do at and across the walls between the fields. */
import { closeHistory } from '@tiptap/pm/history';
import { type Command, NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { emptyAcross, sectionOf, sectionsOf, selectionCrosses } from './walls.ts';

/** Deletes a selection that crosses walls: each field is emptied, none is joined to another. */
export const deleteAcross: Command = (state, dispatch) => {
  if (!selectionCrosses(state)) return false;
  // A step of its own: undo brings back what was there, and not the typing just before it along with it.
  dispatch?.(closeHistory(emptyAcross(state.tr, state.selection.from, state.selection.to)));
  return true;
};

/** Enter in a field goes to the next one: headline, standfirst, byline, body. */
export const enterInField: Command = (state, dispatch, view) => {
  const transaction = state.tr;
  if (selectionCrosses(state) && !(state.selection instanceof NodeSelection)) emptyAcross(transaction, state.selection.from, state.selection.to);
  const { selection } = transaction;
  const section = selection instanceof NodeSelection && selection.node.type.name === 'byline' ? 'byline' : sectionOf(transaction.doc, selection.from, selection.to);
  if (section === null || section === 'body') return false;
  if (section !== 'byline' && !selection.empty) transaction.deleteSelection();
  const sections = sectionsOf(transaction.doc);
  if (section === 'headline') transaction.setSelection(TextSelection.create(transaction.doc, sections.standfirst.from));
  else if (section === 'standfirst') transaction.setSelection(NodeSelection.create(transaction.doc, sections.byline.from));
  else transaction.setSelection(TextSelection.near(transaction.doc.resolve(sections.body.from), 1));
  dispatch?.(transaction.scrollIntoView());
  if (dispatch && view && section === 'standfirst') focusByline(view);
  return true;
};

/** Backspace at a field's start does nothing; at the body's start it never reaches the byline. */
export const backspaceAtWall: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || !(state.selection instanceof TextSelection)) return false;
  const section = sectionOf(state.doc, $from.pos);
  if (section === 'headline' || section === 'standfirst') return true;
  if ($from.depth !== 1 || $from.index(0) !== 3) return false;
  const paragraph = state.schema.nodes['paragraph'];
  if ($from.parent.type !== paragraph && paragraph) {
    dispatch?.(state.tr.setNodeMarkup($from.before(), paragraph, { blockId: $from.parent.attrs['blockId'] as unknown }));
  } else if ($from.parent.content.size === 0 && state.doc.childCount > 4) {
    const transaction = state.tr.delete($from.before(), $from.after());
    dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve($from.before()), 1)));
  }
  return true;
};

/** Delete at a field's end does nothing. */
export const deleteAtWall: Command = (state) => {
  const { $from, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection)) return false;
  return sectionOf(state.doc, $from.pos) !== 'body' && $from.parentOffset === $from.parent.content.size;
};

/** Typing over a selection that crosses walls: emptied first, the text stands where the selection began. */
export const typeAcross = (text: string): Command => (state, dispatch) => {
  const { selection } = state;
  if (selection instanceof NodeSelection) return typeAfter(selection, text)(state, dispatch);
  if (!selectionCrosses(state)) return false;
  const transaction = emptyAcross(state.tr, selection.from, selection.to);
  dispatch?.(transaction.insertText(text));
  return true;
};

/** Typing while a card is selected goes on below it; the card is not replaced by a letter. */
const typeAfter = (selection: NodeSelection, text: string): Command => (state, dispatch) => {
  const paragraph = state.schema.nodes['paragraph'];
  const at = selection.$from.depth === 0 ? selection.to : selection.$from.after(1);
  if (selection.node.type.name === 'byline' || !selection.node.isBlock || !paragraph) return true;
  const transaction = state.tr.insert(at, paragraph.create(null, state.schema.text(text)));
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, at + 1 + text.length)).scrollIntoView());
  return true;
};

/** Keys the walls answer, in ProseMirror's names. */
export const wallKeys: Readonly<Record<string, readonly Command[]>> = {
  Enter: [enterInField],
  Backspace: [deleteAcross, backspaceAtWall],
  'Mod-Backspace': [deleteAcross, backspaceAtWall],
  'Shift-Backspace': [deleteAcross, backspaceAtWall],
  Delete: [deleteAcross, deleteAtWall],
  'Mod-Delete': [deleteAcross, deleteAtWall],
};

/** Input that does not come by keys: composition, the system's menus, dictation. */
export function wallInputPlugin(): Plugin {
  const emptied = (view: EditorView): boolean => deleteAcross(view.state, view.dispatch);
  return new Plugin({
    key: new PluginKey('wallInput'),
    props: {
      handleTextInput: (view, _from, _to, text) => typeAcross(text)(view.state, view.dispatch),
      handleDOMEvents: {
        compositionstart: (view) => {
          emptied(view);
          return false;
        },
        beforeinput: (view, event) => {
          if (!event.inputType.startsWith('delete') || !selectionCrosses(view.state)) return false;
          event.preventDefault();
          return emptied(view);
        },
      },
    },
  });
}

function focusByline(view: EditorView): void {
  const input = view.dom.querySelector<HTMLInputElement>('[data-byline] input');
  if (view.editable) input?.focus();
}
