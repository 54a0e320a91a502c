import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Db } from '../open-database.ts';
import { Refusal } from '../refusal.ts';
import { firstTables } from './001-first-tables.ts';
import { blockHistory } from './002-block-history.ts';
import { searchNewestFirst } from './003-search-newest-first.ts';
import type { Migration } from './migration.ts';

const migrations: readonly Migration[] = [firstTables, blockHistory, searchNewestFirst];
const newestVersion = migrations.length;

export const versionOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

/** @throws Refusal for a database that a newer Galley wrote, or another program */
export function refuseUnknown(db: Db, file: string): void {
  const found = versionOf(db);
  if (found > newestVersion) throw new Refusal('newer-database', 'errors.newerDatabase', { file, found, known: newestVersion });
  const foreign = found === 0 && db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() !== undefined;
  if (foreign) throw new Refusal('store-damaged', 'errors.storeDamaged', { file });
}

/** Brings a database to today's shape, all steps or none; one that held data is copied to `backups` before. */
export function migrate(db: Db, file: string, steps: readonly Migration[] = migrations): void {
  const found = versionOf(db);
  const missing = steps.filter(({ number }) => number > found);
  const first = missing[0];
  if (!first) return;
  if (found > 0) backUp(db, join(dirname(file), 'backups', `before-migration-${first.number}.db`));
  db.transaction(() => {
    for (const { number, sql, fill } of missing) {
      db.exec(sql);
      fill?.(db);
      db.pragma(`user_version = ${number}`);
    }
  }).immediate();
}

function backUp(db: Db, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  // Only a copy of a migration that did not come through can stand there: the database is still the same or newer.
  if (existsSync(target)) rmSync(target);
  db.prepare('VACUUM INTO ?').run(target);
}
