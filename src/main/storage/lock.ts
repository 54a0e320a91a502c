import { join } from 'node:path';
import { prepareDataFolder } from './data-place.ts';
import { type LockHolder, noteHolder, notedHolder, removeNote } from './lock-note.ts';
import { openLockFile } from './open-database.ts';
import { Refusal } from './refusal.ts';

/**
 * Takes the data folder for this process, before anything else in it is opened; makes it where it is missing.
 * The system frees it when the process dies.
 * @returns a function that gives it back
 * @throws Refusal where another process has it, or where the folder cannot hold a library
 */
export function acquireLock(folder: string, holder: LockHolder = 'window'): () => void {
  prepareDataFolder(folder);
  const db = openLockFile(join(folder, 'lock.db'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refusal('file-locked', 'errors.lockedBy', { file: folder, ...notedHolder(folder) });
    throw error;
  }
  noteHolder(folder, holder);
  return () => {
    removeNote(folder);
    db.close();
  };
}
