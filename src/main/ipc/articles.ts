import * as v from 'valibot';
import { type Article, emptyArticle } from '../../article/article.ts';
import { metadata } from '../../article/metadata.ts';
import type { ErasedFromBackups } from '../storage/backup-erase.ts';
import type { LastArticle } from '../last-article.ts';
import type { StorageClient } from '../storage-client.ts';
import { articleArgument, articleId, blocksArgument, count, images, nothing, shortText } from './parsers.ts';
import type { CallTable } from './register.ts';
import type { OpenedArticle } from '../../ipc/contract.ts';
import { ok, type Result } from '../../ipc/result.ts';

const filter = v.picklist(['all', 'mine', 'draft', 'in-review', 'approved', 'published', 'trash']);
const state = v.picklist(['draft', 'in-review', 'approved', 'published']);

type ArticleCalls = Pick<CallTable, Extract<keyof CallTable, `articles.${string}`>>;

interface ArticleDesk {
  readonly storage: StorageClient;
  readonly last: LastArticle;
  readonly openSample: () => Promise<Result<OpenedArticle>>;
  /** The newsroom's, in which a new article begins. */
  readonly language: () => string;
  readonly eraseFromBackups: (erasure: { readonly articleId: string; readonly pictures: readonly string[] }) => Promise<Result<ErasedFromBackups>>;
}

export function articleCalls(desk: ArticleDesk): ArticleCalls {
  const { storage, eraseFromBackups } = desk;
  return {
    ...openingCalls(desk),
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
    'articles.trash': { request: articleId, handle: (request) => storage.call('articles.trash', request) },
    'articles.untrash': { request: articleId, handle: (request) => storage.call('articles.untrash', request) },
    'articles.erase': {
      request: articleId,
      handle: async (request) => {
        const erased = await storage.call('articles.eraseHere', request);
        if (!erased.ok) return erased;
        const { revisions, pictures, unreached } = erased.value;
        const cleaned = await eraseFromBackups({ ...request, pictures });
        // It is gone from the library; what could not be cleaned has to be said all the same.
        const rest = cleaned.ok ? cleaned.value : { backups: 0, pictures: 0, unreached: [cleaned.error.message] };
        return { ok: true, value: { ...rest, revisions, unreached: [...unreached, ...rest.unreached] } };
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
  };
}

/** Those that end with an article open: the next start opens it again. */
function openingCalls({ storage, last, openSample, language }: ArticleDesk): Pick<ArticleCalls, 'articles.create' | 'articles.open' | 'articles.openLast' | 'articles.duplicate' | 'articles.openSample'> {
  const blank = (): Article => {
    const article = emptyArticle();
    return { ...article, metadata: { ...article.metadata, language: language() } };
  };
  const entered = async (opening: Promise<Result<OpenedArticle>>): Promise<Result<OpenedArticle>> => {
    const opened = await opening;
    if (opened.ok) last.note(opened.value.article.id);
    return opened;
  };
  return {
    'articles.create': {
      request: v.strictObject({ article: v.union([v.null(), articleArgument]) }),
      handle: ({ article }) => entered(storage.call('articles.create', { article: article ?? blank(), cause: article ? 'import' : null })),
    },
    'articles.open': { request: articleId, handle: (request) => entered(storage.call('articles.open', request)) },
    'articles.openLast': {
      request: nothing,
      handle: async () => {
        const opened = last.id === '' ? null : await storage.call('articles.open', { articleId: last.id });
        return ok(opened?.ok && opened.value.summary.trashedAtMs === null ? opened.value : null);
      },
    },
    'articles.duplicate': { request: articleId, handle: (request) => entered(storage.call('articles.duplicate', request)) },
    'articles.openSample': { request: nothing, handle: () => entered(openSample()) },
  };
}
