import { type RefObject, useEffect } from 'react';
import { call } from '../api.ts';
import type { EditorHandle, SaveState } from '../editor/article-editor.tsx';
import type { Store } from '../ui/store.ts';
import { useCommands } from './command-desk.ts';
import { marginOf } from './touched-margin.ts';

interface Touched {
  readonly articleId: string;
  readonly editor: RefObject<EditorHandle | null>;
  readonly isShown: boolean;
  /** Changes with each revision. */
  readonly tick: number;
  /** Only when storage has everything does it know who touched what. */
  readonly saveState: Store<SaveState>;
  /** Shows it, or takes it away. */
  readonly onToggle: () => void;
}

/** Keeps the margin true while it is shown. */
export function useTouched({ articleId, editor, isShown, tick, saveState, onToggle }: Touched): void {
  useCommands({ 'toggle-touched': onToggle });
  useEffect(() => {
    if (!isShown) return editor.current?.showMargin(null);
    let asked = 0;
    const look = (): void => {
      if (saveState.value.kind !== 'saved') return;
      const mine = (asked += 1);
      void call('revisions.lastTouched', { articleId }).then((result) => {
        // Who does not learn it now does with the next save; the text is no worse for it.
        if (mine === asked && result.ok) editor.current?.showMargin(marginOf(result.value.rows, Date.now()));
      });
    };
    look();
    const stop = saveState.subscribe(look);
    return () => {
      asked = -1;
      stop();
    };
  }, [articleId, editor, isShown, tick, saveState]);
}
