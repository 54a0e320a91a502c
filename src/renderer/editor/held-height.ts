/**
 * Keeps the height of the paragraph in which someone types, in a long article: a key then lays out that paragraph alone, where the browser
 * would go through all the blocks and measure which of them have come into sight. Another line, and it is measured again; any other change,
 * a caret elsewhere, an input method or a rest lets it go.
 */
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { elementOf } from './place.ts';

interface Held {
  readonly pos: number;
  /** Pixels. */
  readonly height: number;
  /** What its text takes then, pixels: letters may stand out of their line. */
  readonly needed: number;
}

/** After so long without a key the browser is left to itself again, milliseconds. */
const restMs = 1000;

const key = new PluginKey<Held | null>('heldHeight');

/** @param isLong true where there is something to gain */
export function heldHeightPlugin(isLong: () => boolean): Plugin<Held | null> {
  return new Plugin<Held | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, held) => {
        // Set by this plugin alone.
        const next = transaction.getMeta(key) as Held | null | undefined;
        if (next !== undefined) return next;
        return held && transaction.docChanged ? { ...held, pos: transaction.mapping.map(held.pos) } : held;
      },
    },
    props: {
      decorations: (state) => {
        const held = key.getState(state);
        const node = held && paragraphAt(state.doc, held.pos);
        return held && node ? DecorationSet.create(state.doc, [Decoration.node(held.pos, held.pos + node.nodeSize, { style: `contain: size layout style; content-visibility: visible; height: ${held.height}px` })]) : DecorationSet.empty;
      },
      // What is composed is nobody's to change, and may need another line before it is there.
      handleDOMEvents: { compositionstart: (view) => hold(view, null) },
    },
    view: (view) => new Follower(view, isLong),
  });
}

/** Looks once a frame, before it is laid out. */
class Follower {
  readonly #view: EditorView;
  readonly #isLong: () => boolean;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** Where someone has typed since the last frame; null where anything else has happened too. */
  #typedAt: number | null = null;

  constructor(view: EditorView, isLong: () => boolean) {
    this.#view = view;
    this.#isLong = isLong;
  }

  update({ state, composing }: EditorView, before: EditorState): void {
    const held = key.getState(state);
    if (before.doc === state.doc && (!held || held.pos === caretPos(state))) return;
    const typedAt = composing ? null : typedPos(before, state);
    this.#typedAt = this.#frame === 0 || this.#typedAt === typedAt ? typedAt : null;
    if (this.#frame === 0 && (held || typedAt !== null)) this.#frame = requestAnimationFrame(() => this.#look());
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
  }

  #look(): void {
    this.#frame = 0;
    clearTimeout(this.#rest);
    const element = this.#typedAt !== null && this.#isLong() && !this.#view.composing ? elementOf(this.#view, this.#typedAt) : null;
    if (this.#typedAt === null || !element) {
      hold(this.#view, null);
      return;
    }
    const held = key.getState(this.#view.state);
    if (held?.pos !== this.#typedAt || element.scrollHeight !== held.needed) {
      hold(this.#view, null);
      hold(this.#view, { pos: this.#typedAt, height: element.getBoundingClientRect().height, needed: element.scrollHeight });
    }
    this.#rest = setTimeout(() => hold(this.#view, null), restMs);
  }
}

function hold(view: EditorView, held: Held | null): void {
  if (held || key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, held));
}

function paragraphAt(doc: Node, pos: number): Node | null {
  const node = pos < doc.content.size ? doc.nodeAt(pos) : null;
  return node?.type.name === 'paragraph' ? node : null;
}

/** The top-level paragraph of the caret. */
function caretPos({ selection: { $from, empty } }: EditorState): number | null {
  return empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' ? $from.before() : null;
}

/** The paragraph to which one change has added, and to nothing else. */
function typedPos(before: EditorState, after: EditorState): number | null {
  const pos = caretPos(after);
  const now = pos === null ? null : paragraphAt(after.doc, pos);
  const was = pos === null ? null : paragraphAt(before.doc, pos);
  if (!now || !was || before.doc.childCount !== after.doc.childCount) return null;
  const added = now.nodeSize - was.nodeSize;
  return added > 0 && added === after.doc.content.size - before.doc.content.size ? pos : null;
}
