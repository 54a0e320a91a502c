import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { BackupRow } from '../../ipc/backups.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { moment } from '../ui/times.ts';
import { BackupArticles } from './backup-articles.tsx';
import { BackupList } from './backup-list.tsx';
import './backups.css';
import { type RestoringProps, useRestoring } from './use-restoring.ts';

export type BackupsViewProps = Omit<RestoringProps, 'backup' | 'onTaken'>;

/** Every backup, what is in it, and bringing one article or all of them back. */
export function BackupsView({ zone, onBefore, onArticle, onLibrary, onClose }: BackupsViewProps): ReactNode {
  const notices = useNotices();
  const [rows, setRows] = useState<readonly BackupRow[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const read = useCallback(
    () =>
      void call('backups.list', null).then((listed) => {
        if (!listed.ok) return notices.fail(listed.error);
        setRows(listed.value);
        setChosen((id) => (listed.value.some((row) => row.id === id) ? id : (listed.value[0]?.id ?? null)));
      }),
    [notices],
  );
  useEffect(read, [read]);
  const backup = rows?.find(({ id }) => id === chosen);
  // The new one is what one wants to look at.
  const onTaken = (): void => {
    setChosen(null);
    read();
  };
  const { busy, said, take, restoreArticle, restoreAll } = useRestoring({ backup, zone, onBefore, onArticle, onLibrary, onClose, onTaken });
  const choose = (id: string): void => {
    setChosen(id);
    setAsking(false);
  };
  return (
    <Dialog label={say('backups.title')} kind="backups" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('backups.title')}</h1>
          <p>{say('backups.about')}</p>
          <p className="backup-said" role="status">{said}</p>
        </div>
        <div className="backup-actions">
          <Button disabled={busy} onClick={() => void take()}>{say('backups.now')}</Button>
          <Button onClick={onClose} aria-label={say('backups.close')}>{say('library.close')}</Button>
        </div>
      </header>
      {rows && rows.length === 0 ? <p className="empty">{say('backups.none')}</p> : null}
      {rows && backup ? (
        <div className="backup-columns" aria-busy={busy}>
          <BackupList rows={rows} chosen={chosen} zone={zone} onChoose={choose} />
          <div className="backup-inside">
            <BackupArticles key={backup.id} backup={backup} zone={zone} onRestore={(row) => void restoreArticle(row)} />
            <RestoreAll asking={asking} busy={busy} time={moment(backup.takenAtMs, zone)} onAsk={setAsking} onGo={() => void restoreAll()} />
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}

interface RestoreAllProps {
  readonly asking: boolean;
  readonly busy: boolean;
  readonly time: string;
  readonly onAsk: (asking: boolean) => void;
  readonly onGo: () => void;
}

/** Asked once, in place: it changes every article, and can be taken back. */
function RestoreAll({ asking, busy, time, onAsk, onGo }: RestoreAllProps): ReactNode {
  if (!asking) return <footer className="backup-foot"><Button disabled={busy} onClick={() => onAsk(true)}>{say('backups.restoreAll')}</Button></footer>;
  return (
    <footer className="backup-foot asking" role="group" aria-label={say('backups.restoreAll')}>
      <p>{say('backups.restoreAllAsk', { time })}</p>
      <Button kind="quiet" onClick={() => onAsk(false)}>{say('backups.cancel')}</Button>
      <Button kind="primary" disabled={busy} autoFocus onClick={onGo}>{say('backups.restoreAllGo')}</Button>
    </footer>
  );
}
