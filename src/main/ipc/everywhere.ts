/** Find and replace in all articles: the search in its own process, the replacements in the storage process. */
import * as v from 'valibot';
import { ok } from '../../ipc/result.ts';
import type { FindClient } from '../find-client.ts';
import type { StorageClient } from '../storage-client.ts';
import { count, id, nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

const query = v.strictObject({ text: shortText, matchCase: v.boolean(), wholeWord: v.boolean(), matchAccents: v.boolean(), isRegex: v.boolean() });
const hit = v.strictObject({ blockId: v.nullable(v.string()), path: v.array(v.union([v.string(), count])), type: v.string(), text: v.string(), from: count, to: count, groups: v.array(v.string()) });
const replaced = v.strictObject({ articleId: id, before: id, after: id, count });

export function everywhereCalls({ storage, finder }: { readonly storage: StorageClient; readonly finder: FindClient }): Pick<CallTable, Extract<keyof CallTable, `everywhere.${string}`>> {
  return {
    'everywhere.find': { request: v.strictObject({ query, after: v.nullable(count) }), handle: (request) => finder.page(request) },
    'everywhere.stop': {
      request: nothing,
      handle: async () => {
        await finder.stop();
        return ok(null);
      },
    },
    'everywhere.replace': { request: v.strictObject({ articleId: id, hits: v.pipe(v.array(hit), v.minLength(1), v.maxLength(10_000)), replacement: shortText, isRegex: v.boolean(), note: shortText }), handle: (request) => storage.call('everywhere.replace', request) },
    'everywhere.takeBack': { request: v.strictObject({ replaced, note: shortText }), handle: (request) => storage.call('everywhere.takeBack', request) },
  };
}
