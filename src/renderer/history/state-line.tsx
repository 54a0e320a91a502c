import type { ReactNode } from 'react';
import type { StateChange } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { timeText } from './revision-text.ts';

/** `In review since 3 March 2024, 18:05 IST · Asha Rao` */
export function stateText({ state, time, author }: StateChange): string {
  return say('history.stateSince', { state: say(`library.state-${state}`), time: timeText(time), name: author.name || say('history.nobody') });
}

/** Who set the article's state and when; earlier states open below. */
export function StateLine({ changes }: { readonly changes: readonly StateChange[] }): ReactNode {
  const [last, ...earlier] = changes;
  if (!last) return null;
  if (earlier.length === 0) return <p className="state-line">{stateText(last)}</p>;
  return (
    <details className="state-line">
      <summary>{stateText(last)}</summary>
      <ol aria-label={say('history.states')}>
        {earlier.map((change) => <li key={`${change.time.instant}${change.state}`}>{stateText(change)}</li>)}
      </ol>
    </details>
  );
}
