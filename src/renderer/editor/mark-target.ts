import { type Editor, getMarkRange } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Attrs, Mark, MarkType } from '@tiptap/pm/model';

/** The text a form about a mark is about: the selection, or the marked passage around the caret. */
export interface MarkTarget {
  readonly from: number;
  readonly to: number;
  /** The mark that stands there now. */
  readonly mark: Mark | null;
}

export function markTarget({ state }: Editor, type: MarkType): MarkTarget {
  const { from, to, empty, $from } = state.selection;
  const around = empty ? getMarkRange($from, type) : undefined;
  const reach = around ?? { from, to };
  let mark: Mark | null = null;
  state.doc.nodesBetween(reach.from, Math.max(reach.to, reach.from + 1), (node) => {
    mark ??= node.marks.find((one) => one.type === type) ?? null;
  });
  return { ...reach, mark };
}

/** Puts the mark on the target, or takes it off, as one undo step of its own. */
export function changeMark({ view, state }: Editor, { from, to }: Pick<MarkTarget, 'from' | 'to'>, type: MarkType, attrs: Attrs | null): void {
  const transaction = state.tr.removeMark(from, to, type);
  if (attrs) transaction.addMark(from, to, type.create(attrs)).removeStoredMark(type);
  view.dispatch(closeHistory(transaction));
}
