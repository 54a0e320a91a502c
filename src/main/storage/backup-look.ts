/** Looking into backups, those of this disk and those of the second one, without changing any. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Article } from '../../article/article.ts';
import type { BackupRow } from '../../ipc/backups.ts';
import type { ArticleSummary } from '../../ipc/contract.ts';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { type ArticleRow, findArticle, readWorkingCopy, summaryOf } from './articles.ts';
import { copiesIn } from './backup-copy.ts';
import { type Backup, listBackups, reading } from './backup-folder.ts';
import type { Library } from './backup-jobs.ts';
import { makeReady } from './backup-restore.ts';
import { newestVersion } from './migrations/index.ts';
import { padOf } from './notes-pad.ts';
import { all, databaseFile, type Db } from './open-database.ts';
import { attempt, Refusal } from './refusal.ts';

interface Placed {
  readonly id: string;
  readonly place: BackupRow['place'];
  readonly backup: Backup;
  /** Folder whose `images` go with it. */
  readonly home: string;
}

/** Those of this disk, then what only the second folder has; one that is in both is listed once. */
function placed({ dataFolder, second }: Library): readonly Placed[] {
  const here = listBackups(dataFolder).map((backup): Placed => ({ id: backup.id, place: 'here', backup, home: dataFolder }));
  const there = (second === '' ? [] : copiesIn(second)).flatMap((home) => listBackups(home).map((backup): Placed => ({ id: `${basename(home)}/${backup.id}`, place: 'second', backup, home })));
  const known = new Set(here.map(({ backup }) => backup.manifest?.database.sha256));
  return [...here, ...there.filter(({ backup }) => !known.has(backup.manifest?.database.sha256))];
}

/** Newest first. One whose manifest is damaged is left out: what it holds is not known, and nothing is done to it. */
export function listAll(library: Library): readonly BackupRow[] {
  const rows = placed(library).flatMap(({ id, place, backup: { manifest } }): BackupRow[] => {
    if (!manifest) return [];
    const { takenAtMs, reason, facts, database } = manifest;
    const { articles, trashed, revisions, newest } = facts;
    return [{ id, place, takenAtMs, reason, articles, trashed, revisions, newest: newest && { name: newest.name, changedAtMs: newest.changedAtMs }, bytes: database.bytes }];
  });
  return rows.toSorted((a, b) => (a.place === b.place ? 0 : b.takenAtMs - a.takenAtMs));
}

/** A backup of any of the folders by the id of the list. */
export function findBackup(library: Library, id: string): Result<Placed> {
  const found = placed(library).find((one) => one.id === id);
  return found ? { ok: true, value: found } : fail('file-not-found', say('backups.gone', { id }));
}

/** Reads in a backup; one of an older shape is brought to today's in a copy. */
function lookInto<T>(library: Library, id: string, action: (db: Db) => T): Result<T> {
  const found = findBackup(library, id);
  if (!found.ok) return found;
  const { folder, manifest } = found.value.backup;
  if (manifest?.facts.schema === newestVersion) return attempt(databaseFile(folder), () => reading(databaseFile(folder), action));
  const copy = mkdtempSync(join(tmpdir(), 'galley-backup-'));
  try {
    return attempt(databaseFile(folder), () => {
      copyFileSync(databaseFile(folder), databaseFile(copy));
      const wrong = makeReady(copy);
      if (wrong !== '') throw new Refusal('store-damaged', 'backups.backupDamaged', { id, what: wrong });
      return reading(databaseFile(copy), action);
    });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const mostRows = 200;

export function lookAt(library: Library, { backupId, query }: { readonly backupId: string; readonly query: string }): Result<{ readonly total: number; readonly rows: readonly ArticleSummary[] }> {
  const words = query.toLocaleLowerCase('en').split(/\s+/).filter((word) => word !== '');
  return lookInto(library, backupId, (db) => {
    const rows = all<ArticleRow>(db, 'SELECT * FROM articles ORDER BY changed_at_ms DESC, id DESC').filter(({ slugline, headline, section, author }) => {
      const text = `${slugline} ${headline} ${section} ${author}`.toLocaleLowerCase('en');
      return words.every((word) => text.includes(word));
    });
    return { total: rows.length, rows: rows.slice(0, mostRows).map(summaryOf) };
  });
}

/** The notes beside an article, as the backup has them. */
export const readPadFrom = (library: Library, { backupId, articleId }: { readonly backupId: string; readonly articleId: string }): Result<string> =>
  lookInto(library, backupId, (db) => padOf(db, findArticle(db, articleId)));

export const readFrom = (library: Library, { backupId, articleId }: { readonly backupId: string; readonly articleId: string }): Result<Article> =>
  lookInto(library, backupId, (db) => readWorkingCopy(db, findArticle(db, articleId)));
