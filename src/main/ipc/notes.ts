import * as v from 'valibot';
import type { StorageClient } from '../storage-client.ts';
import { articleId } from './parsers.ts';
import type { CallTable } from './answer.ts';

/** Far more than anybody notes: a pad is no place for an archive. Characters. */
const longest = 1_000_000;

export function notesCalls(storage: StorageClient): Pick<CallTable, 'notes.read' | 'notes.write'> {
  return {
    'notes.read': { request: articleId, handle: (request) => storage.call('notes.read', request) },
    'notes.write': { request: v.strictObject({ ...articleId.entries, text: v.pipe(v.string(), v.maxLength(longest)) }), handle: (request) => storage.call('notes.write', request) },
  };
}
