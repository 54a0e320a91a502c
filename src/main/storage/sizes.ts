import { all, type Db, one } from './open-database.ts';

export interface Sizes {
  /** Bytes of each table with its indexes, largest first. */
  readonly tables: Readonly<Record<string, number>>;
  /** All that revisions need (blocks, chunks, metadata, the history of blocks), divided by their number; null where there is none. */
  readonly bytesPerRevision: number | null;
  /** The whole file, free pages included. */
  readonly bytes: number;
}

const ofRevisions = ['revisions', 'blocks', 'chunks', 'metadata_versions', 'block_versions'];

/** Where the bytes of a library are (SQLite's own count of pages). */
export function sizesOf(db: Db): Sizes {
  const rows = all<{ name: string; bytes: number }>(
    db,
    'SELECT coalesce(s.tbl_name, d.name) AS name, sum(d.pgsize) AS bytes FROM dbstat d LEFT JOIN sqlite_master s ON s.name = d.name GROUP BY 1 ORDER BY 2 DESC, 1',
  );
  const revisions = one<{ n: number }>(db, 'SELECT count(*) AS n FROM revisions')?.n ?? 0;
  const held = rows.filter(({ name }) => ofRevisions.includes(name)).reduce((sum, { bytes }) => sum + bytes, 0);
  const pages = one<{ bytes: number }>(db, 'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size');
  return { tables: Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes])), bytesPerRevision: revisions === 0 ? null : Math.round(held / revisions), bytes: pages?.bytes ?? 0 };
}
