import type { StorageContext } from './calls.ts';
import { type Db, insert, one } from './open-database.ts';

/** Who, on which device, in which zone: a revision costs one small number for all of it. */
export function originOf(db: Db, { author, deviceId, zone }: StorageContext): number {
  const values = [author.id, author.name, deviceId, zone] as const;
  const known = one<{ id: number }>(db, 'SELECT id FROM origins WHERE author_id = ? AND author_name = ? AND device_id = ? AND zone = ?', ...values);
  return known?.id ?? insert(db, 'INSERT INTO origins (author_id, author_name, device_id, zone) VALUES (?, ?, ?, ?)', ...values);
}
