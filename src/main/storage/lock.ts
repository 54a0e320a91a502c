import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { openLockFile } from './open-database.ts';
import { Refusal } from './refusal.ts';

/** What has a data folder: the window's storage process, or a command that writes. */
export type LockHolder = 'window' | 'command';

const noteForm = v.object({ holder: v.picklist(['window', 'command']), pid: v.number() });
const noteFile = (folder: string): string => join(folder, 'lock.json');

/**
 * Takes the data folder for this process, before anything else in it is opened. The system frees it when the process dies.
 * Who has it is noted beside it for the sentence another process gives; the note decides nothing.
 * @returns a function that gives it back
 * @throws Refusal where another process has it
 */
export function acquireLock(folder: string, holder: LockHolder = 'window'): () => void {
  const db = openLockFile(join(folder, 'lock.db'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) throw new Refusal('file-locked', 'errors.lockedBy', { file: folder, ...noted(folder) });
    throw error;
  }
  note(folder, holder);
  return () => {
    rmSync(noteFile(folder), { force: true });
    db.close();
  };
}

function note(folder: string, holder: LockHolder): void {
  try {
    writeFileSync(noteFile(folder), JSON.stringify({ holder, pid: process.pid }));
  } catch {
    // The lock is held all the same.
  }
}

function noted(folder: string): { readonly holder: string; readonly pid: string } {
  try {
    const { holder, pid } = v.parse(noteForm, JSON.parse(readFileSync(noteFile(folder), 'utf8')));
    return { holder, pid: String(pid) };
  } catch {
    return { holder: 'unknown', pid: '' };
  }
}
