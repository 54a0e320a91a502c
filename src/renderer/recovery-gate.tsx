import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { RecoveryState } from '../ipc/backups.ts';
import type { RestoredSession } from '../ipc/session.ts';
import { call } from './api.ts';
import type { firstCalls } from './first-calls.ts';
import { late } from './ui/late.tsx';
import { useNotices } from './ui/notices.tsx';

const Recovery = late(async () => (await import('./backups/recovery.tsx')).Recovery);

interface OpenLibrary {
  readonly generation: number;
  /** Where work was left, else what was changed last; null in an empty library. */
  readonly last: RestoredSession | null;
  readonly onDamage: () => void;
  readonly onReplaced: () => void;
}

interface RecoveryGateProps {
  readonly first: Pick<typeof firstCalls, 'assessed' | 'last'>;
  readonly zone: string;
  readonly children: (library: OpenLibrary) => ReactNode;
}

/** Shows the window once the store is open, and what can be brought back where it is not, or is found to be damaged. */
export function RecoveryGate({ first, zone, children }: RecoveryGateProps): ReactNode {
  const notices = useNotices();
  const [state, setState] = useState<RecoveryState | 'open' | 'asking'>('asking');
  const [isOpen, setIsOpen] = useState(false);
  const [library, setLibrary] = useState<Pick<OpenLibrary, 'generation' | 'last'>>({ generation: 0, last: null });
  const open = useCallback(
    async (asked: typeof first.last) => {
      const last = await asked;
      if (!last.ok) notices.fail(last.error);
      setLibrary(({ generation }) => ({ generation: generation + 1, last: last.ok ? last.value : null }));
      setState('open');
    },
    [notices],
  );
  const take = useCallback(
    (assessed: Awaited<typeof first.assessed>, isShown: boolean, last: () => typeof first.last) => {
      if (!assessed.ok) return notices.fail(assessed.error);
      if (assessed.value === null) return void open(last());
      setIsOpen(isShown);
      setState(assessed.value);
    },
    [notices, open],
  );
  useEffect(() => void first.assessed.then((assessed) => take(assessed, false, () => first.last)), [take, first]);
  const openAnew = useCallback(() => void open(call('articles.openLast', null)), [open]);
  const assessAgain = useCallback(() => void call('recovery.assess', { evenIfOpen: true }).then((assessed) => take(assessed, true, () => call('articles.openLast', null))), [take]);
  const entrance = useMemo<OpenLibrary>(() => ({ ...library, onDamage: assessAgain, onReplaced: openAnew }), [library, assessAgain, openAnew]);
  if (state === 'asking') return null;
  return state === 'open' ? children(entrance) : <Recovery state={state} zone={zone} onLeave={isOpen ? openAnew : null} onDone={openAnew} />;
}
