import type { ArticleRow } from './articles.ts';
import { nameOf, readWorkingCopy } from './articles.ts';
import { damagedBlocks } from './blocks.ts';
import { damagedChunks } from './chunks.ts';
import { damagedVersions } from './metadata-versions.ts';
import { all, type Db } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { unsealed } from './revisions.ts';

export interface Verified {
  readonly ok: boolean;
  readonly articles: number;
  readonly revisions: number;
  /** What is not as it was written, one sentence each; empty where all is well. */
  readonly problems: readonly string[];
}

/** Reads everything that has a hash, and every article, and says what is not as it was written. */
export function verifyStore(db: Db): Verified {
  const integrity = all<{ message: string }>(db, 'SELECT integrity_check AS message FROM pragma_integrity_check').map(({ message }) => message);
  const articles = all<ArticleRow>(db, 'SELECT * FROM articles ORDER BY id');
  const problems = [
    ...integrity.filter((message) => message !== 'ok'),
    ...damagedBlocks(db).map((id) => `block ${id} is not what was stored`),
    ...damagedChunks(db).map((id) => `chunk ${id} is not what was stored`),
    ...damagedVersions(db).map((id) => `metadata ${id} is not what was stored`),
    ...articles.flatMap((row) => unsealed(db, row).map((sequence) => `revision ${sequence} of “${nameOf(row)}” is not what was stored`)),
    ...articles.flatMap((row) => problemOf(db, row)),
  ];
  const revisions = all<{ n: number }>(db, 'SELECT count(*) AS n FROM revisions')[0]?.n ?? 0;
  return { ok: problems.length === 0, articles: articles.length, revisions, problems };
}

function problemOf(db: Db, row: ArticleRow): string[] {
  try {
    readWorkingCopy(db, row);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [error.message];
    throw error;
  }
}
