import type { BodyJson } from '../../article/body.ts';
import { pack, unpack } from './content.ts';
import { all, changeOne, type Db, insert, one, run } from './open-database.ts';

/** A row of `blocks`: its number, and the SHA-256 of what it holds. */
export interface StoredBlock {
  readonly id: number;
  readonly hash: Uint8Array;
}

/** Stores a block, once, and gives its row number and hash. */
export function storeBlock(db: Db, block: BodyJson): StoredBlock {
  const { hash, bytes } = pack(block);
  const known = one<{ id: number }>(db, 'SELECT id FROM blocks WHERE hash = ?', hash);
  return { id: known?.id ?? insert(db, 'INSERT INTO blocks (hash, json) VALUES (?, ?)', hash, bytes), hash };
}

/** A working copy holds it (1) or does so no longer (-1). */
export function countUse(db: Db, id: number, by: 1 | -1): void {
  changeOne(db, 'UPDATE blocks SET uses = uses + ? WHERE id = ?', by, id);
}

/** The same in a damaged library, where a block may be missing or its count wrong. */
export function countUseIfThere(db: Db, id: number, by: 1 | -1): void {
  run(db, 'UPDATE blocks SET uses = max(0, uses + ?) WHERE id = ?', by, id);
}

/** Drops a block that neither a working copy nor a revision holds: what a save in between replaced. */
export function dropUnused(db: Db, id: number): void {
  run(db, 'DELETE FROM blocks WHERE id = ? AND uses = 0 AND kept = 0', id);
}

/** A revision holds it: it stays for good. */
export function keepBlock(db: Db, id: number): void {
  run(db, 'UPDATE blocks SET kept = 1 WHERE id = ? AND kept = 0', id);
}

/** The block, or null where it is missing or its bytes no longer give its hash. */
export function readBlock(db: Db, id: number): BodyJson | null {
  const row = one<{ hash: Uint8Array; json: Uint8Array }>(db, 'SELECT hash, json FROM blocks WHERE id = ?', id);
  const unpacked = row && unpack(row.json, row.hash);
  // What has its hash was a parsed block when it was stored; articles are parsed once more when they are put together.
  return unpacked ? (unpacked.value as BodyJson) : null;
}

/**
 * The hashes of blocks, one after the other; null where one is missing. One question with one answer: a buffer for each of some
 * hundred rows would cost more than all else that is asked of an article.
 */
export function blockHashes(db: Db, ids: readonly number[]): Buffer | null {
  const sql = `SELECT count(*) AS count, group_concat(hex(b.hash), '' ORDER BY asked.key) AS hex FROM json_each(?) AS asked CROSS JOIN blocks b ON b.id = asked.value`;
  const found = one<{ count: number; hex: string | null }>(db, sql, JSON.stringify(ids));
  return found?.count === ids.length ? Buffer.from(found.hex ?? '', 'hex') : null;
}

/** Row numbers of the blocks whose bytes were changed. */
export function damagedBlocks(db: Db): number[] {
  const ids = all<{ id: number }>(db, 'SELECT id FROM blocks ORDER BY id');
  return ids.flatMap(({ id }) => (readBlock(db, id) ? [] : [id]));
}
