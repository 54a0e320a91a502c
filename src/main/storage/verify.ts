import type { ArticleRow } from './articles.ts';
import { nameOf, readWorkingCopy } from './articles.ts';
import { damagedBlocks } from './blocks.ts';
import { damagedChunks } from './chunks.ts';
import { damagedVersions } from './metadata-versions.ts';
import { readPad } from './notes-pad.ts';
import { all, type Db, one } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { unsealed } from './revisions.ts';
import { readVarints } from './varint.ts';

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
  const blocks = damagedBlocks(db);
  const chunks = damagedChunks(db);
  const problems = [
    ...integrity.filter((message) => message !== 'ok'),
    ...blocks.map((id) => `block ${id} is not what was stored`),
    ...chunks.map((id) => `chunk ${id} is not what was stored`),
    ...articles.flatMap((row) => hurtRevisions(db, row, { blocks: new Set(blocks), chunks: new Set(chunks) })),
    ...damagedVersions(db).map((id) => `metadata ${id} is not what was stored`),
    ...articles.flatMap((row) => unsealed(db, row).map((sequence) => `revision ${sequence} of “${nameOf(row)}” is not what was stored`)),
    ...articles.filter((row) => !readPad(db, row).isSound).map((row) => `notes of “${nameOf(row)}” are not what was stored`),
    ...articles.flatMap((row) => problemOf(db, row)),
  ];
  const revisions = all<{ n: number }>(db, 'SELECT count(*) AS n FROM revisions')[0]?.n ?? 0;
  return { ok: problems.length === 0, articles: articles.length, revisions, problems };
}

/** Which revisions a damaged block or chunk is part of: rows alone say nothing to the person whose article it is. */
function hurtRevisions(db: Db, row: ArticleRow, damaged: { readonly blocks: ReadonlySet<number>; readonly chunks: ReadonlySet<number> }): string[] {
  if (damaged.blocks.size + damaged.chunks.size === 0) return [];
  const isHurt = new Map<number, boolean>();
  const hurt = (chunk: number): boolean => {
    const known = isHurt.get(chunk);
    if (known !== undefined) return known;
    const blocks = one<{ blocks: Uint8Array }>(db, 'SELECT blocks FROM chunks WHERE id = ?', chunk)?.blocks;
    const found = !blocks || damaged.chunks.has(chunk) || readVarints(blocks).some((block) => damaged.blocks.has(block));
    isHurt.set(chunk, found);
    return found;
  };
  const revisions = all<{ sequence: number; chunks: Uint8Array }>(db, 'SELECT sequence, chunks FROM revisions WHERE article = ? ORDER BY sequence', row.id);
  const numbers = revisions.filter((revision) => readVarints(revision.chunks).some(hurt)).map(({ sequence }) => sequence);
  return numbers.length === 0 ? [] : [`“${nameOf(row)}”: damaged in ${numbers.length === 1 ? 'revision' : 'revisions'} ${numbers.join(', ')}`];
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
