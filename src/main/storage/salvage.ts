import { sealArticle } from './article-seal.ts';
import { sha256, unpack } from './content.ts';
import { all, configureForSalvage, type Db, one, run, type SqlValue } from './open-database.ts';
import { migrate } from './migrations/index.ts';
import { readPages } from './salvage-pages.ts';
import { type RawRow, rowsOf, type Value } from './salvage-records.ts';
import { readVarints } from './varint.ts';

/** What was found in a damaged database, before any of it is put together. */
export interface Found {
  readonly blocks: number;
  readonly articles: number;
  readonly revisions: number;
}

interface Kind {
  /** True for a row that can only be of this table. */
  readonly is: (row: RawRow) => boolean;
  readonly insert: (db: Db, row: RawRow, backup: Db | null) => boolean;
}

const isHash = (value: Value | undefined): boolean => Buffer.isBuffer(value) && value.length === 32;
const isCount = (value: Value | undefined): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const sql = (values: readonly Value[]): SqlValue[] => [...values];

/** Inserts what has its hash; what has not is looked for under that hash in the backup. */
function insertPacked(db: Db, table: 'blocks' | 'metadata_versions', { rowid, values: [, hash, json] }: RawRow, backup: Db | null): boolean {
  if (!Buffer.isBuffer(hash) || !Buffer.isBuffer(json)) return false;
  const bytes = unpack(json, hash) ? json : backup && one<{ json: Buffer }>(backup, `SELECT json FROM ${table} WHERE hash = ?`, hash)?.json;
  return bytes ? run(db, `INSERT OR IGNORE INTO ${table} (id, hash, json) VALUES (?, ?, ?)`, rowid, hash, bytes) === 1 : false;
}

/**
 * What is wholly lost may be in the backup under the same row number, which rows keep. That it is the right one is told by the hash of
 * the chunk, the revision or the working copy it is part of; where none tells it, only blocks of the damaged file itself (`kept`) are used.
 */
function fillFrom(backup: Db, db: Db): void {
  run(db, 'UPDATE blocks SET kept = 1');
  for (const table of ['blocks', 'metadata_versions']) {
    for (const { id, hash, json } of all<{ id: number; hash: Buffer; json: Buffer }>(backup, `SELECT id, hash, json FROM ${table}`)) {
      if (unpack(json, hash)) run(db, `INSERT OR IGNORE INTO ${table} (id, hash, json) VALUES (?, ?, ?)`, id, hash, json);
    }
  }
  for (const { id, author_id, author_name, device_id, zone } of all<{ id: number; author_id: string; author_name: string; device_id: string; zone: string }>(backup, 'SELECT * FROM origins')) {
    run(db, 'INSERT OR IGNORE INTO origins (id, author_id, author_name, device_id, zone) VALUES (?, ?, ?, ?, ?)', id, author_id, author_name, device_id, zone);
  }
}

const chunksOf = (backup: Db): readonly RawRow[] => all<{ id: number; hash: Buffer; blocks: Buffer }>(backup, 'SELECT id, hash, blocks FROM chunks').map(({ id, hash, blocks }) => ({ rowid: id, values: [null, hash, blocks] }));

/** Columns of `articles` and `revisions` as the tables have them; later migrations only add some at the end. */
const articleColumns = 'id, uuid, slugline, headline, section, state, words, author, changed_at_ms, created_at_ms, trashed_at_ms, save_number, dirty, unindexed, saved_by, metadata, attachments, blocks, seal';
const revisionColumns = 'article, sequence, uuid, parent, other_parent, origin, cause, instant_ms, name, note, words, metadata, attachments, chunks, seal';
const marks = (columns: string): string => columns.replaceAll(/\w+/g, '?');
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A row from before there were seals has none; one whose seal is no longer one is not what was written. */
const sealIn = (values: readonly Value[]): Buffer => (Buffer.isBuffer(values[19]) ? values[19] : Buffer.alloc(values.length > 19 ? 1 : 0));

