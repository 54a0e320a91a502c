import { type FindPassage, nodeWithout, type Passage, passageFinder, valueWithout } from '../../article/without-passage.ts';
import { sealArticle } from './article-seal.ts';
import { type ArticleRow, findArticle, nameOf } from './articles.ts';
import { recordBlockVersions } from './block-versions.ts';
import { blockHashes, countUseIfThere, readBlock, storeBlock } from './blocks.ts';
import type { StorageContext } from './calls.ts';
import { storeChunk } from './chunks.ts';
import { type Erased, rewriteFile, settleErasure } from './erase.ts';
import { readVersion, storeVersion } from './metadata-versions.ts';
import { readPad, writePad } from './notes-pad.ts';
import { all, changeOne, type Db, one, run } from './open-database.ts';
import { attempt } from './refusal.ts';
import { type RevisionRow, rewriteRevision } from './revisions.ts';
import { readVarints, writeVarints } from './varint.ts';
import { headlineOf, readCopy, type WorkingCopy, wordsOf } from './working-copy.ts';

export interface PassageErasure {
  readonly articleId: string;
  /** What is to be removed wherever it stands in the article. */
  readonly passage: Passage;
}

type StoredRevision = Pick<RevisionRow, 'sequence' | 'name' | 'note' | 'words' | 'metadata' | 'attachments' | 'chunks'>;

/** In place of a chunk that names a block of which nothing is left, in a damaged library. */
const gone = 0;

/** Looks at each stored row once, however many revisions share it. */
class Cleaning {
  readonly #db: Db;
  readonly #find: FindPassage;
  readonly #blocks = new Map<number, { readonly row: number; readonly places: number }>();
  readonly #versions = new Map<number, { readonly row: number; readonly places: number }>();
  readonly #chunks = new Map<number, { readonly row: number; readonly places: number }>();
  /** A look that only counts writes nothing. */
  readonly #isDry: boolean;

  constructor(db: Db, find: FindPassage, isDry: boolean) {
    this.#db = db;
    this.#find = find;
    this.#isDry = isDry;
  }

