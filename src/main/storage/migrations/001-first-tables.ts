import type { Migration } from './migration.ts';

/**
 * Blocks, metadata and chunks are stored once, under their hash; revisions and working copies hold row numbers as varints.
 * `blocks.uses` counts working copies, `blocks.kept` is 1 once a revision holds the block: a row with neither is dropped.
 * Revisions have no row number of their own: parents are sequence numbers of the same article.
 */
export const firstTables: Migration = {
  number: 1,
  sql: `
    CREATE TABLE blocks (
      id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, json BLOB NOT NULL,
      uses INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0), kept INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE chunks (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, blocks BLOB NOT NULL) STRICT;
    CREATE TABLE metadata_versions (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, json BLOB NOT NULL) STRICT;
    CREATE TABLE origins (
      id INTEGER PRIMARY KEY, author_id TEXT NOT NULL, author_name TEXT NOT NULL, device_id TEXT NOT NULL, zone TEXT NOT NULL,
      UNIQUE (author_id, author_name, device_id, zone)
    ) STRICT;
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
      slugline TEXT NOT NULL, headline TEXT NOT NULL, section TEXT NOT NULL, state TEXT NOT NULL, words INTEGER NOT NULL, author TEXT NOT NULL,
      changed_at_ms INTEGER NOT NULL, created_at_ms INTEGER NOT NULL, trashed_at_ms INTEGER,
      save_number INTEGER NOT NULL, dirty INTEGER NOT NULL, unindexed INTEGER NOT NULL, saved_by INTEGER NOT NULL REFERENCES origins,
      metadata INTEGER NOT NULL REFERENCES metadata_versions, attachments INTEGER NOT NULL REFERENCES metadata_versions, blocks BLOB NOT NULL
    ) STRICT;
    CREATE INDEX articles_changed ON articles (changed_at_ms);
    CREATE INDEX articles_created ON articles (created_at_ms);
    CREATE INDEX articles_slugline ON articles (slugline COLLATE NOCASE);
    CREATE INDEX articles_headline ON articles (headline COLLATE NOCASE);
    CREATE INDEX articles_counts ON articles (state, author, trashed_at_ms);
    CREATE INDEX articles_unindexed ON articles (id) WHERE unindexed = 1;
    CREATE TABLE revisions (
      article INTEGER NOT NULL REFERENCES articles, sequence INTEGER NOT NULL, uuid BLOB NOT NULL UNIQUE,
      parent INTEGER, other_parent INTEGER, origin INTEGER NOT NULL REFERENCES origins, cause TEXT NOT NULL, instant_ms INTEGER NOT NULL,
      name TEXT NOT NULL, note TEXT NOT NULL, words INTEGER NOT NULL,
      metadata INTEGER NOT NULL REFERENCES metadata_versions, attachments INTEGER NOT NULL REFERENCES metadata_versions, chunks BLOB NOT NULL,
      seal BLOB NOT NULL, PRIMARY KEY (article, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5(
      headline, standfirst, body, byline, captions, slugline, tags,
      content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
    );
  `,
};
