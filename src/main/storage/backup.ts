import { existsSync, rmSync } from 'node:fs';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { type Backup, beginBackup, finishBackup, type Finishing, isGood, listBackups, problemsOf, reading, rotate, unchangedSince } from './backup-folder.ts';
import { hashFile } from './backup-manifest.ts';
import { databaseFile, type Db, one, openForReading, openWritable } from './open-database.ts';
import { attempt, Refusal } from './refusal.ts';

/** Pages (4 KB) copied in one step; the writer is another process and waits for none of them. */
const pagesAStep = 256;

/**
 * Copies a library's database while it is written to: everything is read in one transaction, so that the copy is the state of
 * one moment. The copy is an ordinary database that reading does not change.
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  const db = openForReading(file);
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    await db.backup(target, { progress: () => pagesAStep });
  } finally {
    db.close();
  }
  const copy = openWritable(target);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

export interface Taken {
  readonly backup: Backup;
  /** True where nothing has changed since this backup, so that no other was made. */
  readonly unchanged: boolean;
}

/**
 * Takes a backup: copied, every page and every hash checked, named, and only then older ones rotated away.
 * A damaged database gives an error that says what is damaged; the backups stay as they are.
 */
export async function takeBackup(dataFolder: string, finishing: Finishing): Promise<Result<Taken>> {
  const file = databaseFile(dataFolder);
  if (!existsSync(file)) return fail('file-not-found', say('errors.noStore', { folder: dataFolder }));
  let folder = '';
  try {
    folder = beginBackup(dataFolder);
    const target = databaseFile(folder);
    await copyDatabase(file, target);
    const newest = listBackups(dataFolder)[0];
    // The same bytes were checked when the newest one was taken; else everything is read before it is compared.
    const isSameFile = newest?.manifest?.database.sha256 === hashFile(target).sha256;
    if (isSameFile && isGood(newest)) return ok({ backup: newest, unchanged: true });
    const problems = problemsOf(folder);
    if (problems.length > 0) return fail('store-damaged', say('backups.damagedNotKept', { count: problems.length, first: problems[0] ?? '' }));
    const same = unchangedSince(newest, target);
    if (same) return ok({ backup: same, unchanged: true });
    const backup = finishBackup(dataFolder, folder, finishing);
    rotate(dataFolder);
    return ok({ backup, unchanged: false });
  } catch (error) {
    return attempt(file, () => {
      throw error;
    });
  } finally {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A backup of the database as it is, in its old shape, before a migration. Its content hashes are those of that shape and were
 * checked by the Galley that wrote it; here its pages are.
 * @throws Refusal where the database is damaged: it is not migrated then
 */
export function backUpBeforeMigration(dataFolder: string, db: Db, nowMs: number): void {
  const folder = beginBackup(dataFolder);
  try {
    db.prepare('VACUUM INTO ?').run(databaseFile(folder));
    const integrity = reading(databaseFile(folder), (copy) => one<{ found: string }>(copy, 'SELECT integrity_check AS found FROM pragma_integrity_check')?.found);
    if (integrity !== 'ok') throw new Refusal('store-damaged', 'errors.storeDamaged', { file: databaseFile(dataFolder) });
    finishBackup(dataFolder, folder, { reason: 'migration', nowMs });
    rotate(dataFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
