import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { RecoveryState } from '../ipc/backups.ts';
import { call } from './api.ts';
import { Recovery } from './backups/recovery.tsx';
import { useNotices } from './ui/notices.tsx';

interface OpenLibrary {
  readonly generation: number;
  readonly onDamage: () => void;
  readonly onReplaced: () => void;
}

interface RecoveryGateProps {
  readonly zone: string;
  readonly children: (library: OpenLibrary) => ReactNode;
}

/** Shows the window once the store is open, and what can be brought back where it is not, or is found to be damaged. */
export function RecoveryGate({ zone, children }: RecoveryGateProps): ReactNode {
  const notices = useNotices();
  const [state, setState] = useState<RecoveryState | 'open' | 'asking'>('asking');
  const [isOpen, setIsOpen] = useState(false);
  const [generation, setGeneration] = useState(0);
  const assess = useCallback(
    (evenIfOpen: boolean) =>
      void call('recovery.assess', { evenIfOpen }).then((assessed) => {
        if (!assessed.ok) return notices.fail(assessed.error);
        setIsOpen(evenIfOpen);
        setState(assessed.value ?? 'open');
      }),
    [notices],
  );
  useEffect(() => assess(false), [assess]);
  const open = useCallback(() => {
    setGeneration((number) => number + 1);
    setState('open');
  }, []);
  const library = useMemo<OpenLibrary>(() => ({ generation, onDamage: () => assess(true), onReplaced: open }), [generation, assess, open]);
  if (state === 'asking') return null;
  return state === 'open' ? children(library) : <Recovery state={state} zone={zone} onLeave={isOpen ? open : null} onDone={open} />;
}
