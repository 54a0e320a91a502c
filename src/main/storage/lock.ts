import { join } from 'node:path';
import { openLockFile } from './open-database.ts';
import { Refusal } from './refusal.ts';

/**
 * Takes the data folder for this process, before anything else in it is opened. The system frees it when the process dies.
 * @returns a function that gives it back
 * @throws Refusal where another process has it
 */
export function acquireLock(folder: string): () => void {
  const db = openLockFile(join(folder, 'lock.db'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refusal('file-locked', 'errors.locked', { file: folder });
    throw error;
  }
  return () => db.close();
}
