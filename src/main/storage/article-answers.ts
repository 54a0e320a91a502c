import { emptyArticle } from '../../article/article.ts';
import type { ArticleState, ArticleSummary, OpenedArticle, SaveAnswer, SaveRequest } from '../../ipc/contract.ts';
import type { StorageAnswers } from './answers.ts';
import { countArticles, countsOf, listArticles } from './article-list.ts';
import { type ArticleRow, createArticle, findArticle, readWorkingCopy, saveArticle, setState, setTrashed, summaryOf, withNewIds } from './articles.ts';
import type { StorageCalls, StorageContext } from './calls.ts';
import type { Desk } from './desk.ts';
import { eraseArticle } from './erase.ts';
import { run } from './open-database.ts';
import { originOf } from './origins.ts';
import { makeRevision } from './revisions.ts';
import { indexRest } from './search.ts';

export function articleAnswers(desk: Desk): Pick<StorageAnswers, Extract<keyof StorageAnswers, `articles.${string}`>> {
  const { db, clock } = desk;
  return {
    'articles.list': (request, { author }) => {
      if (request.query.trim() !== '') indexRest(db);
      return { rows: listArticles(db, request, author.name) };
    },
    'articles.total': (request, { author }) => countArticles(db, request, author.name),
    'articles.counts': (_request, { author }) => countsOf(db, author.name),
    'articles.create': (request, context) => create(desk, request, context),
    'articles.open': ({ articleId }) => opened(desk, findArticle(db, articleId)),
    'articles.summary': ({ articleId }) => summaryOf(findArticle(db, articleId)),
    'articles.duplicate': ({ articleId }, context) => create(desk, { article: withNewIds(readWorkingCopy(db, findArticle(db, articleId))), cause: null }, context),
    'articles.trash': ({ articleId }) => {
      setTrashed(db, articleId, clock.nowMs());
      return null;
    },
    'articles.untrash': ({ articleId }) => {
      setTrashed(db, articleId, null);
      return null;
    },
    'articles.eraseHere': ({ articleId }, context) => {
      desk.forget(articleId);
      return eraseArticle(db, articleId, { nowMs: clock.nowMs(), context });
    },
    'articles.save': (request, context) => save(desk, request, context),
    'articles.setState': ({ articleId, state }, context) => changeState(desk, articleId, state, context),
  };
}

function opened(desk: Desk, row: ArticleRow): OpenedArticle {
  const article = readWorkingCopy(desk.db, row);
  desk.remember(row.uuid, desk.copyOf(row));
  return { article, summary: summaryOf(row), lastSaveNumber: row.save_number };
}

function create(desk: Desk, { article, cause }: StorageCalls['articles.create']['request'], context: StorageContext): OpenedArticle {
  const { db, clock } = desk;
  const uuid = desk.atomic(() => {
    const origin = originOf(db, context);
    const nowMs = clock.nowMs();
    const row = createArticle(db, article ?? emptyArticle(), { nowMs, origin, authorName: context.author.name });
    // A new empty article has nothing to remember yet.
    if (!article) run(db, 'UPDATE articles SET dirty = 0 WHERE id = ?', row.id);
    if (cause) makeRevision(db, row, { origin, cause, name: '', note: '', nowMs });
    // At once, so that a search after the import of a whole folder need not wait for all of it.
    indexRest(db);
    return row.uuid;
  });
  return opened(desk, findArticle(db, uuid));
}

function save(desk: Desk, request: SaveRequest, context: StorageContext): SaveAnswer {
  const { db, clock } = desk;
  const saved = desk.atomic(() => {
    const row = findArticle(db, request.articleId);
    if (request.number <= row.save_number) return { answer: { number: row.save_number, savedAtMs: row.changed_at_ms }, copy: null };
    return saveArticle(db, row, desk.copyOf(row), { ...request, nowMs: clock.nowMs(), origin: originOf(db, context) });
  });
  if (saved.copy) {
    desk.remember(request.articleId, saved.copy);
    desk.timed.saved(request.articleId);
  }
  return saved.answer;
}

/** Approving and publishing keep what was approved and published. */
function changeState(desk: Desk, articleId: string, state: ArticleState, context: StorageContext): ArticleSummary {
  const { db } = desk;
  return desk.atomic(() => {
    const cause = state === 'approved' ? 'approve' : state === 'published' ? 'publish' : null;
    if (cause) desk.makeRevision(findArticle(db, articleId), { cause, origin: originOf(db, context) });
    return setState(db, articleId, state);
  });
}
