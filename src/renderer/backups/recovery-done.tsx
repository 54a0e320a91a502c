import type { ReactNode } from 'react';
import type { RecoveryReport } from '../../ipc/backups.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { moment } from '../ui/times.ts';

interface RecoveryDoneProps {
  readonly report: RecoveryReport;
  readonly zone: string;
  readonly onDone: () => void;
}

/** What came back, article by article where it was newer than the backup, and what did not. */
export function RecoveryDone({ report: { articles, backup, adopted, keptIn }, zone, onDone }: RecoveryDoneProps): ReactNode {
  return (
    <main className="recovery">
      <div>
        <h1>{say('backups.done')}</h1>
        <p className="recovery-about" role="status">{say('backups.doneAbout', { articles })}{backup ? ` ${say('backups.doneBackup', { time: moment(backup.takenAtMs, zone) })}` : ''}</p>
        {adopted.length > 0 ? (
          <section aria-label={say('backups.adopted')}>
            <h2>{say('backups.adopted')}</h2>
            <ul className="recovery-adopted">
              {adopted.map(({ name, text, revisions, lostBlocks, lostRevisions }) => (
                <li key={`${name}|${revisions}|${lostBlocks}`}>{say(`backups.adopted-${text}`, { name, revisions, lost: lostBlocks })}{say('backups.lostRevisions', { count: lostRevisions })}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {keptIn === null ? null : <p className="recovery-path">{say('backups.kept', { folder: keptIn })}</p>}
        <div className="recovery-ways"><Button kind="primary" autoFocus onClick={onDone}>{say('backups.goOn')}</Button></div>
      </div>
    </main>
  );
}
