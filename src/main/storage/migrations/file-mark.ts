import { type Db, one } from '../open-database.ts';

/** `GLY` and the version of the database, in SQLite's `application_id` (sqlite.org/fileformat2.html, offset 68). */
const mark = 0x47_4c_59_00;
const firstMarked = 7;
/** Tables every version has. */
const ours = "('articles', 'revisions', 'blocks')";

/** What a database is: Galley's own (an empty one too), a newer Galley's, another program's, or one whose head is not as it was written. */
export type Kind = 'ours' | 'newer' | 'foreign' | 'damaged';

export const versionOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }));
const markOf = (db: Db): number => Number(db.pragma('application_id', { simple: true }));
const expectedMark = (version: number): number => (version < firstMarked ? 0 : mark + version);

/** Writes which version the tables have, both times. */
export function writeVersion(db: Db, version: number): void {
  db.pragma(`user_version = ${version}`);
  db.pragma(`application_id = ${expectedMark(version)}`);
}

/** @param newest the newest version this Galley knows */
export function kindOf(db: Db, newest: number): Kind {
  const version = versionOf(db);
  const isNew = version === 0 && one(db, 'SELECT 1 FROM sqlite_master LIMIT 1') === undefined;
  if (isNew) return 'ours';
  const tables = one<{ count: number }>(db, `SELECT count(*) AS count FROM sqlite_master WHERE type = 'table' AND name IN ${ours}`)?.count;
  if (tables !== 3) return 'foreign';
  if (version === 0 || markOf(db) !== expectedMark(version)) return 'damaged';
  return version > newest ? 'newer' : 'ours';
}
