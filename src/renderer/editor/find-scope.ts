/** The part of the text that a search keeps to: the selection as it was then, following every edit since. */
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Scope, ScopePart } from '../../article/find/scope.ts';
import { idOf } from './block-ids.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const key = new PluginKey<readonly Stretch[]>('findScope');

export function findScopePlugin(): Plugin {
  return new Plugin<readonly Stretch[]>({
    key,
    state: {
      init: () => [],
      apply: (transaction, stretches) => {
        // Set by `keepScope` and `dropScope` alone.
        const set = transaction.getMeta(key) as readonly Stretch[] | undefined;
        if (set) return set;
        if (!transaction.docChanged || stretches.length === 0) return stretches;
        return stretches.map(({ from, to }) => ({ from: transaction.mapping.map(from, -1), to: transaction.mapping.map(to, 1) }));
      },
    },
  });
}

/** Keeps to what is selected now. @returns false where nothing is */
export function keepScope({ state, dispatch }: EditorView): boolean {
  const stretches = state.selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos })).filter(({ from, to }) => from < to);
  if (stretches.length > 0) dispatch(state.tr.setMeta(key, stretches));
  return stretches.length > 0;
}

export function dropScope({ state, dispatch }: EditorView): void {
  if ((key.getState(state) ?? []).length > 0) dispatch(state.tr.setMeta(key, []));
}

/** What is kept to, block by block. */
export function scopeOf(state: EditorState): Scope {
  const parts = new Map<string, ScopePart>();
  for (const { from, to } of key.getState(state) ?? []) {
    state.doc.nodesBetween(from, to, (node, pos) => {
      if (idOf(node) === '') return;
      const start = pos + 1;
      const part = { from: Math.max(0, from - start), to: Math.min(node.content.size, to - start), isWhole: from <= pos && to >= pos + node.nodeSize };
      parts.set(idOf(node), part);
    });
  }
  return parts;
}
