import { parse, validate } from 'uuid';
import type { BodyJson } from '../../article/body.ts';
import { readBlock } from './blocks.ts';
import { readChunk } from './chunks.ts';
import { sha256 } from './content.ts';
import { all, type Db, run } from './open-database.ts';
import { readVarints } from './varint.ts';

/** A blockId as the index keeps it: sixteen bytes where it is a uuid, as almost all are. */
export const keyOf = (blockId: string): Uint8Array => (validate(blockId) && blockId === blockId.toLowerCase() ? parse(blockId) : Buffer.from(blockId));

/** A block at any depth: a hash of all that is in it, and the row of the top-level block that holds it. */
interface Held {
  readonly hash: string;
  readonly row: number;
}

/**
 * Notes which blocks a revision changed against the one before it, given as their lists of chunks. Chunks both have are not read.
 * A container changes with what it holds; a move is no change.
 */
export function recordBlockVersions(db: Db, { article, sequence }: { readonly article: number; readonly sequence: number }, before: readonly number[], after: readonly number[]): void {
  const [oldRows, newRows] = [rowsBeyond(db, before, after), rowsBeyond(db, after, before)];
  const old = heldIn(db, [...oldRows].filter((row) => !newRows.has(row)));
  const now = heldIn(db, [...newRows].filter((row) => !oldRows.has(row)));
  const note = (blockId: string, row: number | null): unknown =>
    run(db, 'INSERT OR REPLACE INTO block_versions (article, block_key, sequence, block) VALUES (?, ?, ?, ?)', article, keyOf(blockId), sequence, row);
  for (const [blockId, { hash, row }] of now) if (old.get(blockId)?.hash !== hash) note(blockId, row);
  for (const blockId of old.keys()) if (!now.has(blockId)) note(blockId, null);
}

/** For a store made before the index was. */
export function recordAllBlockVersions(db: Db): void {
  let last: { readonly article: number; readonly chunks: readonly number[] } | null = null;
  for (const { article, sequence, chunks } of all<{ article: number; sequence: number; chunks: Uint8Array }>(db, 'SELECT article, sequence, chunks FROM revisions ORDER BY article, sequence')) {
    const after = readVarints(chunks);
    recordBlockVersions(db, { article, sequence }, last?.article === article ? last.chunks : [], after);
    last = { article, chunks: after };
  }
}

function rowsBeyond(db: Db, chunks: readonly number[], others: readonly number[]): Set<number> {
  const shared = new Set(others);
  return new Set(chunks.filter((id) => !shared.has(id)).flatMap((id) => readChunk(db, id)?.blocks ?? []));
}

function heldIn(db: Db, rows: readonly number[]): Map<string, Held> {
  const held = new Map<string, Held>();
  const add = (node: BodyJson, row: number): void => {
    const id = node.attrs?.['blockId'];
    if (typeof id === 'string') held.set(id, { hash: sha256(JSON.stringify(node)).toString('base64'), row });
    for (const child of node.content ?? []) add(child, row);
  };
  for (const row of rows) {
    const block = readBlock(db, row);
    if (block) add(block, row);
  }
  return held;
}
