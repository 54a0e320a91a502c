/** A store that cannot be opened, or is damaged: what is wrong, what there is to bring back, and bringing it back. */
import { copyFileSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { type Backup, lastGoodBackup, listBackups, reading } from './backup-folder.ts';
import { makeReady, putAside, replaceDatabase, type Restored, whileLocked } from './backup-restore.ts';
import type { StorageContext } from './calls.ts';
import { headOf, isCutOff, isLogDamaged } from './log-check.ts';
import { kindOf } from './migrations/file-mark.ts';
import { migrate, newestVersion } from './migrations/index.ts';
import { databaseFile, openForReading, openWritable, run } from './open-database.ts';
import { originOf } from './origins.ts';
import { attempt, Refusal } from './refusal.ts';
import { type Adopted, adoptAll } from './salvage-adopt.ts';
import { type Found, salvageInto } from './salvage.ts';

export type Trouble = 'damaged' | 'missing' | 'newer' | 'foreign';
export type Recovery = 'everything' | 'backup' | 'empty';

export interface Assessment {
  readonly trouble: Trouble;
  readonly backup: { readonly id: string; readonly takenAtMs: number; readonly articles: number } | null;
  /** What can still be read of the damaged file. */
  readonly found: Found;
}

export interface Recovered extends Restored {
  readonly backup: Assessment['backup'];
  readonly adopted: readonly Adopted[];
}

/** Refuses to start an empty library where there was one, and to let SQLite drop the damaged half of a log. @throws Refusal */
export function refuseDamaged(dataFolder: string): void {
  const file = databaseFile(dataFolder);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new Refusal('store-damaged', 'errors.storeDamaged', { file });
  const isEmpty = !found || found.size === 0;
  if (isEmpty && (listBackups(dataFolder).length > 0 || hasLog(file))) throw new Refusal('store-damaged', 'backups.missing', { file });
  if (!isEmpty && isLogDamaged(file)) throw new Refusal('store-damaged', 'backups.logDamaged', { file });
  if (!isEmpty && isCutOff(file)) throw new Refusal('store-damaged', 'backups.cutOff', { file });
}

const hasLog = (file: string): boolean => (lstatSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Looks at everything and changes nothing but an unfinished work folder of its own. */
export function assess(dataFolder: string): Promise<Result<Assessment>> {
  return whileLocked(dataFolder, 'window', (work) => {
    const backup = lastGoodBackup(dataFolder);
    const found = salvage(dataFolder, work, backup);
    return ok({ trouble: troubleOf(dataFolder, found), backup: summaryOf(backup), found });
  });
}

function troubleOf(dataFolder: string, found: Found): Trouble {
  const file = databaseFile(dataFolder);
  const entry = lstatSync(file, { throwIfNoEntry: false });
  if (!entry || entry.size === 0) return 'missing';
  if (!entry.isFile()) return 'foreign';
  if (!isDatabase(file)) return found.articles > 0 || isBlank(file) ? 'damaged' : 'foreign';
  const kind = attempt(file, () => reading(file, (db) => kindOf(db, newestVersion)));
  if (kind.ok && kind.value === 'newer') return 'newer';
  return kind.ok && kind.value === 'foreign' && found.articles === 0 ? 'foreign' : 'damaged';
}

const isDatabase = (file: string): boolean => headOf(file).toString('latin1', 0, 15) === 'SQLite format 3';
const isBlank = (file: string): boolean => headOf(file).every((byte) => byte === 0);

function salvage(dataFolder: string, work: string, backup: Backup | null): Found {
  const file = databaseFile(dataFolder);
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile() && !hasLog(file)) return { blocks: 0, articles: 0, revisions: 0 };
  const folder = join(work, 'salvage');
  mkdirSync(folder);
  const db = openWritable(databaseFile(folder));
  const source = backup && openForReading(databaseFile(backup.folder));
  try {
    return salvageInto(db, file, source);
  } finally {
    db.close();
    source?.close();
  }
}

const summaryOf = (backup: Backup | null): Assessment['backup'] =>
  backup?.manifest ? { id: backup.id, takenAtMs: backup.manifest.takenAtMs, articles: backup.manifest.facts.articles + backup.manifest.facts.trashed } : null;

/**
 * Builds a whole library and puts it into the place of the damaged one, which is put aside as it is. `everything`: the last good
 * backup and all that is newer and can still be read; `backup`: that backup alone; `empty`: a new library.
 * A newer Galley's database is never replaced.
 */
export function recover(dataFolder: string, how: Recovery, context: StorageContext & { readonly nowMs: number }): Promise<Result<Recovered>> {
  return whileLocked(dataFolder, 'window', (work) => {
    const backup = how === 'empty' ? null : lastGoodBackup(dataFolder);
    if (how === 'backup' && !backup) return fail('file-not-found', say('backups.noBackup'));
    const found: Found = how === 'everything' ? salvage(dataFolder, work, backup) : { blocks: 0, articles: 0, revisions: 0 };
    if (troubleOf(dataFolder, found) === 'newer') return fail('newer-database', say('backups.newer', { file: databaseFile(dataFolder) }));
    if (backup) copyFileSync(databaseFile(backup.folder), databaseFile(work));
    const adopted = build(work, how === 'everything' && existsSync(databaseFile(join(work, 'salvage'))), context);
    const wrong = makeReady(work);
    if (wrong !== '') return fail('store-damaged', wrong);
    const restored = replaceDatabase(dataFolder, work, context.nowMs, putAside);
    return ok({ ...restored, backup: summaryOf(backup), adopted });
  });
}

function build(work: string, hasSalvage: boolean, context: StorageContext & { readonly nowMs: number }): readonly Adopted[] {
  const db = openWritable(databaseFile(work));
  const salvaged = hasSalvage ? openForReading(databaseFile(join(work, 'salvage'))) : null;
  try {
    migrate(db, () => undefined);
    db.pragma('foreign_keys = ON');
    const adopted = salvaged ? adoptAll(db, salvaged, { nowMs: context.nowMs, origin: originOf(db, context) }) : [];
    run(db, 'UPDATE articles SET unindexed = 1');
    return adopted;
  } finally {
    db.close();
    salvaged?.close();
    rmSync(join(work, 'salvage'), { recursive: true, force: true });
  }
}
