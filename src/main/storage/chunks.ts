import { blockHashes, keepBlock } from './blocks.ts';
import { sha256 } from './content.ts';
import { all, type Db, insert, one } from './open-database.ts';
import { readVarints, writeVarints } from './varint.ts';

/** Blocks in a chunk. One changed block costs one chunk; an article of 10,000 words has about four. */
const chunkSize = 64;

export interface Chunk {
  readonly id: number;
  readonly hash: Uint8Array;
}

/** Stores a list of blocks as chunks that revisions share, and marks new ones' blocks as kept. */
export function storeChunks(db: Db, blocks: readonly number[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < blocks.length; start += chunkSize) chunks.push(storeChunk(db, blocks.slice(start, start + chunkSize)));
  return chunks;
}

/** @throws where one of the blocks is missing */
export function storeChunk(db: Db, blocks: readonly number[]): Chunk {
  const hash = chunkHash(db, blocks);
  if (!hash) throw new Error('a chunk names a block that is not stored');
  const known = one<{ id: number }>(db, 'SELECT id FROM chunks WHERE hash = ?', hash);
  if (known) return { id: known.id, hash };
  for (const id of blocks) keepBlock(db, id);
  return { id: insert(db, 'INSERT INTO chunks (hash, blocks) VALUES (?, ?)', hash, writeVarints(blocks)), hash };
}

/** A chunk's hash is that of its blocks' hashes, so that it does not depend on row numbers. */
function chunkHash(db: Db, blocks: readonly number[]): Buffer | null {
  const hashes = blockHashes(db, blocks);
  return hashes && sha256(hashes);
}

/** The blocks of a chunk, or null where it is missing or damaged. */
export function readChunk(db: Db, id: number): { readonly hash: Uint8Array; readonly blocks: readonly number[] } | null {
  const row = one<{ hash: Uint8Array; blocks: Uint8Array }>(db, 'SELECT hash, blocks FROM chunks WHERE id = ?', id);
  if (!row) return null;
  const blocks = readVarints(row.blocks);
  return chunkHash(db, blocks)?.equals(row.hash) ? { hash: row.hash, blocks } : null;
}

export function damagedChunks(db: Db): number[] {
  return all<{ id: number }>(db, 'SELECT id FROM chunks ORDER BY id').flatMap(({ id }) => (readChunk(db, id) ? [] : [id]));
}