  text(text: string): { readonly text: string; readonly places: number } {
    const { value, places } = valueWithout([text], this.#find);
    return { text: value[0] ?? '', places };
  }

  block(id: number): { readonly row: number; readonly places: number } {
    return remembered(this.#blocks, id, () => {
      const block = readBlock(this.#db, id);
      // Nobody can tell what a damaged block says: nothing of it may stay.
      if (!block && !this.#isDry) run(this.#db, "UPDATE blocks SET json = x'' WHERE id = ?", id);
      const cleaned = block && nodeWithout(block, this.#find);
      if (!cleaned || cleaned.places === 0) return { row: id, places: 0 };
      return { row: this.#isDry ? id : storeBlock(this.#db, cleaned.value).id, places: cleaned.places };
    });
  }

  /** Metadata or attachments. */
  version(id: number): { readonly row: number; readonly places: number } {
    return remembered(this.#versions, id, () => {
      const version = readVersion(this.#db, id);
      const cleaned = version && valueWithout(version.value, this.#find);
      if (!cleaned || cleaned.places === 0) return { row: id, places: 0 };
      return { row: this.#isDry ? id : storeVersion(this.#db, cleaned.value), places: cleaned.places };
    });
  }

  chunk(id: number): { readonly row: number; readonly places: number } {
    return remembered(this.#chunks, id, () => {
      const cleaned = blocksOf(this.#db, id).map((block) => this.block(block));
      const places = cleaned.reduce((sum, block) => sum + block.places, 0);
      if (places === 0 || this.#isDry) return { row: id, places };
      const rows = cleaned.map(({ row }) => row);
      return { row: blockHashes(this.#db, rows) ? storeChunk(this.#db, rows).id : gone, places };
    });
  }
}

function remembered<T>(known: Map<number, T>, id: number, look: () => T): T {
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = look();
  known.set(id, found);
  return found;
}

const blocksOf = (db: Db, chunk: number): number[] => readVarints(one<{ blocks: Uint8Array }>(db, 'SELECT blocks FROM chunks WHERE id = ?', chunk)?.blocks ?? new Uint8Array());

const revisionsOf = (db: Db, article: ArticleRow): readonly StoredRevision[] =>
  all<StoredRevision>(db, 'SELECT sequence, name, note, words, metadata, attachments, chunks FROM revisions WHERE article = ? ORDER BY sequence', article.id);

/** Where the words stand: in how many places of the text as it is, and in how many revisions. */
export function countPassage(db: Db, { articleId, passage }: PassageErasure): { readonly places: number; readonly revisions: number } {
  const row = findArticle(db, articleId);
  const cleaning = new Cleaning(db, passageFinder(passage), true);
  return { places: placesOfCopy(cleaning, row) + cleaning.text(readPad(db, row).text).places, revisions: revisionsOf(db, row).filter((revision) => placesOf(cleaning, revision) > 0).length };
}

const placesOfCopy = (cleaning: Cleaning, row: ArticleRow): number => readVarints(row.blocks).reduce((sum, block) => sum + cleaning.block(block).places, cleaning.version(row.metadata).places + cleaning.version(row.attachments).places);

function placesOf(cleaning: Cleaning, { chunks, metadata, attachments, name, note }: StoredRevision): number {
  const parts = [cleaning.version(metadata), cleaning.version(attachments), cleaning.text(name), cleaning.text(note), ...readVarints(chunks).map((chunk) => cleaning.chunk(chunk))];
  return parts.reduce((sum, { places }) => sum + places, 0);
}

/**
 * Removes words from an article as it is and from every revision of it, for good. Revisions keep their number, author and time; the
 * file is rewritten, so that no free page keeps a byte of what was removed.
 */
export function erasePassage(db: Db, erasure: PassageErasure & { readonly nowMs: number; readonly context: StorageContext }): Erased {
  db.pragma('secure_delete = ON');
  const revisions = db.transaction(() => {
    const row = findArticle(db, erasure.articleId);
    const cleaning = new Cleaning(db, passageFinder(erasure.passage), false);
    const changed = revisionsOf(db, row).filter((revision) => cleanRevision(db, row, { revision, cleaning })).length;
    const pad = cleaning.text(readPad(db, row).text);
    if (pad.places > 0) writePad(db, row, pad.text);
    cleanCopy(db, row, { cleaning, nowMs: erasure.nowMs });
    recordAnew(db, row);
    settleErasure(db, { ...erasure, what: 'passage', revisions: changed });
    return changed;
  }).immediate();
  return { revisions, pictures: [], unreached: rewriteFile(db) };
}

/** @returns whether the words stood in it */
function cleanRevision(db: Db, row: ArticleRow, { revision, cleaning }: { readonly revision: StoredRevision; readonly cleaning: Cleaning }): boolean {
  if (placesOf(cleaning, revision) === 0) return false;
  const chunks = readVarints(revision.chunks).map((chunk) => cleaning.chunk(chunk).row);
  const blocks = chunks.flatMap((chunk) => blocksOf(db, chunk));
  const [name, note] = [cleaning.text(revision.name).text, cleaning.text(revision.note).text];
  if (chunks.includes(gone)) return run(db, 'DELETE FROM revisions WHERE article = ? AND sequence = ?', row.id, revision.sequence) === 1;
  const copy = copyOf(db, row, blocks);
  const words = copy ? wordsOf(copy) : revision.words;
  rewriteRevision(db, row, revision.sequence, { chunks, metadata: cleaning.version(revision.metadata).row, attachments: cleaning.version(revision.attachments).row, name, note, words });
  return true;
}

/** null where a block is damaged. */
function copyOf(db: Db, row: ArticleRow, blocks: readonly number[]): WorkingCopy | null {
  const read = attempt('', () => readCopy(db, blocks, nameOf(row)));
  return read.ok ? read.value : null;
}

function cleanCopy(db: Db, row: ArticleRow, { cleaning, nowMs }: { readonly cleaning: Cleaning; readonly nowMs: number }): void {
  if (placesOfCopy(cleaning, row) === 0) return;
  const before = readVarints(row.blocks);
  const after = before.map((block) => cleaning.block(block).row);
  for (const block of after) countUseIfThere(db, block, 1);
  for (const block of before) countUseIfThere(db, block, -1);
  const copy = copyOf(db, row, after);
  const [slugline, section] = [cleaning.text(row.slugline).text, cleaning.text(row.section).text];
  // A save under way that still has the words has a number that is no longer new.
  changeOne(
    db,
    'UPDATE articles SET slugline = ?, headline = ?, section = ?, words = ?, changed_at_ms = ?, save_number = save_number + 1, metadata = ?, attachments = ?, blocks = ? WHERE id = ?',
    slugline, copy ? headlineOf(copy) : cleaning.text(row.headline).text, section, copy ? wordsOf(copy) : row.words, nowMs, cleaning.version(row.metadata).row, cleaning.version(row.attachments).row, writeVarints(after), row.id,
  );
  sealArticle(db, row.id);
}

/** The history of blocks names rows that are gone now. */
function recordAnew(db: Db, row: ArticleRow): void {
  run(db, 'DELETE FROM block_versions WHERE article = ?', row.id);
  let before: readonly number[] = [];
  for (const { sequence, chunks } of revisionsOf(db, row)) {
    const after = readVarints(chunks);
    recordBlockVersions(db, { article: row.id, sequence }, before, after);
    before = after;
  }
}
