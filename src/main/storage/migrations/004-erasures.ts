import type { Migration } from './migration.ts';

/** What was deleted for good: that, when and by whom, and nothing of what it said. */
export const erasures: Migration = {
  number: 4,
  sql: `
    CREATE TABLE erasures (
      id INTEGER PRIMARY KEY, article TEXT NOT NULL, instant_ms INTEGER NOT NULL, origin INTEGER NOT NULL REFERENCES origins, revisions INTEGER NOT NULL
    ) STRICT;
  `,
};
