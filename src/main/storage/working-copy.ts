import type { BodyJson } from '../../article/body.ts';
import { wordCount } from '../../article/checks/text.ts';
import { isField } from '../../article/compare/tree.ts';
import type { SaveRequest } from '../../ipc/contract.ts';
import { idsIn, plainBlock, textOf } from './block-text.ts';
import { blockHashes, countUse, dropUnused, readBlock, storeBlock, type StoredBlock } from './blocks.ts';
import type { Db } from './open-database.ts';
import { Refusal } from './refusal.ts';

/** A top-level block of a working copy, with what a save would otherwise have to read again. */
export interface Placed {
  readonly row: number;
  readonly hash: Uint8Array;
  readonly type: string;
  /** blockIds in it, its own first. */
  readonly ids: readonly string[];
  /** Words of the public text, as the window counts them: the fields do not count. */
  readonly words: number;
  /** Text of the headline, '' for any other block. */
  readonly headline: string;
}

/** blockId to block, in the article's order. Kept in memory while an article is worked on, so that a save costs what changed. */
export type WorkingCopy = ReadonlyMap<string, Placed>;

function place(block: BodyJson, { id: row, hash }: StoredBlock): Placed {
  const shown = isField(block.type) ? null : plainBlock(block);
  return { row, hash, type: block.type, ids: idsIn(block), words: shown ? wordCount(shown) : 0, headline: block.type === 'headline' ? textOf(block).trim() : '' };
}

/** Reads a working copy's blocks; a damaged one is thrown as a sentence. */
export function readBlocks(db: Db, rows: readonly number[], name: string): BodyJson[] {
  return rows.map((row) => {
    const block = readBlock(db, row);
    if (!block) throw new Refusal('store-damaged', 'errors.articleDamaged', { name, what: `block ${row}` });
    return block;
  });
}

/** Reads the working copy that is these rows; a damaged block is thrown as a sentence. */
export function readCopy(db: Db, rows: readonly number[], name: string): WorkingCopy {
  const blocks = readBlocks(db, rows, name);
  const hashes = blockHashes(db, rows) ?? Buffer.alloc(0);
  return copyOf(blocks, rows.map((id, index) => ({ id, hash: hashes.subarray(index * hashBytes, (index + 1) * hashBytes) })));
}

const hashBytes = 32;

function copyOf(blocks: readonly BodyJson[], stored: readonly StoredBlock[]): WorkingCopy {
  return new Map(
    blocks.flatMap((block, index) => {
      const row = stored[index];
      const placed = row && place(block, row);
      return placed ? [[placed.ids[0] ?? '', placed] as const] : [];
    }),
  );
}

/** Stores all blocks of a new article. */
export function storeBlocks(db: Db, blocks: readonly BodyJson[]): WorkingCopy {
  const stored = blocks.map((block) => storeBlock(db, block));
  for (const { id } of stored) countUse(db, id, 1);
  return copyOf(blocks, stored);
}

/** Writes the changed blocks, drops those that left, and gives the new working copy. Runs inside the save's transaction. */
export function changeBlocks(db: Db, before: WorkingCopy, { changedBlocks, order }: Pick<SaveRequest, 'changedBlocks' | 'order'>): WorkingCopy {
  const changed = new Map(changedBlocks.map((block) => [idsIn(block)[0] ?? '', block]));
  const after = new Map<string, Placed>();
  const replaced: number[] = [];
  for (const id of order) {
    const block = changed.get(id);
    const old = before.get(id);
    const stored = block && storeBlock(db, block);
    const placed = block && stored && stored.id !== old?.row ? place(block, stored) : old;
    if (!placed) throw new Refusal('bad-argument', 'errors.blockNotStored', { block: id });
    after.set(id, placed);
    if (placed === old) continue;
    countUse(db, placed.row, 1);
    if (old) replaced.push(old.row);
  }
  for (const [id, { row }] of before) if (!after.has(id)) replaced.push(row);
  for (const row of replaced) countUse(db, row, -1);
  for (const row of new Set(replaced)) dropUnused(db, row);
  refuseBroken(after, order);
  return after;
}

/** An order that would not open again is refused here, while the window still has the text. */
function refuseBroken(copy: WorkingCopy, order: readonly string[]): void {
  const refuse = (what: string): never => {
    throw new Refusal('bad-argument', 'errors.orderBroken', { what });
  };
  if (copy.size !== order.length) refuse('a block occurs twice');
  const types = [...copy.values()].map(({ type }) => type);
  if (types.slice(0, 3).join(' ') !== 'headline standfirst byline') refuse('the three fields do not come first');
  if (types.length < 4 || types.slice(3).some(isField)) refuse('after the fields come blocks');
  const ids = new Set<string>();
  for (const placed of copy.values()) {
    for (const id of placed.ids) {
      if (ids.has(id)) refuse(`blockId ${id} occurs twice`);
      ids.add(id);
    }
  }
}

export const wordsOf = (copy: WorkingCopy): number => [...copy.values()].reduce((sum, { words }) => sum + words, 0);
export const headlineOf = (copy: WorkingCopy): string => [...copy.values()][0]?.headline ?? '';
export const rowsOf = (copy: WorkingCopy): number[] => [...copy.values()].map(({ row }) => row);
/** The hashes of its blocks, one after the other, as its seal has them. */
export const hashesOf = (copy: WorkingCopy): Uint8Array => Buffer.concat([...copy.values()].map(({ hash }) => hash));
