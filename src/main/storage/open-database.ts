import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';

export type Db = BetterSqlite3.Database;

/** Column values better-sqlite3 takes and gives. */
export type SqlValue = string | number | Uint8Array | null;

export const databaseFile = (folder: string): string => join(folder, 'galley.db');

/**
 * The one place that chooses SQLite: `GALLEY_SQLITE` (a module's folder, set by the scripts where the runtime brings its own),
 * else the module beside the packaged app, else the dependency. Both versions in use have the calls made here.
 */
function sqlite(): typeof BetterSqlite3 {
  // Electron sets `resourcesPath`; plain Node has none.
  const { resourcesPath } = process as { resourcesPath?: string };
  const packaged = resourcesPath === undefined ? '' : join(resourcesPath, 'sqlite', 'node_modules', 'better-sqlite3');
  const name = process.env['GALLEY_SQLITE'] || (packaged && existsSync(packaged) ? packaged : 'better-sqlite3');
  // `require` types nothing; each of the three is better-sqlite3.
  return createRequire(import.meta.url)(name) as typeof BetterSqlite3;
}

/** The library's database, for its one writer. Nothing is changed in it before `configure`. */
export function openWritable(file: string): Db {
  const Database = sqlite();
  return new Database(file, { timeout: 2_000 });
}

export function configure(db: Db): void {
  db.pragma('journal_mode = WAL');
  // FULL: with NORMAL a power cut takes commits that were already acknowledged.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
}

/** For a database that takes what can still be read of a damaged one: rows whose neighbours are lost must find their place. */
export function configureForSalvage(db: Db): void {
  db.pragma('journal_mode = MEMORY');
  db.pragma('foreign_keys = OFF');
}

/** The same for any other process: it neither writes nor checkpoints. */
export function openForReading(file: string): Db {
  const Database = sqlite();
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 2_000 });
  db.pragma('query_only = ON');
  return db;
}

/**
 * Closes the database of a store that is refused and leaves its files as they are: the last one to close a database folds its log into
 * it, unless it may only read.
 */
export function closeUntouched(db: Db): void {
  let reader: Db | null = null;
  try {
    reader = openForReading(db.name);
    reader.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get();
  } catch {
    // What cannot be read at all has no log that could be folded in.
  }
  db.close();
  reader?.close();
}

/** A database that holds nothing and serves as a lock. */
export function openLockFile(file: string): Db {
  const Database = sqlite();
  return new Database(file, { timeout: 500 });
}

const prepared = new WeakMap<Db, Map<string, BetterSqlite3.Statement<SqlValue[]>>>();

function statement(db: Db, sql: string): BetterSqlite3.Statement<SqlValue[]> {
  let known = prepared.get(db);
  if (!known) prepared.set(db, (known = new Map()));
  let made = known.get(sql);
  if (!made) known.set(sql, (made = db.prepare<SqlValue[]>(sql)));
  return made;
}

/** The first row. The caller names the columns' types, which STRICT tables keep. */
export const one = <Row>(db: Db, sql: string, ...values: SqlValue[]): Row | undefined => statement(db, sql).get(...values) as Row | undefined;
export const all = <Row>(db: Db, sql: string, ...values: SqlValue[]): Row[] => statement(db, sql).all(...values) as Row[];

/** Runs a change that may touch any number of rows. */
export const run = (db: Db, sql: string, ...values: SqlValue[]): number => statement(db, sql).run(...values).changes;

/** Runs a change that must touch exactly one row. */
export function changeOne(db: Db, sql: string, ...values: SqlValue[]): void {
  const changes = run(db, sql, ...values);
  if (changes !== 1) throw new Error(`${changes} rows changed where one was expected: ${sql}`);
}

/** Inserts one row and gives its number. */
export function insert(db: Db, sql: string, ...values: SqlValue[]): number {
  const { changes, lastInsertRowid } = statement(db, sql).run(...values);
  if (changes !== 1) throw new Error(`${changes} rows inserted where one was expected: ${sql}`);
  return Number(lastInsertRowid);
}
