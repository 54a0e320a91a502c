import type { Migration } from './migration.ts';

/**
 * Who set an article's state, and when. They go with the article. Of articles from before, the revisions of approvals and
 * publications say it; who sent one to review is not known.
 */
export const stateChanges: Migration = {
  number: 5,
  sql: `
    CREATE TABLE state_changes (
      id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, state TEXT NOT NULL,
      instant_ms INTEGER NOT NULL, origin INTEGER NOT NULL REFERENCES origins
    ) STRICT;
    CREATE INDEX state_changes_article ON state_changes (article);
    INSERT INTO state_changes (article, state, instant_ms, origin)
      SELECT article, iif(cause = 'approve', 'approved', 'published'), instant_ms, origin FROM revisions WHERE cause IN ('approve', 'publish') ORDER BY article, sequence;
  `,
};
