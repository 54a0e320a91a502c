import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { RecoveryReport, RecoveryState } from '../../ipc/backups.ts';
import { say } from '../../language/index.ts';
import { api, call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { moment } from '../ui/times.ts';
import './backups.css';
import { RecoveryDone } from './recovery-done.tsx';

interface RecoveryProps {
  readonly state: RecoveryState;
  readonly zone: string;
  /** Back to a library that is open although it is damaged; null where there is none to go back to. */
  readonly onLeave: (() => void) | null;
  /** The library is whole again. */
  readonly onDone: () => void;
}

/** What happened to the library, what there is to bring back, and the choices. Nothing is done before one is made. */
export function Recovery({ state, zone, onLeave, onDone }: RecoveryProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(state.trouble === 'other' ? state.message : '');
  const [report, setReport] = useState<RecoveryReport | null>(null);
  // There is no text in this window: it may close at once.
  useEffect(() => api.on('closing', () => void call('shell.readyToClose', { isSaved: true })), []);
  const run = useCallback(async (how: 'everything' | 'backup' | 'empty') => {
    setBusy(true);
    setFailure('');
    const done = await call('recovery.run', { how });
    setBusy(false);
    if (done.ok) setReport(done.value);
    else setFailure(done.error.message);
  }, []);
  const retry = async (): Promise<void> => {
    const opened = await call('recovery.retry', null);
    if (opened.ok) onDone();
    else setFailure(opened.error.message);
  };
  if (report) return <RecoveryDone report={report} zone={zone} onDone={onDone} />;
  const { trouble } = state;
  return (
    <main className="recovery" aria-busy={busy}>
      <div>
        <h1>{say(`backups.title-${trouble}`)}</h1>
        <p className="recovery-about">{say(`backups.about-${trouble}`)}</p>
        <Facts state={state} zone={zone} />
        {failure ? <p className="recovery-failure" role="alert">{failure}</p> : null}
        {busy ? <p role="status">{say('backups.working')}</p> : null}
        <Choices state={state} busy={busy} onRun={(how) => void run(how)} />
        <div className="recovery-ways">
          {trouble === 'other' ? <Button kind="primary" onClick={() => void retry()}>{say('backups.tryAgain')}</Button> : null}
          {onLeave ? <Button kind="quiet" disabled={busy} onClick={onLeave}>{say('backups.leaveIt')}</Button> : null}
          <Button kind="quiet" disabled={busy} onClick={() => void call('recovery.quit', null)}>{say('backups.quit')}</Button>
        </div>
      </div>
    </main>
  );
}

function Facts({ state: { trouble, file, backup, found }, zone }: { readonly state: RecoveryState; readonly zone: string }): ReactNode {
  return (
    <dl className="recovery-facts">
      <dt>{say('backups.file')}</dt>
      <dd className="recovery-path">{file}</dd>
      {trouble === 'newer' || trouble === 'other' ? null : (
        <>
          <dt>{say('backups.lastBackup')}</dt>
          <dd>{backup ? say('backups.backupOf', { time: moment(backup.takenAtMs, zone), articles: backup.articles }) : say('backups.noBackupYet')}</dd>
        </>
      )}
      {trouble === 'damaged' ? (
        <>
          <dt>{say('backups.stillReadable')}</dt>
          <dd>{say('backups.readable', found)}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** The ways on, the fullest first. */
function Choices({ state: { trouble, backup, found }, busy, onRun }: { readonly state: RecoveryState; readonly busy: boolean; readonly onRun: (how: 'everything' | 'backup' | 'empty') => void }): ReactNode {
  if (trouble === 'newer' || trouble === 'other') return null;
  const hasMore = found.articles > 0 || found.revisions > 0;
  const choices = [
    ...(hasMore ? [{ how: 'everything', label: 'backups.bringBack', about: 'backups.bringBackAbout' } as const] : []),
    ...(backup ? [{ how: 'backup', label: 'backups.onlyBackup', about: 'backups.onlyBackupAbout' } as const] : []),
    { how: 'empty', label: 'backups.startEmpty', about: 'backups.startEmptyAbout' } as const,
  ];
  return (
    <ul className="recovery-choices">
      {choices.map(({ how, label, about }, index) => (
        <li key={how}>
          <Button kind={index === 0 ? 'primary' : 'plain'} disabled={busy} autoFocus={index === 0} aria-describedby={`recovery-${how}`} onClick={() => onRun(how)}>{say(label)}</Button>
          <span id={`recovery-${how}`}>{say(about)}</span>
        </li>
      ))}
    </ul>
  );
}
