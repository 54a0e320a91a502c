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

interface Shown {
  readonly marks: DecorationSet;
  /** When the text changed last, as `Date.now()` says. */
  readonly changedMs: number;
}

/**
 * Marks come when the hands rest for so long: under somebody who types they would take a key's time, and be wrong by the next. Longer than
 * the panels wait for a rest, so that what was found before the last keys gives way to what is found after them. Milliseconds.
 */
const restMs = 600;
/** Asked again after so long, milliseconds. */
const againMs = 200;

const nothing: Shown = { marks: DecorationSet.empty, changedMs: 0 };

const key = new PluginKey<Shown>('textMarks');

export function textMarksPlugin(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => nothing,
      apply: (transaction, shown) => {
        const next: unknown = transaction.getMeta(key);
        if (next instanceof DecorationSet) return { ...shown, marks: next };
        return transaction.docChanged ? { marks: shown.marks.map(transaction.mapping, transaction.doc), changedMs: transaction.time } : shown;
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/**
 * Shows these marks and no others; they move along with the text.
 * @returns a function that gives up what has not been shown yet
 */
export function showTextMarks(view: EditorView, marks: readonly TextMark[]): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    if (view.isDestroyed) return;
    const { marks: shown, changedMs } = key.getState(view.state) ?? nothing;
    // What an input method composes is nobody's to change.
    if (view.composing || Date.now() - changedMs < restMs) {
      later = setTimeout(show, againMs);
      return;
    }
    const { doc, tr } = view.state;
    const wanted = decorationsOf(doc, marks);
    if (!isSame(shown.find(), wanted)) view.dispatch(tr.setMeta(key, DecorationSet.create(doc, wanted)));
  };
  show();
  return () => clearTimeout(later);
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
