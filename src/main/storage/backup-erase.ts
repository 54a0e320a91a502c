/** What is deleted for good leaves the backups as well: each that holds it is written anew without it. */
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../../article/without-passage.ts';
import { backupsFolder, beginBackup, type Backup, listBackups, reading } from './backup-folder.ts';
import { contentsOf, hashFile, picturesOf, readPictures, syncPath, writeManifest } from './backup-manifest.ts';
import { makeReady } from './backup-restore.ts';
import { countUseIfThere } from './blocks.ts';
import type { StorageContext } from './calls.ts';
import { eraseArticle, tidy } from './erase.ts';
import { erasePassage } from './erase-passage.ts';
import { all, databaseFile, type Db, one, openWritable, run } from './open-database.ts';
import { attempt } from './refusal.ts';
import { articlesWith, picturesWith } from './passage-elsewhere.ts';
import { salvageInto } from './salvage.ts';
import { readVarints } from './varint.ts';

/** A whole article, or words of it. */
export interface BackupErasure {
  readonly articleId: string;
  /** What is to be removed from it; null: the article itself goes. */
  readonly passage: Passage | null;
  readonly nowMs: number;
  readonly context: StorageContext;
  /** Pictures that only the article had. */
  readonly pictures: readonly string[];
}

export interface ErasedFromBackups {
  /** Backups, and damaged libraries that were put aside, that were written anew. */
  readonly backups: number;
  readonly pictures: number;
  /** Files and folders that may still hold it. */
  readonly unreached: readonly string[];
  /** Names of other articles that say the removed words as well; they were not touched. */
  readonly alsoIn: readonly string[];
}

/** `dataFolder`: a data folder, or a folder of that shape on a second disk. */
export function eraseFromBackups(dataFolder: string, erasure: BackupErasure): ErasedFromBackups {
  const unreached: string[] = [];
  let backups = 0;
  const clean = (folder: string, action: () => boolean): void => {
    const done = attempt(folder, action);
    if (!done.ok) unreached.push(folder);
    else if (done.value) backups += 1;
  };
  for (const backup of listBackups(dataFolder)) clean(backup.folder, () => eraseFromBackup(dataFolder, backup, erasure));
  for (const folder of putAsideIn(dataFolder)) clean(folder, () => eraseFromPutAside(dataFolder, folder, erasure));
  const library = databaseFile(dataFolder);
  const { articleId, passage } = erasure;
  const rest = passage && existsSync(library) ? reading(library, (db) => ({ alsoIn: articlesWith(db, { articleId, passage }), files: picturesWith(db, dataFolder, { articleId, passage }) })) : { alsoIn: [], files: [] };
  return { backups, pictures: removePictures(dataFolder, erasure.pictures), unreached: [...unreached, ...rest.files], alsoIn: rest.alsoIn };
}

/** @throws where something that may hold it cannot be reached */
function eraseIn(db: Db, { articleId, passage, nowMs, context }: BackupErasure): void {
  const { unreached } = passage ? erasePassage(db, { articleId, passage, nowMs, context }) : eraseArticle(db, articleId, { nowMs, context });
  if (unreached.length > 0) throw new Error(unreached.join());
}

const holds = (db: Db, articleId: string): boolean => one(db, 'SELECT 1 FROM articles WHERE uuid = ?', articleId) !== undefined;

/** @returns whether the backup held the article; one that did is written anew even without the words, whose bytes may be in free pages */
function eraseFromBackup(dataFolder: string, backup: Backup, erasure: BackupErasure): boolean {
  const file = databaseFile(backup.folder);
  if (!reading(file, (db) => holds(db, erasure.articleId))) return false;
  const work = beginBackup(dataFolder);
  try {
    const copy = databaseFile(work);
    copyFileSync(file, copy);
    const before = makeReady(work);
    if (before !== '') throw new Error(before);
    const db = openWritable(copy);
    try {
      eraseIn(db, erasure);
    } finally {
      db.close();
    }
    syncPath(copy);
    renameSync(copy, file);
    const { facts, content, pictures } = reading(file, contentsOf);
    const { takenAtMs, reason } = backup.manifest ?? { takenAtMs: erasure.nowMs, reason: 'asked' };
    writeManifest(backup.folder, { format: 'galley-backup', version: 1, takenAtMs, reason, facts, content, database: hashFile(file) }, pictures);
    syncPath(backup.folder);
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
    syncPath(backupsFolder(dataFolder));
  }
}

function putAsideIn(dataFolder: string): readonly string[] {
  const parent = join(dataFolder, 'put-aside');
  return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [];
}

/**
 * A damaged library cannot be cleaned where it stands. What can still be read of it takes its place, without what is to go; what
 * could not be read goes with it, for nobody can say what that was.
 */
function eraseFromPutAside(dataFolder: string, folder: string, erasure: BackupErasure): boolean {
  const file = databaseFile(folder);
  const logs = ['-wal', '-shm', '-journal'].map((suffix) => `${file}${suffix}`);
  if ([file, ...logs].every((path) => !existsSync(path) || isBlank(path))) return false;
  const work = beginBackup(dataFolder);
  try {
    const copy = databaseFile(work);
    const db = openWritable(copy);
    try {
      const { blocks, articles } = salvageInto(db, file, null);
      // Another program's file: it is not Galley's to change.
      if (blocks + articles === 0) throw new Error(file);
      run(db, 'DELETE FROM revisions WHERE article NOT IN (SELECT id FROM articles)');
      for (const { blocks: held } of all<{ blocks: Uint8Array }>(db, 'SELECT blocks FROM articles')) for (const block of readVarints(held)) countUseIfThere(db, block, 1);
      if (holds(db, erasure.articleId)) eraseIn(db, erasure);
      else tidy(db);
    } finally {
      db.close();
    }
    syncPath(copy);
    renameSync(copy, file);
    for (const path of logs) rmSync(path, { force: true });
    syncPath(folder);
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const isBlank = (path: string): boolean => statSync(path).isFile() && readFileSync(path).every((byte) => byte === 0);

/** Removes the files of pictures that the library and all its backups no longer name. */
function removePictures(dataFolder: string, candidates: readonly string[]): number {
  const kept = new Set(listBackups(dataFolder).flatMap(({ folder }) => readPictures(folder)));
  const library = databaseFile(dataFolder);
  if (existsSync(library)) for (const id of reading(library, picturesOf)) kept.add(id);
  let removed = 0;
  for (const id of candidates) {
    if (kept.has(id)) continue;
    for (const top of ['images', 'thumbnails']) {
      const folder = join(dataFolder, top, id.slice('sha256-'.length, 'sha256-'.length + 2));
      for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith(`${id}.`)) : []) {
        rmSync(join(folder, name));
        // A thumbnail is no picture of its own.
        if (top === 'images') removed += 1;
      }
    }
  }
  return removed;
}
