import { rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { MessageValues } from '../../language/index.ts';
import { fieldsOfFile } from '../files/small-file.ts';

/** What has a data folder: the window's storage process, or a command that writes. */
export type LockHolder = 'window' | 'command';

const noteFile = (folder: string): string => join(folder, 'lock.json');

/** Notes who has the folder, for the sentence another process gives. The note decides nothing: a stale one keeps nobody out. */
export function noteHolder(folder: string, holder: LockHolder): void {
  try {
    writeFileSync(noteFile(folder), JSON.stringify({ holder, pid: process.pid, machine: hostname(), sinceMs: Date.now() }));
  } catch {
    // The lock is held all the same.
  }
}

export const removeNote = (folder: string): void => rmSync(noteFile(folder), { force: true });

/** Who has the folder, as values of a message; `holder` is 'unknown' where nobody said so. */
export function notedHolder(folder: string): MessageValues {
  const { holder, pid, machine, sinceMs } = fieldsOfFile(noteFile(folder));
  if ((holder !== 'window' && holder !== 'command') || typeof pid !== 'number') return { holder: 'unknown', pid: '', machine: '', sinceMs: 0 };
  return { holder, pid: String(pid), machine: typeof machine === 'string' ? machine : '', sinceMs: typeof sinceMs === 'number' ? sinceMs : 0 };
}
