import * as v from 'valibot';
import { type Article, emptyArticle } from '../../article/article.ts';
import { metadata } from '../../article/metadata.ts';
import { type Erasing, erasingCalls } from './erasing.ts';
import { type SessionFile, sessionForm } from '../session-file.ts';
import { articleArgument, articleId, blocksArgument, count, images, nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';
import type { OpenedArticle } from '../../ipc/contract.ts';
import { ok, type Result } from '../../ipc/result.ts';
import { restored } from './restored.ts';

const filter = v.picklist(['all', 'mine', 'draft', 'in-review', 'approved', 'published', 'trash']);
const state = v.picklist(['draft', 'in-review', 'approved', 'published']);

type ArticleCalls = Pick<CallTable, Extract<keyof CallTable, `articles.${string}`>>;

interface ArticleDesk extends Erasing {
  readonly session: SessionFile;
  readonly openSample: () => Promise<Result<OpenedArticle>>;
  /** The newsroom's, in which a new article begins. */
  readonly language: () => string;
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
    ...erasingCalls({ storage, eraseFromBackups }),
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
  };
}

/** Those that end with an article open. */
function openingCalls({ storage, session, openSample, language }: ArticleDesk): Pick<ArticleCalls, 'articles.create' | 'articles.open' | 'articles.openLast' | 'articles.keepSession' | 'articles.duplicate' | 'articles.openSample'> {
  const blank = (): Article => {
    const article = emptyArticle();
    return { ...article, metadata: { ...article.metadata, language: language() } };
  };
  return {
    'articles.create': {
      request: v.strictObject({ article: v.union([v.null(), articleArgument]) }),
      handle: ({ article }) => storage.call('articles.create', { article: article ?? blank(), cause: article ? 'import' : null }),
    },
    'articles.open': { request: articleId, handle: (request) => storage.call('articles.open', request) },
    'articles.openLast': { request: nothing, handle: async () => ok(await restored(session.current, storage)) },
    'articles.keepSession': {
      request: sessionForm,
      handle: async (request) => {
        await session.keep(request);
        return ok(null);
      },
    },
    'articles.duplicate': { request: articleId, handle: (request) => storage.call('articles.duplicate', request) },
    'articles.openSample': { request: nothing, handle: () => openSample() },
  };
}
