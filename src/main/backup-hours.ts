import type { Events } from '../ipc/contract.ts';
import type { BackupClient } from './backup-client.ts';
import type { Log } from './log.ts';
import type { BackupReason } from './storage/backup-manifest.ts';

const hourMs = 60 * 60 * 1000;
/** The start belongs to the window and the person; the first look at the whole database comes after it. Milliseconds. */
const afterStartMs = 8000;
/** What closing keeps for itself after the backup, milliseconds: the store is closed then, and on a busy machine each process takes its time to go. */
const reserveMs = 1500;

interface Keeping {
  readonly log: Log;
  readonly tell: (notice: Events['backup-notice']) => void;
}

export interface BackupKeeper {
  /** The last backup, in what is left of the time that closing may take; one that is not whole by then is given up. */
  atQuit(leftMs: number): Promise<void>;
}

/**
 * Backups after the start, every hour of work and at quit. Each one reads the whole database and checks its hashes, so that
 * damage is told within the hour. The same trouble is told once.
 */
export function keepBackups(backups: BackupClient, { log, tell }: Keeping): BackupKeeper {
  const told = new Set<string>();
  const tellOnce = (notice: Events['backup-notice']): void => {
    if (told.has(notice.message)) return;
    told.add(notice.message);
    tell(notice);
  };
  const take = async (reason: BackupReason): Promise<void> => {
    const taken = await backups.run('take', { reason, nowMs: Date.now() });
    if (!taken.ok) {
      log(`no backup (${reason}): ${taken.error.code}`);
      if (reason !== 'quit') tellOnce({ message: taken.error.message, isDamage: taken.error.code === 'store-damaged' });
    } else if (taken.value.second !== '') tellOnce({ message: taken.value.second, isDamage: false });
  };
  const first = setTimeout(() => void take('start'), afterStartMs);
  const hourly = setInterval(() => void take('hour'), hourMs);
  return {
    async atQuit(leftMs) {
      clearTimeout(first);
      clearInterval(hourly);
      const patience = new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, leftMs - reserveMs)));
      await Promise.race([take('quit'), patience]);
      backups.stop();
    },
  };
}
