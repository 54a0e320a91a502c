import type { Db } from '../open-database.ts';

/** One step of the database's shape. Once released it is never changed. */
export interface Migration {
  readonly number: number;
  readonly sql: string;
  /** Fills new tables from what is there, in the same transaction. */
  readonly fill?: (db: Db) => void;
}
