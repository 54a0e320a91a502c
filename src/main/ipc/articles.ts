import * as v from 'valibot';
import { type Article, emptyArticle } from '../../article/article.ts';
import { metadata } from '../../article/metadata.ts';
import type { ErasedFromBackups } from '../storage/backup-erase.ts';
import type { Erased } from '../storage/erase.ts';
import type { StorageClient } from '../storage-client.ts';
import { articleArgument, articleId, blocksArgument, count, images, nothing, shortText } from './parsers.ts';
import type { CallTable } from './register.ts';
import type { Erasure, OpenedArticle } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';

const filter = v.picklist(['all', 'mine', 'draft', 'in-review', 'approved', 'published', 'trash']);
const passage = v.strictObject({ ...articleId.entries, phrases: v.pipe(v.array(v.pipe(shortText, v.check((text) => text.trim() !== ''))), v.minLength(1), v.maxLength(100)) });
const state = v.picklist(['draft', 'in-review', 'approved', 'published']);

type ArticleCalls = Pick<CallTable, Extract<keyof CallTable, `articles.${string}`>>;

interface ArticleDesk {
  readonly storage: StorageClient;
  readonly openSample: () => Promise<Result<OpenedArticle>>;
  /** The newsroom's, in which a new article begins. */
  readonly language: () => string;
  readonly eraseFromBackups: (erasure: { readonly articleId: string; readonly phrases: readonly string[]; readonly pictures: readonly string[] }) => Promise<Result<ErasedFromBackups>>;
}

export function articleCalls({ storage, openSample, language, eraseFromBackups }: ArticleDesk): ArticleCalls {
  const blank = (): Article => {
    const article = emptyArticle();
    return { ...article, metadata: { ...article.metadata, language: language() } };
  };
  /** It is gone from the library; what could not be cleaned has to be said all the same. */
  const everywhere = async ({ revisions, pictures, unreached }: Erased, erasure: { readonly articleId: string; readonly phrases: readonly string[] }): Promise<Result<Erasure>> => {
    const cleaned = await eraseFromBackups({ ...erasure, pictures });
    const rest = cleaned.ok ? cleaned.value : { backups: 0, pictures: 0, unreached: [cleaned.error.message], alsoIn: [] };
    return { ok: true, value: { ...rest, revisions, unreached: [...unreached, ...rest.unreached] } };
  };
  return {
    'articles.list': {
      request: v.strictObject({
        query: shortText,
        filter,
        sort: v.picklist(['changed', 'created', 'slugline', 'headline']),
        offset: count,
        limit: v.pipe(count, v.maxValue(1000)),
      }),
      handle: (request) => storage.call('articles.list', request),
    },
    'articles.total': { request: v.strictObject({ query: shortText, filter }), handle: (request) => storage.call('articles.total', request) },
    'articles.counts': { request: nothing, handle: () => storage.call('articles.counts', null) },
    'articles.create': {
      request: v.strictObject({ article: v.union([v.null(), articleArgument]) }),
      handle: ({ article }) => storage.call('articles.create', { article: article ?? blank(), cause: article ? 'import' : null }),
    },
    'articles.open': { request: articleId, handle: (request) => storage.call('articles.open', request) },
    'articles.duplicate': { request: articleId, handle: (request) => storage.call('articles.duplicate', request) },
    'articles.trash': { request: articleId, handle: (request) => storage.call('articles.trash', request) },
    'articles.untrash': { request: articleId, handle: (request) => storage.call('articles.untrash', request) },
    'articles.erase': {
      request: articleId,
      handle: async (request) => {
        const erased = await storage.call('articles.eraseHere', request);
        return erased.ok ? everywhere(erased.value, { ...request, phrases: [] }) : erased;
      },
    },
    'articles.countPassage': { request: passage, handle: (request) => storage.call('articles.countPassage', request) },
    'articles.erasePassage': {
      request: passage,
      handle: async (request) => {
        const erased = await storage.call('articles.erasePassageHere', request);
        return erased.ok ? everywhere(erased.value, request) : erased;
      },
    },
    'articles.save': {
      request: v.strictObject({
        ...articleId.entries,
        number: count,
        changedBlocks: blocksArgument,
        order: v.array(v.pipe(v.string(), v.maxLength(64))),
        metadata: v.nullable(metadata),
        images: v.nullable(images),
      }),
      handle: (request) => storage.call('articles.save', request),
    },
    'articles.setState': { request: v.strictObject({ ...articleId.entries, state }), handle: (request) => storage.call('articles.setState', request) },
    'articles.stateChanges': { request: articleId, handle: (request) => storage.call('articles.stateChanges', request) },
    'articles.openSample': { request: nothing, handle: openSample },
  };
}
