import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { RecoveryState } from '../ipc/backups.ts';
import type { RestoredSession } from '../ipc/session.ts';
import { call } from './api.ts';
import type { FirstAnswers, firstCalls } from './first-calls.ts';
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
  /** What `first.last` has answered already; null while it has not. */
  readonly answered: FirstAnswers['last'];
  readonly zone: string;
  readonly children: (library: OpenLibrary) => ReactNode;
}

/** Shows the window once the store is open, and what can be brought back where it is not, or is found to be damaged. */
export function RecoveryGate({ first, answered, zone, children }: RecoveryGateProps): ReactNode {
  const notices = useNotices();
  const [atHand] = useState(answered?.ok ? answered.value : null);
  const [state, setState] = useState<RecoveryState | 'open' | 'asking'>(atHand ? 'open' : 'asking');
  const [isOpen, setIsOpen] = useState(false);
  const [library, setLibrary] = useState<Pick<OpenLibrary, 'generation' | 'last'>>({ generation: 0, last: atHand });
  const show = useCallback(
    (last: Awaited<typeof first.last>) => {
      if (!last.ok) notices.fail(last.error);
      setLibrary(({ generation }) => ({ generation: generation + 1, last: last.ok ? last.value : null }));
      setState('open');
    },
    [notices],
  );
  /** @returns true where there is nothing to bring back */
  const take = useCallback(
    (assessed: Awaited<typeof first.assessed>, isShown: boolean) => {
      if (!assessed.ok) notices.fail(assessed.error);
      else if (assessed.value !== null) {
        setIsOpen(isShown);
        setState(assessed.value);
      }
      return assessed.ok && assessed.value === null;
    },
    [notices],
  );
  useEffect(() => {
    let isTroubled = false;
    const isSound = first.assessed.then((assessed) => {
      isTroubled = !take(assessed, false);
      return !isTroubled;
    });
    if (atHand === null) void first.last.then(async (last) => {
      // What is at hand is shown before it is known how the store is, and not once it is known to be broken.
      if ((last.ok && last.value !== null && !isTroubled) || (await isSound)) show(last);
    });
  }, [take, show, first, atHand]);
  const openAnew = useCallback(() => void call('articles.openLast', null).then(show), [show]);
  const assessAgain = useCallback(() => void call('recovery.assess', { evenIfOpen: true }).then((assessed) => { if (take(assessed, true)) openAnew(); }), [take, openAnew]);
  const entrance = useMemo<OpenLibrary>(() => ({ ...library, onDamage: assessAgain, onReplaced: openAnew }), [library, assessAgain, openAnew]);
  if (state === 'asking') return null;
  return state === 'open' ? children(entrance) : <Recovery state={state} zone={zone} onLeave={isOpen ? openAnew : null} onDone={openAnew} />;
}
