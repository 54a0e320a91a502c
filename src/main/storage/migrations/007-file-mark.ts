import type { Migration } from './migration.ts';

/** From here on the file says twice which version it has (`file-mark.ts`), so that a damaged number is not taken for a newer Galley's. */
export const fileMark: Migration = { number: 7, sql: '' };
