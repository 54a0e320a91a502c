/** The margin that says who changed each block last. */
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { idOf } from './block-ids.ts';

/** What stands beside one block. */
export interface BlockMargin {
  /** Who and when, in lines; '' where the block above says it already. */
  readonly label: string;
  /** The same as a sentence, for screen readers. */
  readonly description: string;
  /** Tells people apart; 0 to 5. */
  readonly hue: number;
}
export type Margin = ReadonlyMap<string, BlockMargin>;

const key = new PluginKey<DecorationSet>('touched');

/** Empty until it is shown something: the margin costs nothing while it is off. */
export function touchedPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown) => {
        const margin: unknown = transaction.getMeta(key);
        if (margin instanceof Map) return decorationsOf(transaction.doc, margin);
        return transaction.docChanged ? shown.map(transaction.mapping, transaction.doc) : shown;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export function showMargin(view: EditorView, margin: Margin): void {
  view.dispatch(view.state.tr.setMeta(key, margin).setMeta('addToHistory', false));
}

function decorationsOf(doc: Node, margin: Margin): DecorationSet {
  const found: Decoration[] = [];
  doc.forEach((block, pos) => {
    const beside = margin.get(idOf(block));
    if (beside) found.push(Decoration.node(pos, pos + block.nodeSize, { 'data-touched': beside.label, 'data-touched-by': String(beside.hue), 'aria-description': beside.description }));
  });
  return DecorationSet.create(doc, found);
}
