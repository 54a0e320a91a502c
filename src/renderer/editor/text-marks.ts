/**
 * Marks under passages of the text that are no part of it: what the checks found. Decorations, not `CSS.highlights`: with one of those
 * the browser takes up all its ranges anew with every layout and paints their paragraphs again, which was a third of a key's time.
 */
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { idOf } from './block-ids.ts';

export interface TextMark {
  readonly blockId: string;
  /** Offsets in the block's inline content, UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly className: string;
}

/** What an input method composes is nobody's to change: asked again after so long, milliseconds. */
const composingMs = 200;

const key = new PluginKey<DecorationSet>('textMarks');

export function textMarksPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown) => {
        const next: unknown = transaction.getMeta(key);
        if (next instanceof DecorationSet) return next;
        return transaction.docChanged ? shown.map(transaction.mapping, transaction.doc) : shown;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/**
 * Shows these marks and no others; they move along with the text.
 * @returns a function that gives up what has not been shown yet
 */
export function showTextMarks(view: EditorView, marks: readonly TextMark[]): () => void {
  if (view.composing) {
    const later = setTimeout(() => {
      giveUp = view.isDestroyed ? giveUp : showTextMarks(view, marks);
    }, composingMs);
    let giveUp = (): void => clearTimeout(later);
    return () => giveUp();
  }
  const { doc } = view.state;
  const wanted = decorationsOf(doc, marks);
  if (!isSame(key.getState(view.state)?.find() ?? [], wanted)) {
    view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(doc, wanted)).setMeta('addToHistory', false));
  }
  return () => undefined;
}

/** One walk through the text, however many marks; in the order of the text. */
function decorationsOf(doc: Node, marks: readonly TextMark[]): Decoration[] {
  const byBlock = new Map<string, TextMark[]>();
  for (const mark of marks) {
    const others = byBlock.get(mark.blockId);
    if (others) others.push(mark);
    else byBlock.set(mark.blockId, [mark]);
  }
  const found: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    for (const { from, to, className } of byBlock.get(idOf(node)) ?? []) {
      if (from < to && to <= node.content.size) found.push(Decoration.inline(pos + 1 + from, pos + 1 + to, { class: className }, { className }));
    }
    return false;
  });
  return found;
}

function isSame(shown: readonly Decoration[], wanted: readonly Decoration[]): boolean {
  const nameOf = ({ from, to, spec }: Decoration): string => `${from} ${to} ${JSON.stringify(spec)}`;
  const names = new Set(shown.map(nameOf));
  return shown.length === wanted.length && wanted.every((one) => names.has(nameOf(one)));
}
