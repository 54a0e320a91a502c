import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { say } from '../../language/index.ts';
import type { SaveState } from '../editor/article-editor.tsx';
import { type Store, usePart } from '../ui/store.ts';

interface SaveStateProps {
  /** Changes twice with each save, while someone types: only what shows it is rendered again, never the window. */
  readonly saveState: Store<SaveState>;
}

/** Whether the article is kept, in a word. Written past React: it changes in the midst of a key, at which React's way through the window is felt. */
export function SaveStatus({ saveState }: SaveStateProps): ReactNode {
  const status = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const show = (): void => {
      const element = status.current;
      if (!element) return;
      const text = saveText(saveState.value);
      element.className = `save ${saveState.value.kind}`;
      element.title = text;
      element.textContent = text;
    };
    show();
    return saveState.subscribe(show);
  }, [saveState]);
  return <span ref={status} role="status" aria-live="off" aria-label={say('library.saveState')} />;
}

/** Why it is not kept, over the page. */
export function SaveTrouble({ saveState }: SaveStateProps): ReactNode {
  const trouble = usePart(saveState, (state) => (state.kind === 'failed' ? saveText(state) : null));
  return trouble === null ? null : <p className="save-trouble">{trouble}</p>;
}

function saveText(state: SaveState): string {
  if (state.kind === 'failed') return say('library.notSaved', { reason: state.reason });
  return say(state.kind === 'saved' ? 'library.saved' : 'library.saving');
}
