import { findArticle } from './articles.ts';
import { picturesOf } from './backup-manifest.ts';
import { countUseIfThere } from './blocks.ts';
import type { StorageContext } from './calls.ts';
import { all, type Db, insert, one, run } from './open-database.ts';
import { originOf } from './origins.ts';
import { readVarints } from './varint.ts';

export interface Erased {
  /** Revisions that are gone, or say less. */
  readonly revisions: number;
  /** Pictures nothing in this database names any more. */
  readonly pictures: readonly string[];
  /** Files that may still hold it. */
  readonly unreached: readonly string[];
}

/**
 * Deletes an article with every revision, for good: its rows, the blocks nothing else holds, its words in the search index.
 * What stays is a record that it was done. The file is rewritten, so that no free page keeps a byte of it.
 */
export function eraseArticle(db: Db, articleId: string, { nowMs, context }: { readonly nowMs: number; readonly context: StorageContext }): Erased {
  const before = picturesOf(db);
  db.pragma('secure_delete = ON');
  const revisions = db.transaction(() => {
    const row = findArticle(db, articleId);
    const count = one<{ n: number }>(db, 'SELECT count(*) AS n FROM revisions WHERE article = ?', row.id)?.n ?? 0;
    for (const block of readVarints(row.blocks)) countUseIfThere(db, block, -1);
    run(db, 'DELETE FROM block_versions WHERE article = ?', row.id);
    run(db, 'DELETE FROM revisions WHERE article = ?', row.id);
    run(db, 'DELETE FROM articles WHERE id = ?', row.id);
    settleErasure(db, { articleId, what: 'article', revisions: count, nowMs, context });
    return count;
  }).immediate();
  const after = new Set(picturesOf(db));
  return { revisions, pictures: before.filter((id) => !after.has(id)), unreached: rewriteFile(db) };
}

/** Ends an erasure: nothing of what no longer belongs to anything is left in the tables, and a record says that it was done. */
export function settleErasure(db: Db, { articleId, what, revisions, nowMs, context }: { readonly articleId: string; readonly what: 'article' | 'passage'; readonly revisions: number; readonly nowMs: number; readonly context: StorageContext }): void {
  dropUnheld(db);
  emptySearch(db);
  insert(db, 'INSERT INTO erasures (article, instant_ms, origin, revisions, what) VALUES (?, ?, ?, ?, ?)', articleId, nowMs, originOf(db, context), revisions, what);
}

/** Drops what belongs to nothing, and every free page with it. */
export function tidy(db: Db): void {
  db.pragma('secure_delete = ON');
  db.transaction(() => dropUnheld(db))();
  rewriteFile(db);
}

/** Drops blocks, chunks and metadata that no working copy and no revision holds. */
function dropUnheld(db: Db): void {
  const chunks = new Set(all<{ chunks: Uint8Array }>(db, 'SELECT chunks FROM revisions').flatMap((row) => readVarints(row.chunks)));
  const blocks = new Set<number>();
  for (const { id, blocks: held } of all<{ id: number; blocks: Uint8Array }>(db, 'SELECT id, blocks FROM chunks')) {
    if (chunks.has(id)) for (const block of readVarints(held)) blocks.add(block);
    else run(db, 'DELETE FROM chunks WHERE id = ?', id);
  }
  for (const { id, uses } of all<{ id: number; uses: number }>(db, 'SELECT id, uses FROM blocks')) {
    if (blocks.has(id)) continue;
    run(db, uses === 0 ? 'DELETE FROM blocks WHERE id = ?' : 'UPDATE blocks SET kept = 0 WHERE id = ?', id);
  }
  run(
    db,
    `DELETE FROM metadata_versions WHERE id NOT IN (
       SELECT metadata FROM articles UNION SELECT attachments FROM articles UNION SELECT metadata FROM revisions UNION SELECT attachments FROM revisions)`,
  );
}

/** A row taken out of the index leaves its words there until parts are merged; so all is taken out, and put in again piece by piece. */
function emptySearch(db: Db): void {
  db.exec("INSERT INTO search (search) VALUES ('delete-all')");
  run(db, 'UPDATE articles SET unindexed = 1, search_row = NULL');
}

/** Without free pages and without a log. A reader that still needs the log keeps it there, and a full disk the pages (emptied): that is answered. */
export function rewriteFile(db: Db): readonly string[] {
  try {
    db.exec('VACUUM');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL')) throw error;
    return [db.name];
  }
  const [log] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return log?.busy === 1 ? [`${db.name}-wal`] : [];
}
