import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Article } from '../../article/article.ts';
import { type ArticleRow, nameOf } from './articles.ts';
import { contentHashOf } from './library-content.ts';
import { readVersion } from './metadata-versions.ts';
import { versionOf } from './migrations/file-mark.ts';
import { all, type Db, one } from './open-database.ts';

export const backupReasons = ['hour', 'quit', 'start', 'migration', 'restore', 'asked'] as const;
export type BackupReason = (typeof backupReasons)[number];

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const libraryFacts = v.object({
  /** `user_version` of the database: which shape its tables have. */
  schema: whole,
  /** Articles in the trash are counted apart. */
  articles: whole,
  trashed: whole,
  revisions: whole,
  pictures: whole,
  /** The article that was changed last; null in an empty library. */
  newest: v.nullable(v.object({ articleId: v.string(), name: v.string(), changedAtMs: v.number() })),
});
/** What a library holds, so that a list of backups can be shown without opening one. */
export type LibraryFacts = v.InferOutput<typeof libraryFacts>;

const manifestForm = v.object({
  format: v.literal('galley-backup'),
  version: v.literal(1),
  takenAtMs: v.number(),
  reason: v.picklist(backupReasons),
  facts: libraryFacts,
  /** Hash over what the library says, whatever its file looks like; '' where it was not worked out. */
  content: v.optional(v.string(), ''),
  database: v.object({ bytes: whole, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
});
export type BackupManifest = v.InferOutput<typeof manifestForm>;

const manifestFile = (folder: string): string => join(folder, 'manifest.json');
const picturesFile = (folder: string): string => join(folder, 'pictures.txt');

/** What goes into a manifest and its list of pictures, read from the database beside them. */
export const contentsOf = (db: Db): { readonly facts: LibraryFacts; readonly content: string; readonly pictures: readonly string[] } => ({ facts: factsOf(db), content: contentHashOf(db), pictures: picturesOf(db) });

/** Counts and names; the database has to be of today's shape or an older one that has these tables. */
export function factsOf(db: Db): LibraryFacts {
  const count = (sql: string): number => one<{ n: number }>(db, sql)?.n ?? 0;
  const newest = one<Pick<ArticleRow, 'uuid' | 'slugline' | 'headline' | 'changed_at_ms'>>(db, 'SELECT uuid, slugline, headline, changed_at_ms FROM articles ORDER BY changed_at_ms DESC LIMIT 1');
  return {
    schema: versionOf(db),
    articles: count('SELECT count(*) AS n FROM articles WHERE trashed_at_ms IS NULL'),
    trashed: count('SELECT count(*) AS n FROM articles WHERE trashed_at_ms IS NOT NULL'),
    revisions: count('SELECT count(*) AS n FROM revisions'),
    pictures: picturesOf(db).length,
    newest: newest ? { articleId: newest.uuid, name: nameOf(newest), changedAtMs: newest.changed_at_ms } : null,
  };
}

/** Ids of all pictures that a working copy or a revision lists, trashed articles included. */
export function picturesOf(db: Db): readonly string[] {
  const lists = all<{ id: number }>(db, 'SELECT DISTINCT attachments AS id FROM articles UNION SELECT DISTINCT attachments FROM revisions');
  const ids = lists.flatMap(({ id }) => {
    // Its hash says that it is what was stored.
    const attachments = readVersion(db, id)?.value as Pick<Article, 'images'> | undefined;
    return Object.keys(attachments?.images ?? {});
  });
  return [...new Set(ids)].toSorted();
}

/** Writes the two small files of a backup, through to the disk. */
export function writeManifest(folder: string, manifest: BackupManifest, pictures: readonly string[]): void {
  writeFileSync(picturesFile(folder), pictures.map((id) => `${id}\n`).join(''), { flush: true });
  writeFileSync(manifestFile(folder), `${JSON.stringify(manifest, null, 1)}\n`, { flush: true });
}

/** The manifest, or null where there is none or it is damaged. */
export function readManifest(folder: string): BackupManifest | null {
  try {
    const parsed = v.safeParse(manifestForm, JSON.parse(readFileSync(manifestFile(folder), 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    // Missing, unreadable and no JSON mean the same: the backup has to be read to know what it is.
    return null;
  }
}

/** Pictures a backup refers to; none where the list cannot be read. */
export const readPictures = (folder: string): readonly string[] => readPictureList(folder) ?? [];

/** The same, null where the list cannot be read: then nobody knows. */
export function readPictureList(folder: string): readonly string[] | null {
  try {
    return readFileSync(picturesFile(folder), 'utf8').split('\n').filter((line) => /^sha256-[0-9a-f]{64}$/.test(line));
  } catch {
    return null;
  }
}

/** SHA-256 and length of a file, read in pieces. @throws what the file system said */
export function hashFile(file: string): BackupManifest['database'] {
  const handle = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(1024 * 1024);
    let bytes = 0;
    for (;;) {
      const read = readSync(handle, piece);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
}

/** Forces a file or folder to the disk; where a folder cannot be (Windows, some shares), what was written is there all the same. */
export function syncPath(path: string): void {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    return;
  }
}
