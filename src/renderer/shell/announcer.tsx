import { type ReactNode, useState } from 'react';
import { say } from '../../language/index.ts';
import type { SaveState } from '../editor/article-editor.tsx';
import { type Store, usePart, useStore } from '../ui/store.ts';

/**
 * What a screen reader hears without being asked. Each save would talk over the typing: only a save that fails is told,
 * and that it is well again; of the findings only when the number of those that stop publishing changes.
 */
export function Announcer({ saveState, errors }: { readonly saveState: Store<SaveState>; readonly errors: number | null }): ReactNode {
  const trouble = usePart(saveState, (state) => (state.kind === 'failed' ? say('library.notSaved', { reason: state.reason }) : ''));
  const [hasFailed, setHasFailed] = useState(false);
  if (trouble !== '' && !hasFailed) setHasFailed(true);
  return (
    <div className="visually-hidden">
      <p aria-live="assertive">{trouble}</p>
      <p aria-live="polite">{hasFailed ? <Recovery saveState={saveState} /> : ''}</p>
      <p aria-live="polite">{useChanged(errors) ? say('library.checksErrors', { count: errors ?? 0 }) : ''}</p>
    </div>
  );
}

/** Said from the save after a failed one until the next. */
function Recovery({ saveState }: { readonly saveState: Store<SaveState> }): ReactNode {
  const { kind } = useStore(saveState);
  const [past, setPast] = useState<{ readonly kind: SaveState['kind']; readonly hasFailed: boolean }>({ kind, hasFailed: true });
  if (past.kind !== kind) setPast({ kind, hasFailed: kind === 'failed' || (past.hasFailed && kind === 'saving') || (past.hasFailed && past.kind !== 'saved') });
  return kind === 'saved' && past.hasFailed ? say('library.savedAgain') : '';
}

/** True once a number is another than it was when it was first known. */
function useChanged(count: number | null): boolean {
  const [first, setFirst] = useState(count);
  const [changed, setChanged] = useState(false);
  if (first === null && count !== null) setFirst(count);
  if (!changed && first !== null && count !== first) setChanged(true);
  return changed;
}
