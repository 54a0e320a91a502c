import type { Db } from '../open-database.ts';
import { Refusal } from '../refusal.ts';
import { firstTables } from './001-first-tables.ts';
import { blockHistory } from './002-block-history.ts';
import { searchNewestFirst } from './003-search-newest-first.ts';
import { erasures } from './004-erasures.ts';
import { stateChanges } from './005-state-changes.ts';
import { sealsAndLookups } from './006-seals-and-lookups.ts';
import type { Migration } from './migration.ts';

const migrations: readonly Migration[] = [firstTables, blockHistory, searchNewestFirst, erasures, stateChanges, sealsAndLookups];
export const newestVersion = migrations.length;

export const versionOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

/** @throws Refusal for a database that a newer Galley wrote, or another program */
export function refuseUnknown(db: Db, file: string): void {
  const found = versionOf(db);
  if (found > newestVersion) throw new Refusal('newer-database', 'errors.newerDatabase', { file, found, known: newestVersion });
  const foreign = found === 0 && db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() !== undefined;
  if (foreign) throw new Refusal('store-damaged', 'errors.storeDamaged', { file });
}

/** Brings a database to today's shape, all steps or none. `before` is called for one that holds data already: what it throws stops the migration. */
export function migrate(db: Db, before: () => void, steps: readonly Migration[] = migrations): void {
  const found = versionOf(db);
  const missing = steps.filter(({ number }) => number > found);
  if (missing.length === 0) return;
  if (found > 0) before();
  db.transaction(() => {
    for (const { number, sql, fill } of missing) {
      db.exec(sql);
      fill?.(db);
      db.pragma(`user_version = ${number}`);
    }
  }).immediate();
}
