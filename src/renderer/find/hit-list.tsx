import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';

/** A hit as the list shows it: in its sentence, before and after. */
export interface ShownHit {
  readonly key: string;
  /** Where it is, in words. */
  readonly place: string;
  readonly before: string;
  readonly found: string;
  readonly after: string;
  /** What takes its place; null while nothing is replaced. */
  readonly put: string | null;
  readonly isSpared: boolean;
}

interface HitListProps {
  readonly hits: readonly ShownHit[];
  readonly current: number;
  readonly withReplace: boolean;
  readonly onGo: (index: number) => void;
  readonly onSpare: (index: number, isSpared: boolean) => void;
}

/** Rows shown at once; stepping through shows the rest. */
const mostShown = 200;

export function HitList({ hits, current, withReplace, onGo, onSpare }: HitListProps): ReactNode {
  const first = Math.max(0, Math.min(current - mostShown / 2, hits.length - mostShown));
  const shown = hits.slice(first, first + mostShown);
  return (
    <ol className="hits" aria-label={say('find.hits')} start={first + 1}>
      {shown.map((hit, order) => {
        const index = first + order;
        return (
          <li key={hit.key} className={index === current ? 'hit on' : 'hit'}>
            {withReplace ? <input type="checkbox" aria-label={say('find.take', { number: index + 1 })} checked={!hit.isSpared} onChange={(event) => onSpare(index, !event.target.checked)} /> : null}
            <button type="button" aria-current={index === current ? 'true' : undefined} onClick={() => onGo(index)}>
              <span className="hit-place">{hit.place}</span>
              <span className="hit-words">
                {hit.before}
                {hit.put === null ? <mark>{hit.found}</mark> : <><del>{hit.found}</del><ins>{hit.put}</ins></>}
                {hit.after}
              </span>
            </button>
          </li>
        );
      })}
      {hits.length > shown.length ? <li className="field-hint">{say('find.more', { count: hits.length - shown.length })}</li> : null}
    </ol>
  );
}
