/** Several whole blocks of the body, selected together: by Escape and Shift with the arrows, or with Shift at the handle. */
import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, Plugin, PluginKey, Selection, type SelectionBookmark, SelectionRange, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Mappable } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** First index of the body among the top-level nodes. */
export const firstBodyIndex = 3;

/** Anchor and head stand between top-level nodes. */
export class BlockSelection extends Selection {
  constructor($anchor: ResolvedPos, $head: ResolvedPos) {
    const [$from, $to] = $anchor.pos < $head.pos ? [$anchor, $head] : [$head, $anchor];
    super($anchor, $head, [new SelectionRange($from, $to)]);
    this.visible = false;
  }

  /** The blocks from one index to another, both included; the second is the one that moves. */
  static between(doc: Node, anchor: number, head: number): BlockSelection {
    const root = doc.resolve(0);
    const forward = head >= anchor;
    return new BlockSelection(doc.resolve(root.posAtIndex(forward ? anchor : anchor + 1, 0)), doc.resolve(root.posAtIndex(forward ? head + 1 : head, 0)));
  }

  override map(doc: Node, mapping: Mappable): Selection {
    const forward = this.head >= this.anchor;
    return placed(doc, mapping.map(this.anchor, forward ? 1 : -1), mapping.map(this.head, forward ? -1 : 1));
  }

  override eq(other: Selection): boolean {
    return other instanceof BlockSelection && other.anchor === this.anchor && other.head === this.head;
  }

  override toJSON(): Readonly<Record<string, unknown>> {
    return { type: 'blocks', anchor: this.anchor, head: this.head };
  }

  static override fromJSON(doc: Node, json: { readonly anchor?: unknown; readonly head?: unknown }): Selection {
    return placed(doc, Number(json.anchor), Number(json.head));
  }

  override getBookmark(): SelectionBookmark {
    return bookmark(this.anchor, this.head);
  }

  override content(): Slice {
    return new Slice(Fragment.from(this.$from.doc.slice(this.from, this.to).content), 0, 0);
  }

  /** Without the blocks; the last ones of the body leave an empty paragraph. */
  override replace(transaction: Transaction, content: Slice = Slice.empty): void {
    const paragraph = transaction.doc.type.schema.nodes['paragraph'];
    const holdsAll = this.$from.index(0) === firstBodyIndex && this.to === transaction.doc.content.size;
    if (content.size > 0) transaction.replaceWith(this.from, this.to, content.content);
    else if (holdsAll && paragraph) transaction.replaceWith(this.from, this.to, paragraph.create());
    else transaction.delete(this.from, this.to);
    const at = transaction.doc.resolve(Math.min(this.from, transaction.doc.content.size));
    transaction.setSelection(TextSelection.near(at, at.pos === transaction.doc.content.size ? -1 : 1));
  }
}
Selection.jsonID('blocks', BlockSelection);

function placed(doc: Node, anchor: number, head: number): Selection {
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)];
  const isBlocks = $anchor.depth === 0 && $head.depth === 0 && anchor !== head && Math.min($anchor.index(0), $head.index(0)) >= firstBodyIndex;
  return isBlocks ? new BlockSelection($anchor, $head) : Selection.near($head);
}

function bookmark(anchor: number, head: number): SelectionBookmark {
  return {
    map: (mapping) => bookmark(mapping.map(anchor), mapping.map(head)),
    resolve: (doc) => placed(doc, anchor, head),
  };
}

/** The top-level blocks a selection touches. */
export interface Picked {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** The body's blocks the selection touches; null where it stands in a field or reaches into one. */
export function pickedBlocks({ doc, selection }: EditorState): Picked | null {
  const { $from, $to } = selection;
  const first = $from.index(0);
  // A selection that ends between two blocks does not touch the second.
  const last = Math.max(first, $to.depth === 0 && !selection.empty ? $to.index(0) - 1 : $to.index(0));
  if (first < firstBodyIndex || last >= doc.childCount) return null;
  const root = doc.resolve(0);
  return { first, last, from: root.posAtIndex(first, 0), to: root.posAtIndex(last + 1, 0) };
}

/** Selects whole blocks from the one of the caret to the one `by` places further; again, one more. */
const extend = (by: -1 | 1): Command => ({ doc, selection, tr }, dispatch) => {
  if (!(selection instanceof BlockSelection)) return false;
  const forward = selection.head > selection.anchor;
  const anchor = forward ? selection.$anchor.index(0) : selection.$anchor.index(0) - 1;
  const head = forward ? selection.$head.index(0) - 1 : selection.$head.index(0);
  const next = Math.max(firstBodyIndex, Math.min(doc.childCount - 1, head + by));
  dispatch?.(tr.setSelection(BlockSelection.between(doc, anchor, next)).scrollIntoView());
  return true;
};

/** Escape: from the text to its block as a whole, and back to the text. */
export const pick: Command = (state, dispatch) => {
  const { selection } = state;
  if (selection instanceof BlockSelection) {
    dispatch?.(state.tr.setSelection(insideOf(state, selection)));
    return true;
  }
  const picked = pickedBlocks(state);
  if (!picked) return false;
  dispatch?.(state.tr.setSelection(BlockSelection.between(state.doc, picked.first, picked.last)));
  return true;
};

const leave = (side: -1 | 1): Command => (state, dispatch) => {
  if (!(state.selection instanceof BlockSelection)) return false;
  dispatch?.(state.tr.setSelection(Selection.near(side === 1 ? state.selection.$to : state.selection.$from, side)).scrollIntoView());
  return true;
};

function insideOf({ doc }: EditorState, { $from }: BlockSelection): Selection {
  const node = $from.nodeAfter;
  return node?.isAtom && !node.isTextblock ? NodeSelection.create(doc, $from.pos) : TextSelection.near($from, 1);
}

const keys: Readonly<Record<string, Command>> = {
  Escape: pick,
  'Shift+ArrowUp': extend(-1),
  'Shift+ArrowDown': extend(1),
  ArrowUp: leave(-1),
  ArrowLeft: leave(-1),
  ArrowDown: leave(1),
  ArrowRight: leave(1),
  Enter: (state, dispatch) => state.selection instanceof BlockSelection && pick(state, dispatch),
};

/** Keys, typing and the look of selected blocks. */
export function blockSelectionPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('blockSelection'),
    props: {
      handleKeyDown: (view, event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !view.editable) return false;
        return keys[`${event.shiftKey ? 'Shift+' : ''}${event.key}`]?.(view.state, view.dispatch) ?? false;
      },
      // What is typed takes the place of the blocks, as of any selection.
      handleTextInput: (view, _from, _to, text) => {
        const { state } = view;
        const paragraph = state.schema.nodes['paragraph'];
        if (!(state.selection instanceof BlockSelection) || !paragraph) return false;
        const { from, to } = state.selection;
        const transaction = state.tr.replaceWith(from, to, paragraph.create(null, state.schema.text(text)));
        view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, from + 1 + text.length)).scrollIntoView());
        return true;
      },
      decorations: ({ doc, selection }) => {
        if (!(selection instanceof BlockSelection)) return DecorationSet.empty;
        const found: Decoration[] = [];
        doc.nodesBetween(selection.from, selection.to, (node, pos) => {
          found.push(Decoration.node(pos, pos + node.nodeSize, { class: 'is-picked' }));
          return false;
        });
        return DecorationSet.create(doc, found);
      },
    },
  });
}
