import { createHash } from 'node:crypto';
import { versionOf } from './migrations/file-mark.ts';
import { newestVersion } from './migrations/index.ts';
import { all, type Db } from './open-database.ts';

/**
 * What a library says, table by table: content by its hash, and nothing of what is made from it (the search index, the history of
 * blocks) or of where it stands in the file.
 */
const said = [
  'SELECT id, hash FROM blocks ORDER BY id',
  'SELECT id, hash, blocks FROM chunks ORDER BY id',
  'SELECT id, hash FROM metadata_versions ORDER BY id',
  'SELECT * FROM origins ORDER BY id',
  'SELECT id, seal FROM articles ORDER BY id',
  'SELECT article, sequence, seal FROM revisions ORDER BY article, sequence',
  'SELECT * FROM state_changes ORDER BY id',
  'SELECT article, hash FROM notes_pads ORDER BY article',
  'SELECT id, article, instant_ms FROM erasures ORDER BY id',
];

/**
 * One hash over a library, the same as long as nothing in it was changed; '' for one of an older shape. It says nothing about damage:
 * that is for `verifyStore`.
 */
export function contentHashOf(db: Db): string {
  if (versionOf(db) !== newestVersion) return '';
  const hash = createHash('sha256');
  for (const sql of said) for (const row of all<object>(db, sql)) hash.update(JSON.stringify(Object.values(row).map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('base64') : value))));
  return hash.digest('hex');
}
