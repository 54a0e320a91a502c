/**
 * While someone types in a long article, the blocks far from the caret are put away (`content-visibility: hidden`, editor.css). Out of sight
 * they are not laid out anyway, but the browser asks each of them with every key whether it has come into sight, which is half of a key's time
 * at 100,000 words. A rest or a page that scrolls brings them back; so does a screen reader, for as long as it is there.
 */
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { afterKeyMs } from './between-keys.ts';
import { elementOf } from './place.ts';

/** The blocks that stay: those from one place to another. Each is marked; a rule that looked at its siblings would look at all of them with every Enter. */
interface Near {
  readonly from: number;
  readonly to: number;
  readonly marks: DecorationSet;
}

/** After so long without a key all blocks are back, milliseconds. */
const restMs = 1000;
/** What is less than so far above or below what is in sight is near; times what is in sight. */
const screensNear = 1;

const key = new PluginKey<Near | null>('farBlocks');

/** @param isLong true where there is something to gain */
export function farBlocksPlugin(isLong: () => boolean): Plugin<Near | null> {
  return new Plugin<Near | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, near) => {
        // Set by this plugin alone.
        const next = transaction.getMeta(key) as Near | null | undefined;
        if (next !== undefined) return next;
        return near && transaction.docChanged ? moved(near, transaction) : near;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      attributes: (state): Record<string, string> => (key.getState(state) ? { class: 'has-far' } : {}),
    },
    view: (view) => new PuttingAway(view, isLong),
  });
}

class PuttingAway {
  readonly #view: EditorView;
  readonly #isLong: () => boolean;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keyMs = 0;
  #scroller: Element | null = null;
  #scrolledTo = 0;

  constructor(view: EditorView, isLong: () => boolean) {
    this.#view = view;
    this.#isLong = isLong;
    document.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  update({ state, composing }: EditorView, before: EditorState): void {
    if (before.doc === state.doc) return;
    if (composing || !this.#isLong()) return this.#bringBack();
    this.#keyMs = performance.now();
    this.#timer ??= setTimeout(this.#look, afterKeyMs);
  }

  destroy(): void {
    document.removeEventListener('scroll', this.#onScroll, { capture: true });
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  readonly #look = (): void => {
    const rested = performance.now() - this.#keyMs;
    if (rested >= restMs) return this.#bringBack();
    if (!key.getState(this.#view.state) && !this.#view.composing) this.#putAway();
    this.#timer = setTimeout(this.#look, restMs - rested);
  };

  #putAway(): void {
    this.#scroller = this.#view.dom.closest('.editor-scroll');
    if (!this.#scroller) return;
    this.#scrolledTo = this.#scroller.scrollTop;
    this.#view.dispatch(this.#view.state.tr.setMeta(key, nearTo(this.#view, this.#scroller)));
  }

  /** Before the next frame is laid out. */
  #bringBack(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!key.getState(this.#view.state) || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#view.dispatch(this.#view.state.tr.setMeta(key, null));
    });
  }

  /** What came into sight is far from what is far. */
  readonly #onScroll = ({ target }: Event): void => {
    if (target === this.#scroller && this.#scroller && Math.abs(this.#scroller.scrollTop - this.#scrolledTo) > this.#scroller.clientHeight / 2) this.#bringBack();
  };
}

/** The layout is clean: nothing is measured but what stands already. */
function nearTo(view: EditorView, scroller: Element): Near {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const blocks: { readonly pos: number; readonly size: number }[] = [];
  view.state.doc.forEach(({ nodeSize }, pos) => blocks.push({ pos, size: nodeSize }));
  const edgeOf = (index: number, edge: 'top' | 'bottom'): number => elementOf(view, blocks[index]?.pos ?? 0)?.getBoundingClientRect()[edge] ?? 0;
  const first = firstWhere(blocks.length - 1, (index) => edgeOf(index, 'bottom') > top - screensNear * height);
  const last = firstWhere(blocks.length - 1, (index) => edgeOf(index, 'bottom') > bottom + screensNear * height);
  const end = blocks[last];
  return marked(view.state.doc, blocks[first]?.pos ?? 0, end ? end.pos + end.size : 0);
}

function moved({ from, to, marks }: Near, { before, doc, mapping }: Transaction): Near {
  const now = { from: mapping.map(from, -1), to: mapping.map(to, 1) };
  const kept = marks.map(mapping, doc);
  // A block that has become another, as a paragraph does a subhead, has lost its mark.
  const isWhole = before.childCount === doc.childCount && kept.find().length === marks.find().length;
  return isWhole ? { ...now, marks: kept } : marked(doc, now.from, now.to);
}

function marked(doc: Node, from: number, to: number): Near {
  const marks: Decoration[] = [];
  doc.forEach(({ nodeSize }, pos) => {
    if (pos + nodeSize > from && pos < to) marks.push(Decoration.node(pos, pos + nodeSize, { class: 'near' }));
  });
  return { from, to, marks: DecorationSet.create(doc, marks) };
}

/** @returns the first index for which it is so, where it is so for all that follow; `last` where it is so for none before */
function firstWhere(last: number, isSo: (index: number) => boolean): number {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
