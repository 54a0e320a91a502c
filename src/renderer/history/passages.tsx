import { type ReactNode, useEffect, useState } from 'react';
import type { PassageChange, RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { aboutOf, titleOf } from './revision-text.ts';

interface PassagesProps {
  readonly articleId: string;
  readonly tick: number;
  readonly passage: string;
  readonly onOpen: (revision: RevisionSummary) => void;
  /** The revision beside the one before it. */
  readonly onCompare: (revision: RevisionSummary) => void;
}

/** In which revisions a passage came into the article or went out of it. */
export function Passages({ articleId, tick, passage, onOpen, onCompare }: PassagesProps): ReactNode {
  const [found, setFound] = useState<{ readonly passage: string; readonly rows: readonly PassageChange[] } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void call('revisions.findText', { articleId, text: passage }).then((result) => {
        if (isCurrent && result.ok) setFound({ passage, rows: result.value.rows });
      });
    }, 150);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [articleId, passage, tick]);
  if (found?.passage !== passage) return null;
  return (
    <ul className="versions" aria-label={say('history.passages')}>
      {found.rows.map(({ revision, change }) => (
        <li key={`${revision.id}${change}`}>
          <button type="button" className="rev-open" onClick={() => onOpen(revision)}>
            <span className="rev-title named"><span className={`pill ${change}`}>{say(`history.passage-${change}`)}</span><span>{`${titleOf(revision)} · ${say('history.revision', { number: revision.sequence }).toLowerCase()}`}</span></span>
            <span className="rev-facts">{aboutOf(revision)}</span>
          </button>
          <Button small kind="quiet" onClick={() => onCompare(revision)}>{say('history.show')}</Button>
        </li>
      ))}
      {found.rows.length === 0 ? <li className="empty">{say('history.passageNone')}</li> : null}
    </ul>
  );
}
