import type { AppError, Result } from '../../ipc/result.ts';
import { fail } from '../../ipc/result.ts';
import { type MessageKey, type MessageValues, say } from '../../language/index.ts';

/** An expected failure inside a transaction: thrown so that SQLite rolls back, a value again at the store's door. */
export class Refusal extends Error {
  readonly code: AppError['code'];
  constructor(code: AppError['code'], key: MessageKey, values?: MessageValues) {
    super(say(key, values));
    this.code = code;
  }
}

/** SQLite's result codes, by their beginning (extended codes go on after it), and what the person is told. */
const bySqliteCode: readonly (readonly [string, AppError['code'], MessageKey])[] = [
  ['SQLITE_FULL', 'disk-full', 'errors.diskFull'],
  ['SQLITE_READONLY', 'not-writable', 'errors.notWritable'],
  ['SQLITE_IOERR', 'not-writable', 'errors.notWritable'],
  ['SQLITE_CANTOPEN', 'not-writable', 'errors.notWritable'],
  ['SQLITE_PERM', 'not-writable', 'errors.notWritable'],
  ['SQLITE_CORRUPT', 'store-damaged', 'errors.storeDamaged'],
  ['SQLITE_NOTADB', 'store-damaged', 'errors.storeDamaged'],
  ['SQLITE_BUSY', 'file-locked', 'errors.locked'],
];

/** The one place where what was thrown becomes a sentence. `file`: the database it is about. */
function classify(error: unknown, file: string): { readonly ok: false; readonly error: AppError } {
  if (error instanceof Refusal) return fail(error.code, error.message);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  for (const [start, appCode, key] of bySqliteCode) if (code.startsWith(start)) return fail(appCode, say(key, { file }));
  if (code === 'ENOSPC') return fail('disk-full', say('errors.diskFull', { file }));
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EIO') return fail('not-writable', say('errors.notWritable', { file }));
  return fail('unexpected', say('errors.unexpected', { what: error instanceof Error ? error.message : String(error) }));
}

/** Runs it and gives its answer, or what went wrong, as a value. */
export function attempt<T>(file: string, action: () => T): Result<T> {
  try {
    return { ok: true, value: action() };
  } catch (error) {
    return classify(error, file);
  }
}
