import type { Migration } from './migration.ts';

/** Notes beside an article, with the SHA-256 of their text. They are no part of it: no revision has them, and nothing takes them along. */
export const notesPads: Migration = {
  number: 8,
  sql: 'CREATE TABLE notes_pads (article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE, text TEXT NOT NULL, hash BLOB NOT NULL) STRICT;',
};
