import { pack, unpack } from './content.ts';
import { all, changeOne, type Db, insert, one } from './open-database.ts';

/** Stores metadata or attachments, once, and gives the row number. */
export function storeVersion(db: Db, value: unknown): number {
  const { hash, bytes } = pack(value);
  const known = one<{ id: number }>(db, 'SELECT id FROM metadata_versions WHERE hash = ?', hash);
  return known?.id ?? insert(db, 'INSERT INTO metadata_versions (hash, json) VALUES (?, ?)', hash, bytes);
}

export function readVersion(db: Db, id: number): { readonly value: unknown; readonly hash: Uint8Array } | null {
  const row = one<{ hash: Uint8Array; json: Uint8Array }>(db, 'SELECT hash, json FROM metadata_versions WHERE id = ?', id);
  const unpacked = row && unpack(row.json, row.hash);
  return unpacked ? { value: unpacked.value, hash: row.hash } : null;
}

export function versionHash(db: Db, id: number): Uint8Array | null {
  return one<{ hash: Uint8Array }>(db, 'SELECT hash FROM metadata_versions WHERE id = ?', id)?.hash ?? null;
}

/** Drops versions that no working copy and no revision holds. */
export function dropUnusedVersion(db: Db, id: number): void {
  const used = one<{ used: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM articles WHERE metadata = ?) OR EXISTS (SELECT 1 FROM articles WHERE attachments = ?)
       OR EXISTS (SELECT 1 FROM revisions WHERE metadata = ?) OR EXISTS (SELECT 1 FROM revisions WHERE attachments = ?) AS used`,
    id, id, id, id,
  );
  if (used?.used === 0) changeOne(db, 'DELETE FROM metadata_versions WHERE id = ?', id);
}

export function damagedVersions(db: Db): number[] {
  return all<{ id: number }>(db, 'SELECT id FROM metadata_versions ORDER BY id').flatMap(({ id }) => (readVersion(db, id) ? [] : [id]));
}
