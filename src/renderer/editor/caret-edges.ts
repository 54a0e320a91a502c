import { type Command, Selection, TextSelection } from '@tiptap/pm/state';
import { elementOf } from './place.ts';

/**
 * To the first or the last place of the text. The browser's own way there ends in front of the last paragraph where that is not laid out
 * yet, as in a long article: what was typed next stood before it.
 * @param selects true to take everything on the way along
 */
export const toEdge = (side: -1 | 1, selects: boolean): Command => ({ doc, selection, tr }, dispatch, view) => {
  const edge = side < 0 ? Selection.atStart(doc) : Selection.atEnd(doc);
  if (view) elementOf(view, edge.$head.depth > 0 ? edge.$head.before(1) : edge.from)?.scrollIntoView({ block: side < 0 ? 'start' : 'end' });
  dispatch?.(tr.setSelection(selects ? TextSelection.between(selection.$anchor, edge.$head) : edge).scrollIntoView());
  return true;
};
