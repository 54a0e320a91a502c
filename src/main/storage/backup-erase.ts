/** What is deleted for good leaves the backups as well: each that holds it is written anew without it. */
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupsFolder, beginBackup, type Backup, listBackups, reading } from './backup-folder.ts';
import { contentsOf, hashFile, picturesOf, readPictures, syncPath, writeManifest } from './backup-manifest.ts';
import { makeReady } from './backup-restore.ts';
import type { StorageContext } from './calls.ts';
import { eraseArticle } from './erase.ts';
import { databaseFile, one, openWritable } from './open-database.ts';
import { attempt } from './refusal.ts';

export interface BackupErasure {
  readonly articleId: string;
  readonly nowMs: number;
  readonly context: StorageContext;
  /** Pictures that only the article had. */
  readonly pictures: readonly string[];
}

export interface ErasedFromBackups {
  /** Backups that were written anew. */
  readonly backups: number;
  readonly pictures: number;
  /** Files and folders that may still hold it. */
  readonly unreached: readonly string[];
}

/** `dataFolder`: a data folder, or a folder of that shape on a second disk. */
export function eraseFromBackups(dataFolder: string, erasure: BackupErasure): ErasedFromBackups {
  const unreached: string[] = [];
  let backups = 0;
  for (const backup of listBackups(dataFolder)) {
    const done = attempt(backup.folder, () => eraseFromBackup(dataFolder, backup, erasure));
    if (!done.ok) unreached.push(backup.folder);
    else if (done.value) backups += 1;
  }
  // Damaged databases that were put aside cannot be opened to be cleaned.
  const aside = join(dataFolder, 'put-aside');
  if (existsSync(aside)) unreached.push(...readdirSync(aside).map((name) => join(aside, name)));
  return { backups, pictures: removePictures(dataFolder, erasure.pictures), unreached };
}

/** @returns whether the backup held the article */
function eraseFromBackup(dataFolder: string, backup: Backup, { articleId, nowMs, context }: BackupErasure): boolean {
  const file = databaseFile(backup.folder);
  if (!reading(file, (db) => one(db, 'SELECT 1 FROM articles WHERE uuid = ?', articleId))) return false;
  const work = beginBackup(dataFolder);
  try {
    const copy = databaseFile(work);
    copyFileSync(file, copy);
    const before = makeReady(work);
    if (before !== '') throw new Error(before);
    const db = openWritable(copy);
    try {
      const { unreached } = eraseArticle(db, articleId, { nowMs, context });
      if (unreached.length > 0) throw new Error(unreached.join());
    } finally {
      db.close();
    }
    syncPath(copy);
    renameSync(copy, file);
    const { facts, content, pictures } = reading(file, contentsOf);
    const { takenAtMs, reason } = backup.manifest ?? { takenAtMs: nowMs, reason: 'asked' };
    writeManifest(backup.folder, { format: 'galley-backup', version: 1, takenAtMs, reason, facts, content, database: hashFile(file) }, pictures);
    syncPath(backup.folder);
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
    syncPath(backupsFolder(dataFolder));
  }
}

/** Removes the files of pictures that the library and all its backups no longer name. */
function removePictures(dataFolder: string, candidates: readonly string[]): number {
  const kept = new Set(listBackups(dataFolder).flatMap(({ folder }) => readPictures(folder)));
  const library = databaseFile(dataFolder);
  if (existsSync(library)) for (const id of reading(library, picturesOf)) kept.add(id);
  let removed = 0;
  for (const id of candidates) {
    const folder = join(dataFolder, 'images', id.slice('sha256-'.length, 'sha256-'.length + 2));
    if (kept.has(id) || !existsSync(folder)) continue;
    for (const name of readdirSync(folder).filter((file) => file.startsWith(`${id}.`))) {
      rmSync(join(folder, name));
      removed += 1;
    }
  }
  return removed;
}