const kinds: Readonly<Record<'blocks' | 'versions' | 'origins' | 'articles' | 'revisions' | 'pads', Kind>> = {
  blocks: {
    is: ({ rowid, values }) => rowid !== null && values.length >= 5 && values[0] === null && isHash(values[1]) && Buffer.isBuffer(values[2]) && isCount(values[3]),
    insert: (db, row, backup) => insertPacked(db, 'blocks', row, backup),
  },
  versions: {
    is: ({ rowid, values }) => rowid !== null && values.length === 3 && values[0] === null && isHash(values[1]) && Buffer.isBuffer(values[2]),
    insert: (db, row, backup) => insertPacked(db, 'metadata_versions', row, backup),
  },
  origins: {
    is: ({ rowid, values }) => rowid !== null && values.length === 5 && values[0] === null && values.slice(1).every((value) => typeof value === 'string'),
    insert: (db, { rowid, values }) => run(db, 'INSERT OR IGNORE INTO origins (id, author_id, author_name, device_id, zone) VALUES (?, ?, ?, ?, ?)', rowid, ...sql(values.slice(1))) === 1,
  },
  articles: {
    is: ({ rowid, values }) => rowid !== null && values.length >= 18 && values[0] === null && typeof values[1] === 'string' && uuidForm.test(values[1]) && Buffer.isBuffer(values[17]) && isCount(values[11]),
    insert: (db, { rowid, values }) => {
      // Of two versions, one in the log and one in the file, the one that was saved last.
      const known = one<{ saved: number }>(db, 'SELECT save_number AS saved FROM articles WHERE id = ?', rowid);
      if (known && known.saved > Number(values[11])) return false;
      run(db, 'DELETE FROM articles WHERE id = ? OR uuid = ?', rowid, String(values[1]));
      run(db, `INSERT INTO articles (${articleColumns}) VALUES (${marks(articleColumns)})`, rowid, ...sql(values.slice(1, 18)), sealIn(values));
      return known === undefined;
    },
  },
  revisions: {
    is: ({ rowid, values }) => rowid === null && values.length >= 15 && isCount(values[0]) && isCount(values[1]) && Buffer.isBuffer(values[2]) && values[2].length === 16 && Buffer.isBuffer(values[13]) && Buffer.isBuffer(values[14]),
    // The last version wins: a revision's name may have been changed. Its seal tells later whether it is whole.
    insert: (db, { values }) => run(db, `INSERT OR REPLACE INTO revisions (${revisionColumns}) VALUES (${marks(revisionColumns)})`, ...sql(values.slice(0, 15))) === 1,
  },
  pads: {
    is: ({ rowid, values }) => rowid !== null && values.length === 3 && values[0] === null && typeof values[1] === 'string' && isHash(values[2]),
    // Half of a note is none.
    insert: (db, { rowid, values: [, text, hash] }) => Buffer.isBuffer(hash) && sha256(String(text)).equals(hash) && run(db, 'INSERT OR REPLACE INTO notes_pads (article, text, hash) VALUES (?, ?, ?)', rowid, String(text), hash) === 1,
  },
};

/**
 * Fills an empty database with every row of a damaged one that can still be read, blocks and metadata only where their hash is
 * right. What hangs together is found by reading the result as any library, which checks all hashes.
 * @param backup where blocks that are damaged are looked for under their hash
 */
export function salvageInto(db: Db, damagedFile: string, backup: Db | null): Found {
  configureForSalvage(db);
  migrate(db, () => undefined);
  const chunks: RawRow[] = [];
  const found = { blocks: 0, versions: 0, origins: 0, articles: 0, revisions: 0, pads: 0 };
  db.transaction(() => {
    for (const row of rowsOf(readPages(damagedFile))) {
      const name = nameOf(row);
      if (name === null) continue;
      // A chunk has the shape of a version: what does not inflate to its hash is tried as one, once all blocks are there.
      const isNew = attemptInsert(() => kinds[name].insert(db, row, backup));
      if (isNew) found[name] += 1;
      else if (name === 'versions') chunks.push(row);
    }
    // A database from before there were seals has none to tell by: what is whole by itself is taken as it is.
    for (const { id } of all<{ id: number }>(db, "SELECT id FROM articles WHERE seal = x''")) sealArticle(db, id);
    if (backup) fillFrom(backup, db);
    for (const row of [...chunks, ...(backup ? chunksOf(backup) : [])]) insertChunk(db, row);
  })();
  return { blocks: found.blocks, articles: found.articles, revisions: found.revisions };
}

function nameOf(row: RawRow): keyof typeof kinds | null {
  if (kinds.blocks.is(row)) return 'blocks';
  if (kinds.versions.is(row)) return 'versions';
  if (kinds.origins.is(row)) return 'origins';
  if (kinds.articles.is(row)) return 'articles';
  if (kinds.pads.is(row)) return 'pads';
  return kinds.revisions.is(row) ? 'revisions' : null;
}

/** STRICT tables refuse what a damaged row says: it is then no row. */
function attemptInsert(insert: () => boolean): boolean {
  try {
    return insert();
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(error.code)) return false;
    throw error;
  }
}

/** A chunk is whole where its hash is that of its blocks' hashes. */
function insertChunk(db: Db, { rowid, values: [, hash, blocks] }: RawRow): void {
  if (!Buffer.isBuffer(hash) || !Buffer.isBuffer(blocks)) return;
  const hashes = readVarints(blocks).map((id) => one<{ hash: Buffer }>(db, 'SELECT hash FROM blocks WHERE id = ?', id)?.hash);
  const known = hashes.filter((one) => one !== undefined);
  if (known.length === hashes.length && sha256(...known).equals(hash)) run(db, 'INSERT OR IGNORE INTO chunks (id, hash, blocks) VALUES (?, ?, ?)', rowid, hash, blocks);
}
