import { emptyArticle } from '../../article/article.ts';
import type { BroughtBack } from '../../ipc/backups.ts';
import type { ArticleState, ArticleSummary, OpenedArticle, SaveAnswer, SaveRequest } from '../../ipc/contract.ts';
import type { StorageAnswers } from './answers.ts';
import { countArticles, countsOf, listArticles, summariesOf } from './article-list.ts';
import { type ArticleRow, createArticle, findArticle, readWorkingCopy, saveArticle, setState, setTrashed, summaryOf, withNewIds } from './articles.ts';
import type { StorageCalls, StorageContext } from './calls.ts';
import type { Desk } from './desk.ts';
import { eraseArticle } from './erase.ts';
import { countPassage, erasePassage } from './erase-passage.ts';
import { one, run } from './open-database.ts';
import { bringPadBack } from './notes-pad.ts';
import { originOf } from './origins.ts';
import { replaceWorkingCopy } from './replace-article.ts';
import { listRevisions, makeRevision } from './revisions.ts';
import { indexRest, readable } from './search.ts';
import { noteState, stateChangesOf } from './state-changes.ts';

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
    'articles.summaries': ({ articleIds }) => summariesOf(db, articleIds),
    'articles.duplicate': ({ articleId }, context) => create(desk, { article: withNewIds(readWorkingCopy(db, findArticle(db, articleId))), cause: null }, context),
    'articles.trash': ({ articleId }) => desk.atomic(() => setTrashed(db, articleId, clock.nowMs())),
    'articles.untrash': ({ articleId }) => desk.atomic(() => setTrashed(db, articleId, null)),
    'articles.bringBack': (request, context) => bringBack(desk, request, context),
    'articles.eraseHere': ({ articleId }, context) => {
      desk.forget(articleId);
      return eraseArticle(db, articleId, { nowMs: clock.nowMs(), context });
    },
    'articles.countPassage': (request) => countPassage(db, request),
    'articles.erasePassageHere': (request, context) => {
      desk.forget(request.articleId);
      return erasePassage(db, { ...request, nowMs: clock.nowMs(), context });
    },
    'articles.save': (request, context) => save(desk, request, context),
    'articles.stateChanges': ({ articleId }) => stateChangesOf(db, findArticle(db, articleId)),
    'articles.setState': ({ articleId, state }, context) => changeState(desk, articleId, state, context),
  };
}

function opened(desk: Desk, row: ArticleRow): OpenedArticle {
  const article = readWorkingCopy(desk.db, row);
  desk.readAhead(row.uuid);
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

/** A revision of its own even where the text is that of the last one; not twice in a row. */
function pin(desk: Desk, row: ArticleRow, how: { readonly cause: 'approve' | 'publish'; readonly origin: number }): void {
  if (desk.makeRevision(row, how)) return;
  const [newest] = listRevisions(desk.db, row, { offset: 0, limit: 1 }).rows;
  if (newest?.cause !== how.cause) desk.makeRevision(row, { ...how, always: true });
}

/** What is there becomes a revision before it is replaced, so that nothing of it is lost. */
function bringBack(desk: Desk, { article, note, pad }: StorageCalls['articles.bringBack']['request'], context: StorageContext): BroughtBack {
  const { db, clock } = desk;
  const done = desk.atomic(() => {
    const origin = originOf(db, context);
    const nowMs = clock.nowMs();
    const known = one<ArticleRow>(db, 'SELECT * FROM articles WHERE uuid = ?', article.id);
    if (known && readable(db, known)) desk.makeRevision(known, { cause: 'restore', origin });
    const row = known ?? createArticle(db, article, { nowMs, origin, authorName: context.author.name });
    const replaced = known ? (listRevisions(db, row, { offset: 0, limit: 1 }).rows[0]?.id ?? null) : null;
    if (known) replaceWorkingCopy(db, findArticle(db, known.uuid), article, { nowMs, origin });
    if (known) setTrashed(db, known.uuid, null);
    bringPadBack(db, row, pad);
    desk.makeRevision(findArticle(db, row.uuid), { cause: 'restore', origin, note });
    return { articleId: row.uuid, replaced };
  });
  desk.forget(done.articleId);
  return done;
}

/** Approving and publishing keep what was approved and published. */
function changeState(desk: Desk, articleId: string, state: ArticleState, context: StorageContext): ArticleSummary {
  const { db, clock } = desk;
  return desk.atomic(() => {
    const origin = originOf(db, context);
    const cause = state === 'approved' ? 'approve' : state === 'published' ? 'publish' : null;
    if (cause) pin(desk, findArticle(db, articleId), { cause, origin });
    noteState(db, findArticle(db, articleId), state, { nowMs: clock.nowMs(), origin });
    return setState(db, articleId, state);
  });
}
