/** Deleting for good: from the library, then from everything of it that is kept elsewhere. */
import * as v from 'valibot';
import type { Passage } from '../../article/without-passage.ts';
import type { Erasure } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import type { ErasedFromBackups } from '../storage/backup-erase.ts';
import type { Erased } from '../storage/erase.ts';
import type { StorageClient } from '../storage-client.ts';
import { articleId, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';

/** `passage`: words of the article, null for all of it. */
interface Target {
  readonly articleId: string;
  readonly passage: Passage | null;
}

export interface Erasing {
  readonly storage: StorageClient;
  readonly eraseFromBackups: (erasure: Target & { readonly pictures: readonly string[] }) => Promise<Result<ErasedFromBackups>>;
}

const words = v.pipe(shortText, v.check((text) => text.trim() !== ''));
const wordsOfArticle = v.strictObject({
  ...articleId.entries,
  passage: v.strictObject({ phrases: v.pipe(v.array(words), v.minLength(1), v.maxLength(100)), matchCase: v.boolean(), wholeWord: v.boolean(), matchAccents: v.boolean() }),
});

export function erasingCalls({ storage, eraseFromBackups }: Erasing): Pick<CallTable, 'articles.erase' | 'articles.countPassage' | 'articles.erasePassage'> {
  /** It is gone from the library; what could not be cleaned has to be said all the same. */
  const everywhere = async ({ revisions, pictures, unreached }: Erased, target: Target): Promise<Result<Erasure>> => {
    const cleaned = await eraseFromBackups({ ...target, pictures });
    const rest = cleaned.ok ? cleaned.value : { backups: 0, pictures: 0, unreached: [cleaned.error.message], alsoIn: [] };
    return { ok: true, value: { ...rest, revisions, unreached: [...unreached, ...rest.unreached] } };
  };
  return {
    'articles.erase': {
      request: articleId,
      handle: async (request) => {
        const erased = await storage.call('articles.eraseHere', request);
        return erased.ok ? everywhere(erased.value, { ...request, passage: null }) : erased;
      },
    },
    'articles.countPassage': { request: wordsOfArticle, handle: (request) => storage.call('articles.countPassage', request) },
    'articles.erasePassage': {
      request: wordsOfArticle,
      handle: async (request) => {
        const erased = await storage.call('articles.erasePassageHere', request);
        return erased.ok ? everywhere(erased.value, request) : erased;
      },
    },
  };
}
