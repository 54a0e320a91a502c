import type { ReactNode } from 'react';
import type { RevisionSummary } from '../../ipc/contract.ts';
import { revisionHeading } from '../../ipc/revision-heading.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import './history.css';
import { aboutOf } from './revision-text.ts';

interface ReadingProps {
  readonly revision: RevisionSummary;
  readonly onRestore: () => void;
  readonly onClose: () => void;
  /** The revision's page. */
  readonly children: ReactNode;
}

/** An old revision, read-only, with the two things one can do about it. */
export function Reading({ revision, onRestore, onClose, children }: ReadingProps): ReactNode {
  return (
    <div className="reading">
      <div className="reading-bar">
        <span>{say('history.reading', { name: '' })}<b>{revisionHeading(revision)}</b>{` · ${aboutOf(revision)}`}</span>
        <span className="grow" />
        <Button small kind="quiet" onClick={onClose}>{say('history.backToPage')}</Button>
        <Button small onClick={onRestore}>{say('history.restore')}</Button>
      </div>
      {children}
    </div>
  );
}
