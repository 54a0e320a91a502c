import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import type { SaveState } from '../editor/article-editor.tsx';
import { type Store, useStore } from '../ui/store.ts';

interface SaveStateProps {
  /** Changes twice with each save, while someone types: only what shows it is rendered again, never the window. */
  readonly saveState: Store<SaveState>;
}

/** Whether the article is kept, in a word. */
export function SaveStatus({ saveState }: SaveStateProps): ReactNode {
  const state = useStore(saveState);
  return <span className={`save ${state.kind}`} role="status" aria-live="off" aria-label={say('library.saveState')} title={saveText(state)}>{saveText(state)}</span>;
}

/** Why it is not kept, over the page. */
export function SaveTrouble({ saveState }: SaveStateProps): ReactNode {
  const state = useStore(saveState);
  return state.kind === 'failed' ? <p className="save-trouble">{saveText(state)}</p> : null;
}

function saveText(state: SaveState): string {
  if (state.kind === 'failed') return say('library.notSaved', { reason: state.reason });
  return say(state.kind === 'saved' ? 'library.saved' : 'library.saving');
}
