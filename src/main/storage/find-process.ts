/**
 * The process that looks through all articles: `find.js FOLDER`, one answer a request. It reads beside the writer and holds nothing up;
 * an expression that never ends is ended with it.
 */
import { constants, setPriority } from 'node:os';
import type { Result } from '../../ipc/result.ts';
import type { FoundPage } from '../../ipc/everywhere.ts';
import { findPage, type PageRequest } from './find-everywhere.ts';
import { refuseUnknown } from './migrations/index.ts';
import { databaseFile, type Db, openForReading } from './open-database.ts';
import { attempt } from './refusal.ts';

/** What Electron gives a utility process; storage imports nothing of Electron. */
interface ParentPort {
  postMessage(message: Result<FoundPage>): void;
  on(event: 'message', listener: (event: { readonly data: PageRequest }) => void): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
const file = databaseFile(process.argv[2] ?? '');

try {
  // Typing comes first, also on a machine with one core.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Where the system does not allow it the search runs as anything else.
}

let opened: Db | null = null;
function open(): Db {
  if (opened) return opened;
  const db = openForReading(file);
  refuseUnknown(db, file);
  return (opened = db);
}

parentPort?.on('message', ({ data }) => parentPort.postMessage(attempt(file, () => findPage(open(), data))));
