import type { Db } from '../open-database.ts';
import { Refusal } from '../refusal.ts';
import { firstTables } from './001-first-tables.ts';
import { blockHistory } from './002-block-history.ts';
import { searchNewestFirst } from './003-search-newest-first.ts';
import { erasures } from './004-erasures.ts';
import { stateChanges } from './005-state-changes.ts';
import { sealsAndLookups } from './006-seals-and-lookups.ts';
import { fileMark } from './007-file-mark.ts';
import { notesPads } from './008-notes-pads.ts';
import { kindOf, versionOf, writeVersion } from './file-mark.ts';
import type { Migration } from './migration.ts';

const migrations: readonly Migration[] = [firstTables, blockHistory, searchNewestFirst, erasures, stateChanges, sealsAndLookups, fileMark, notesPads];
export const newestVersion = migrations.length;

/** @throws Refusal for a database that a newer Galley wrote, another program, or whose head is damaged */
export function refuseUnknown(db: Db, file: string): void {
  const kind = kindOf(db, newestVersion);
  if (kind === 'newer') throw new Refusal('newer-database', 'errors.newerDatabase', { file, found: versionOf(db), known: newestVersion });
  if (kind !== 'ours') throw new Refusal('store-damaged', 'errors.storeDamaged', { file });
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
      writeVersion(db, number);
    }
  }).immediate();
}
