import * as v from 'valibot';
import type { StorageClient } from '../storage-client.ts';
import { articleId, count, id, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

const cause = v.picklist(['typing-pause', 'explicit-save', 'import', 'restore', 'replace-all', 'before-close', 'approve', 'export', 'publish', 'merge']);

const filter = v.strictObject({ show: v.picklist(['all', 'named', 'approved', 'exported', 'published']), author: shortText, cause: v.union([v.literal(''), cause]) });

export function revisionCalls(storage: StorageClient): Pick<CallTable, Exclude<Extract<keyof CallTable, `revisions.${string}`>, 'revisions.saveComparison'>> {
  return {
    'revisions.list': {
      request: v.strictObject({ ...articleId.entries, offset: count, limit: v.pipe(count, v.maxValue(1000)), filter: v.optional(filter) }),
      handle: (request) => storage.call('revisions.list', request),
    },
    'revisions.make': {
      request: v.strictObject({ ...articleId.entries, cause, name: shortText, note: shortText }),
      handle: (request) => storage.call('revisions.make', request),
    },
    'revisions.findText': { request: v.strictObject({ ...articleId.entries, text: shortText }), handle: (request) => storage.call('revisions.findText', request) },
    'revisions.summary': { request: v.strictObject({ ...articleId.entries, revisionId: id }), handle: (request) => storage.call('revisions.summary', request) },
    'revisions.size': { request: v.strictObject({ ...articleId.entries, revisionId: id }), handle: (request) => storage.call('revisions.size', request) },
    'revisions.read': { request: v.strictObject({ ...articleId.entries, revisionId: id }), handle: (request) => storage.call('revisions.read', request) },
    'revisions.ofBlock': {
      request: v.strictObject({ ...articleId.entries, blockId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), offset: count, limit: v.pipe(count, v.maxValue(1000)) }),
      handle: (request) => storage.call('revisions.ofBlock', request),
    },
    'revisions.lastTouched': { request: articleId, handle: (request) => storage.call('revisions.lastTouched', request) },
    'revisions.name': {
      request: v.strictObject({ ...articleId.entries, revisionId: id, name: shortText, note: shortText }),
      handle: (request) => storage.call('revisions.name', request),
    },
  };
}
