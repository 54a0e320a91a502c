import { recordAllBlockVersions } from '../block-versions.ts';
import type { Migration } from './migration.ts';

/**
 * In which revisions a block changed, so that its history is a query and no reading of every revision.
 * `block`: the top-level block that holds it from then on; NULL where the block was taken out.
 */
export const blockHistory: Migration = {
  number: 2,
  sql: `
    CREATE TABLE block_versions (
      article INTEGER NOT NULL, block_key BLOB NOT NULL, sequence INTEGER NOT NULL, block INTEGER,
      PRIMARY KEY (article, block_key, sequence)
    ) STRICT, WITHOUT ROWID;
  `,
  fill: recordAllBlockVersions,
};
