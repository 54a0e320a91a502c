import { type ReactNode, useState } from 'react';
import { say } from '../../language/index.ts';
import type { SaveState } from '../editor/article-editor.tsx';
import { type Store, useStore } from '../ui/store.ts';

/**
 * What a screen reader hears without being asked. Each save would talk over the typing: only a save that fails is told,
 * and that it is well again; of the findings only when the number of those that stop publishing changes.
 */
export function Announcer({ saveState, errors }: { readonly saveState: Store<SaveState>; readonly errors: number | null }): ReactNode {
  const state = useStore(saveState);
  return (
    <div className="visually-hidden">
      <p aria-live="assertive">{state.kind === 'failed' ? say('library.notSaved', { reason: state.reason }) : ''}</p>
      <p aria-live="polite">{useRecovery(state) ? say('library.savedAgain') : ''}</p>
      <p aria-live="polite">{useChanged(errors) ? say('library.checksErrors', { count: errors ?? 0 }) : ''}</p>
    </div>
  );
}

/** True from the save after a failed one until the next. */
function useRecovery({ kind }: SaveState): boolean {
  const [past, setPast] = useState<{ readonly kind: SaveState['kind']; readonly hasFailed: boolean }>({ kind, hasFailed: false });
  if (past.kind !== kind) setPast({ kind, hasFailed: kind === 'failed' || (past.hasFailed && kind === 'saving') || (past.hasFailed && past.kind !== 'saved') });
  return kind === 'saved' && past.hasFailed;
}

/** True once a number is another than it was when it was first known. */
function useChanged(count: number | null): boolean {
  const [first, setFirst] = useState(count);
  const [changed, setChanged] = useState(false);
  if (first === null && count !== null) setFirst(count);
  if (!changed && first !== null && count !== first) setChanged(true);
  return changed;
}
