import type { ArticleRow } from './articles.ts';
import { blockHashes } from './blocks.ts';
import { sha256 } from './content.ts';
import { versionHash } from './metadata-versions.ts';
import { all, changeOne, type Db, one } from './open-database.ts';
import { readVarints } from './varint.ts';

type SealedRow = Omit<ArticleRow, 'id' | 'dirty' | 'search_row' | 'seal'>;

/**
 * A hash over all that a working copy is, its content by hash: blocks have hashes of their own, but a flipped bit in the list of them
 * would show an older text as if it were the last. null where something of it is missing.
 * @param blocks the hashes of its blocks, where they are known: a save knows them
 */
export function articleSealOf(db: Db, row: SealedRow, blocks: Uint8Array | null = blockHashes(db, readVarints(row.blocks))): Buffer | null {
  const [metadata, attachments] = [versionHash(db, row.metadata), versionHash(db, row.attachments)];
  if (!blocks || !metadata || !attachments) return null;
  const { uuid, slugline, headline, section, state, words, author, changed_at_ms, created_at_ms, trashed_at_ms, save_number, saved_by } = row;
  const shown = [uuid, slugline, headline, section, state, words, author, changed_at_ms, created_at_ms, trashed_at_ms, save_number, saved_by];
  // A column of letters keeps no half of a letter: what is about to be written is sealed as it will be read.
  return sha256(JSON.stringify(shown.map((value) => (typeof value === 'string' ? Buffer.from(value).toString() : value))), blocks, metadata, attachments).subarray(0, 16);
}

export const isSealed = (db: Db, row: ArticleRow): boolean => articleSealOf(db, row)?.equals(row.seal) ?? false;

/** In place of a seal where something of the article is missing: it is found by that. */
export const unsealed = Buffer.alloc(0);

/** To be called in the transaction that changed the row. */
export function sealArticle(db: Db, id: number): void {
  const row = one<ArticleRow>(db, 'SELECT * FROM articles WHERE id = ?', id);
  const seal = row && articleSealOf(db, row);
  if (seal) changeOne(db, 'UPDATE articles SET seal = ? WHERE id = ?', seal, id);
}

/** For a store made before there were seals. What is damaged in it stays without one, and is found so. */
export function sealAllArticles(db: Db): void {
  for (const { id } of all<{ id: number }>(db, 'SELECT id FROM articles')) sealArticle(db, id);
}
