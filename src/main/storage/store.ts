import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { Result } from '../../ipc/result.ts';
import { storageAnswers } from './answers.ts';
import { findArticle } from './articles.ts';
import { removeUnfinished } from './backup-folder.ts';
import { removeRestoring } from './backup-restore.ts';
import { backUpBeforeMigration } from './backup.ts';
import type { StorageCallName, StorageCalls, StorageContext } from './calls.ts';
import { Desk } from './desk.ts';
import { acquireLock } from './lock.ts';
import { migrate, refuseUnknown } from './migrations/index.ts';
import { all, closeUntouched, configure, databaseFile, type Db, openWritable } from './open-database.ts';
import { attempt } from './refusal.ts';
import { refuseDamaged } from './salvage-recover.ts';
import { indexRest } from './search.ts';
import { type Clock, systemClock, timedRevisions } from './timed-revisions.ts';

export interface Store {
  call<Name extends StorageCallName>(name: Name, request: StorageCalls[Name]['request'], context: StorageContext): Result<StorageCalls[Name]['answer']>;
  /** Checkpoints, and gives the data folder back. */
  close(): void;
}

export interface StoreOptions {
  readonly clock?: Clock;
  /** Something changed that no call asked for (a timed revision). */
  readonly onLibraryChanged?: () => void;
  /** A timed revision failed; the next one is tried after the next save. */
  readonly onFailure?: (message: string) => void;
}

/** Between two parts of an indexing in the background, milliseconds. */
const indexPauseMs = 50;

export { databaseFile };

/** Takes the data folder, opens its database, brings it to today's shape. Nothing in a folder that is refused is changed. */
export function openStore(folder: string, options: StoreOptions = {}): Result<Store> {
  const file = databaseFile(folder);
  return attempt(file, () => {
    const release = acquireLock(folder);
    removeLeftovers(folder);
    let db: Db | undefined;
    const { clock = systemClock } = options;
    try {
      refuseDamaged(folder);
      const opened = (db = openWritable(file));
      refuseUnknown(opened, file);
      configure(opened);
      migrate(opened, () => backUpBeforeMigration(folder, opened, clock.nowMs()));
      // SQLite shrugs where the folder's own sync fails: a journal removed a moment ago could come back after a power cut and undo all that follows.
      syncNames(folder);
      return startStore(opened, file, { release, ...options });
    } catch (error) {
      if (db) closeUntouched(db);
      release();
      throw error;
    }
  });
}

/** What processes left that were ended in the middle of a backup or a restore; the lock says that none is at work. */
function removeLeftovers(folder: string): void {
  removeUnfinished(folder);
  removeRestoring(folder);
}

/** Makes the names in a folder durable. Windows has no such call. */
function syncNames(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function startStore(db: Db, file: string, { clock = systemClock, onLibraryChanged, onFailure, release }: StoreOptions & { readonly release: () => void }): Store {
  const desk = new Desk(db, clock, (self) =>
    timedRevisions(clock, (articleId) => {
      const made = attempt(file, () => {
        const row = findArticle(db, articleId);
        indexRest(db);
        return self.makeRevision(row, { cause: 'typing-pause', origin: row.saved_by });
      });
      if (!made.ok) onFailure?.(made.error.message);
      else if (made.value) onLibraryChanged?.();
    }),
  );
  const answers = storageAnswers(desk);
  // After an upgrade the whole library is to be indexed: a little at a time, so that opening and saving do not wait.
  let callOffIndexing = (): void => undefined;
  const indexSome = (): void => {
    const indexed = attempt(file, () => indexRest(db, 20));
    callOffIndexing();
    callOffIndexing = indexed.ok && indexed.value ? () => undefined : clock.after(indexPauseMs, indexSome);
    if (!indexed.ok) onFailure?.(indexed.error.message);
  };
  callOffIndexing = clock.after(indexPauseMs, indexSome);
  // What a crash left without a revision gets one as if typing had paused now.
  for (const { uuid } of all<{ uuid: string }>(db, 'SELECT uuid FROM articles WHERE dirty = 1')) desk.timed.saved(uuid);
  return {
    call: (name, request, context) => {
      const answer = attempt(file, () => answers[name](request, context));
      // The index was emptied with what is gone.
      if (name === 'articles.eraseHere' || name === 'articles.erasePassageHere') indexSome();
      return answer;
    },
    close: () => {
      callOffIndexing();
      desk.timed.stop();
      db.close();
      release();
    },
  };
}
