/**
 * Another library in the place of the one that is there. The lock is held all the time; the database changes in one rename, and
 * what it replaces is kept: as a backup where it is whole, else put aside as it is.
 */
import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { beginBackup, finishBackup, listBackups, problemsOf, reading, rotate, unchangedSince } from './backup-folder.ts';
import { factsOf, type LibraryFacts, syncPath } from './backup-manifest.ts';
import { acquireLock } from './lock.ts';
import type { LockHolder } from './lock-note.ts';
import { migrate, refuseUnknown } from './migrations/index.ts';
import { configure, databaseFile, openWritable } from './open-database.ts';
import { attempt } from './refusal.ts';

const restoring = '.restoring';
const companions = ['', '-wal', '-shm', '-journal'] as const;

export interface Restored {
  readonly facts: LibraryFacts;
  /** Folder where what was there before is kept; null where nothing was. */
  readonly keptIn: string | null;
}

/** Removes what a restore left behind that was ended in the middle. The lock must be held. */
export function removeRestoring(dataFolder: string): void {
  rmSync(join(dataFolder, restoring), { recursive: true, force: true });
}

/** Holds the data folder while `action` works in an empty folder of it. */
export async function whileLocked<T>(dataFolder: string, holder: LockHolder, action: (workFolder: string) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
  const work = join(dataFolder, restoring);
  const locked = attempt(dataFolder, () => {
    mkdirSync(dataFolder, { recursive: true });
    const release = acquireLock(dataFolder, holder);
    removeRestoring(dataFolder);
    mkdirSync(work);
    return release;
  });
  if (!locked.ok) return locked;
  try {
    return await action(work);
  } catch (error) {
    return attempt(dataFolder, () => {
      throw error;
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
    locked.value();
  }
}

/** Makes a copy of a database ready to be used: of today's shape, checked throughout. Answers what is wrong with it, '' for nothing. */
export function makeReady(folder: string): string {
  const file = databaseFile(folder);
  const migrated = attempt(file, () => {
    const db = openWritable(file);
    try {
      refuseUnknown(db, file);
      migrate(db, () => undefined);
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
  });
  return migrated.ok ? (problemsOf(folder)[0] ?? '') : migrated.error.message;
}

/** Puts the database of `workFolder`, which is ready, into its place. The lock must be held. */
export function replaceDatabase(dataFolder: string, workFolder: string, nowMs: number, keep = keepCurrent): Restored {
  const ready = databaseFile(workFolder);
  const facts = reading(ready, factsOf);
  syncPath(ready);
  const keptIn = keep(dataFolder, nowMs);
  renameSync(ready, databaseFile(dataFolder));
  syncPath(dataFolder);
  return { facts, keptIn };
}

/** Restores a backup; the pictures it refers to are where they always were. */
export function restoreBackup(dataFolder: string, backupFolder: string, { nowMs, holder }: { readonly nowMs: number; readonly holder: LockHolder }): Promise<Result<Restored>> {
  return whileLocked(dataFolder, holder, (work) => {
    copyFileSync(databaseFile(backupFolder), databaseFile(work));
    const wrong = makeReady(work);
    return wrong === '' ? ok(replaceDatabase(dataFolder, work, nowMs)) : fail('bad-file', say('backups.backupDamaged', { id: basename(backupFolder), what: wrong }));
  });
}

/** Keeps the library that is there; afterwards only a whole database may stand in its place, or none. */
function keepCurrent(dataFolder: string, nowMs: number): string | null {
  return (existsSync(databaseFile(dataFolder)) ? keptAsBackup(dataFolder, nowMs) : null) ?? putAside(dataFolder, nowMs);
}

/** A whole library becomes a backup like any other, so that taking the restore back is restoring that one; null for a damaged one. */
function keptAsBackup(dataFolder: string, nowMs: number): string | null {
  const folder = beginBackup(dataFolder);
  const kept = attempt(dataFolder, () => {
    settle(databaseFile(dataFolder));
    copyFileSync(databaseFile(dataFolder), databaseFile(folder));
    if (makeReady(folder) !== '') return null;
    const same = unchangedSince(listBackups(dataFolder)[0], databaseFile(folder));
    if (same) return same.folder;
    const backup = finishBackup(dataFolder, folder, { reason: 'restore', nowMs });
    rotate(dataFolder);
    return backup.folder;
  });
  rmSync(folder, { recursive: true, force: true });
  // The log of a database whose place is taken by another would be read into that one.
  const hasLog = companions.slice(1).some((suffix) => existsSync(`${databaseFile(dataFolder)}${suffix}`));
  return kept.ok && kept.value !== null && !hasLog ? kept.value : null;
}

/** Writes the log into the database and removes it, so that the file alone is the library. */
function settle(file: string): void {
  const db = openWritable(file);
  try {
    refuseUnknown(db, file);
    configure(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/**
 * Moves the database, with its log, into a folder of its own under `put-aside`: nothing of it is changed, nothing is deleted.
 * The database goes first: a log that a kill leaves behind alone is found by the next start, which puts it aside as well.
 */
export function putAside(dataFolder: string, nowMs: number): string | null {
  if (!companions.some((suffix) => lstatSync(`${databaseFile(dataFolder)}${suffix}`, { throwIfNoEntry: false }))) return null;
  const parent = join(dataFolder, 'put-aside');
  mkdirSync(parent, { recursive: true });
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const taken = readdirSync(parent).filter((name) => name.startsWith(stamp)).length;
  const folder = join(parent, taken === 0 ? stamp : `${stamp}-${taken + 1}`);
  mkdirSync(folder);
  for (const suffix of companions) {
    const file = `${databaseFile(dataFolder)}${suffix}`;
    if (lstatSync(file, { throwIfNoEntry: false })) renameSync(file, `${databaseFile(folder)}${suffix}`);
  }
  syncPath(folder);
  syncPath(dataFolder);
  return folder;
}
