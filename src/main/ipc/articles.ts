import * as v from 'valibot';
import { type Article, emptyArticle } from '../../article/article.ts';
import { metadata } from '../../article/metadata.ts';
import { type Erasing, erasingCalls } from './erasing.ts';
import { type SessionFile, sessionForm } from '../session-file.ts';
import { articleArgument, articleId, blocksArgument, count, images, nothing, shortText } from './parsers.ts';
import type { CallTable } from './answer.ts';
import type { OpenedArticle } from '../../ipc/contract.ts';
import { ok, type Result } from '../../ipc/result.ts';
import type { RestoredSession, Session } from '../../ipc/session.ts';

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

/** One article is read; of the others only what their tabs are called, and nothing where there are no others. */
async function restored({ active, tabs }: Session, storage: Erasing['storage']): Promise<RestoredSession | null> {
  const asked = active === '' ? null : storage.call('articles.open', { articleId: active });
  const others = tabs.length > 1 ? storage.call('articles.summaries', { articleIds: tabs.map(({ articleId: id }) => id) }) : null;
  const [front, named] = [await asked, await others];
  const summaries = new Map(named?.ok ? named.value.map((summary) => [summary.id, summary]) : []);
  if (front?.ok) summaries.set(active, front.value.summary);
  const left = tabs.flatMap((tab) => {
    const summary = summaries.get(tab.articleId);
    return summary?.trashedAtMs === null ? [{ ...tab, headline: summary.headline, slugline: summary.slugline }] : [];
  });
  if (front?.ok && left.some(({ articleId: id }) => id === active)) return { opened: front.value, tabs: left };
  const next = left[0] && (await storage.call('articles.open', { articleId: left[0].articleId }));
  return next?.ok ? { opened: next.value, tabs: left } : newest(storage);
}

/** What was changed last, where no session is left. */
async function newest(storage: Erasing['storage']): Promise<RestoredSession | null> {
  const listed = await storage.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 1 });
  const row = listed.ok ? listed.value.rows[0] : undefined;
  const opened = row && (await storage.call('articles.open', { articleId: row.id }));
  return opened?.ok ? { opened: opened.value, tabs: [] } : null;
}
