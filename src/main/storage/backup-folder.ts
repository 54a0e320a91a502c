/**
 * Where backups are: `backups/<number>-<UTC time>/` with `galley.db`, `manifest.json` and `pictures.txt`. A backup is a library
 * of its own that can be opened as one. Its name is given in one rename, so that there is a whole one or none.
 */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BackupManifest, type BackupReason, contentsOf, hashFile, readManifest, syncPath, writeManifest } from './backup-manifest.ts';
import { superseded } from './backup-rotation.ts';
import { contentHashOf } from './library-content.ts';
import { refuseUnknown } from './migrations/index.ts';
import { databaseFile, type Db, openForReading } from './open-database.ts';
import { attempt } from './refusal.ts';
import { verifyStore } from './verify.ts';

export interface Backup {
  /** Name of its folder. */
  readonly id: string;
  readonly folder: string;
  readonly number: number;
  /** null where the manifest is missing or damaged: then only reading the database tells what it is. */
  readonly manifest: BackupManifest | null;
}

export const backupsFolder = (dataFolder: string): string => join(dataFolder, 'backups');

const unfinished = '.unfinished-';
const nameForm = /^(\d{6,})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Newest first. Order is by number and never by time. */
export function listBackups(dataFolder: string): readonly Backup[] {
  const parent = backupsFolder(dataFolder);
  return namesIn(parent)
    .flatMap((id) => {
      const number = nameForm.exec(id)?.[1];
      const folder = join(parent, id);
      return number === undefined ? [] : [{ id, folder, number: Number(number), manifest: readManifest(folder) }];
    })
    .toSorted((a, b) => b.number - a.number);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No folder yet, or one that cannot be read now: no backup can be offered from it.
    return [];
  }
}

/** Removes what a process that was ended in the middle left behind; a backup that has its name is never touched. */
export function removeUnfinished(dataFolder: string): void {
  for (const name of namesIn(backupsFolder(dataFolder))) if (name.startsWith(unfinished)) rmSync(join(backupsFolder(dataFolder), name), { recursive: true, force: true });
}

/** A folder to put a new backup together in. */
export function beginBackup(dataFolder: string): string {
  removeUnfinished(dataFolder);
  const folder = join(backupsFolder(dataFolder), `${unfinished}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export interface Finishing {
  readonly reason: BackupReason;
  readonly nowMs: number;
}

/** What is wrong with a database, one sentence each; empty where all hashes are right. */
export function problemsOf(folder: string): readonly string[] {
  const file = databaseFile(folder);
  const read = attempt(file, () => reading(file, (db) => (refuseUnknown(db, file), verifyStore(db).problems)));
  return read.ok ? read.value : [read.error.message];
}

/** Writes what goes beside the database and gives the backup its name. The database in `folder` has been checked. */
export function finishBackup(dataFolder: string, folder: string, finishing: Finishing): Backup {
  const { facts, content, pictures } = reading(databaseFile(folder), contentsOf);
  const manifest: BackupManifest = { format: 'galley-backup', version: 1, takenAtMs: finishing.nowMs, reason: finishing.reason, facts, content, database: hashFile(databaseFile(folder)) };
  syncPath(databaseFile(folder));
  writeManifest(folder, manifest, pictures);
  syncPath(folder);
  const number = (listBackups(dataFolder)[0]?.number ?? 0) + 1;
  const id = `${String(number).padStart(6, '0')}-${new Date(finishing.nowMs).toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const named = join(backupsFolder(dataFolder), id);
  renameSync(folder, named);
  syncPath(backupsFolder(dataFolder));
  return { id, folder: named, number, manifest };
}

/** Drops what rotation no longer keeps. Called once a newer backup is checked and in its place. */
export function rotate(dataFolder: string): void {
  const good = listBackups(dataFolder).flatMap(({ id, manifest }) => (manifest ? [{ id, takenAtMs: manifest.takenAtMs, reason: manifest.reason }] : []));
  for (const id of superseded(good)) {
    // Out of sight in one step, then removed: a kill in between leaves nothing that looks like a backup.
    const gone = join(backupsFolder(dataFolder), `${unfinished}${basename(id)}`);
    renameSync(join(backupsFolder(dataFolder), id), gone);
    rmSync(gone, { recursive: true, force: true });
  }
}

/** True where the database is byte for byte what was checked when the backup was taken. */
export function isGood({ folder, manifest }: Backup): boolean {
  try {
    return manifest !== null && hashFile(databaseFile(folder)).sha256 === manifest.database.sha256;
  } catch {
    return false;
  }
}

/**
 * The backup as it can be relied on, or null. A manifest that is damaged while the database is whole is written again;
 * its time is then that of the name.
 */
export function checkBackup(backup: Backup): Backup | null {
  if (isGood(backup)) return backup;
  if (problemsOf(backup.folder).length > 0) return null;
  const file = databaseFile(backup.folder);
  const { facts, content, pictures } = reading(file, contentsOf);
  const [, , year, month, day, hour, minute, second] = (nameForm.exec(backup.id) ?? []).map(Number);
  const takenAtMs = backup.manifest?.takenAtMs ?? Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  const manifest: BackupManifest = { format: 'galley-backup', version: 1, takenAtMs, reason: backup.manifest?.reason ?? 'asked', facts, content, database: hashFile(file) };
  writeManifest(backup.folder, manifest, pictures);
  return { ...backup, manifest };
}

/** The newest backup that is good. */
export function lastGoodBackup(dataFolder: string): Backup | null {
  for (const backup of listBackups(dataFolder)) {
    const checked = checkBackup(backup);
    if (checked) return checked;
  }
  return null;
}

/** The newest backup where it says what this database says, in whatever place of the file, and still is what was checked. */
export function unchangedSince(newest: Backup | undefined, database: string): Backup | null {
  const content = newest?.manifest?.content ?? '';
  return newest && content !== '' && content === reading(database, contentHashOf) && isGood(newest) ? newest : null;
}

export function reading<T>(file: string, action: (db: Db) => T): T {
  const db = openForReading(file);
  try {
    return action(db);
  } finally {
    db.close();
  }
}
