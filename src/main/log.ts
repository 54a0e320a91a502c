/** A local rotating log. It holds no article text and no secret: callers pass names of calls and stacks. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Bytes after which the log is turned over; one older file is kept. */
const longest = 1024 * 1024;

export type Log = (what: string, error?: unknown) => void;

export function openLog(path: string): Log {
  mkdirSync(dirname(path), { recursive: true });
  return (what, error) => {
    const detail = error === undefined ? '' : ` ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}`;
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > longest) renameSync(path, `${path}.1`);
      appendFileSync(path, `${new Date().toISOString()} ${what}${detail}\n`);
    } catch {
      // A full disk must not keep anybody from writing.
    }
  };
}
