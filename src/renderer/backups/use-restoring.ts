import { useState } from 'react';
import type { BackupRow } from '../../ipc/backups.ts';
import type { ArticleSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { useNotices } from '../ui/notices.tsx';
import { moment } from '../ui/times.ts';
import { nameOf } from './backup-articles.tsx';

export interface RestoringProps {
  /** The one that is looked at. */
  readonly backup: BackupRow | undefined;
  readonly zone: string;
  /** Saves what is unsaved; false where that could not be done, and nothing may be replaced then. */
  readonly onBefore: () => Promise<boolean>;
  /** An article is another one now and is shown. */
  readonly onArticle: (articleId: string) => void;
  /** The whole library is another one now. */
  readonly onLibrary: () => void;
  readonly onTaken: () => void;
  readonly onClose: () => void;
}

interface Restoring {
  readonly busy: boolean;
  /** What the last backup on demand came to; '' before one. */
  readonly said: string;
  readonly take: () => Promise<void>;
  readonly restoreArticle: (row: ArticleSummary) => Promise<void>;
  readonly restoreAll: () => Promise<void>;
}

/** Making a backup, and bringing one article or all of them back, each with its undo. */
export function useRestoring({ backup, zone, onBefore, onArticle, onLibrary, onTaken, onClose }: RestoringProps): Restoring {
  const notices = useNotices();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const work = async (job: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await job();
    setBusy(false);
  };
  const take = (): Promise<void> =>
    work(async () => {
      const taken = (await onBefore()) ? await call('backups.take', null) : null;
      if (!taken) return;
      setSaid(taken.ok ? say(taken.value.unchanged ? 'backups.unchangedSince' : 'backups.made') : taken.error.message);
      onTaken();
    });
  const restoreArticle = (row: ArticleSummary): Promise<void> =>
    work(async () => {
      if (!backup || !(await onBefore())) return;
      const back = await call('backups.restoreArticle', { backupId: backup.id, articleId: row.id });
      if (!back.ok) return notices.fail(back.error);
      onArticle(back.value.articleId);
      const undo = async (): Promise<void> => {
        if (!(await onBefore())) return;
        const undone = await call('backups.undoArticle', back.value);
        if (!undone.ok) return notices.fail(undone.error);
        if (back.value.replaced === null) onLibrary();
        else onArticle(back.value.articleId);
        notices.show({ text: say('backups.undone') });
      };
      notices.show({ text: say(back.value.replaced === null ? 'backups.restoredGone' : 'backups.restoredArticle', { name: nameOf(row) }), action: { label: say('backups.undo'), run: () => void undo() } });
      onClose();
    });
  const restoreAll = (): Promise<void> =>
    work(async () => {
      if (!backup || !(await onBefore())) return;
      const restored = await call('backups.restoreAll', { backupId: backup.id });
      if (!restored.ok) return notices.fail(restored.error);
      onLibrary();
      const { undo } = restored.value;
      const takeBack = async (backupId: string): Promise<void> => {
        const undone = await call('backups.restoreAll', { backupId });
        if (!undone.ok) return notices.fail(undone.error);
        onLibrary();
        notices.show({ text: say('backups.undone') });
      };
      notices.show({ text: say('backups.restoredAll', { time: moment(backup.takenAtMs, zone) }), ...(undo === null ? {} : { action: { label: say('backups.undo'), run: () => void takeBack(undo) } }) });
    });
  return { busy, said, take, restoreArticle, restoreAll };
}
