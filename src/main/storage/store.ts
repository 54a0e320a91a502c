import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { emptyArticle } from '../../article/article.ts';
import type { ArticleState, OpenedArticle, RevisionCause, RevisionSummary, SaveAnswer, SaveRequest } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { type ArticleRow, createArticle, findArticle, nameOf, readWorkingCopy, saveArticle, setState, setTrashed, summaryOf, withNewIds } from './articles.ts';
import type { StorageCallName, StorageCalls, StorageContext } from './calls.ts';
import { acquireLock } from './lock.ts';
import { migrate, refuseUnknown } from './migrations/index.ts';
import { all, configure, type Db, openWritable, run } from './open-database.ts';
import { originOf } from './origins.ts';
import { attempt } from './refusal.ts';
import { listRevisions, makeRevision, nameRevision, type NewRevision, readRevision } from './revisions.ts';
import { indexRest, listArticles } from './search.ts';
import { type Clock, systemClock, timedRevisions } from './timed-revisions.ts';
import { readVarints } from './varint.ts';
import { readBlocks, type WorkingCopy, workingCopyOf } from './working-copy.ts';

type Answers = { readonly [Name in StorageCallName]: (request: StorageCalls[Name]['request'], context: StorageContext) => StorageCalls[Name]['answer'] };

export interface Store {
  call<Name extends StorageCallName>(name: Name, request: StorageCalls[Name]['request'], context: StorageContext): Result<StorageCalls[Name]['answer']>;
  /** Checkpoints, and gives the data folder back. */
  close(): void;
}

export interface StoreOptions {
  readonly clock?: Clock;
  /** Something changed that no call asked for (a timed revision). */
  readonly onLibraryChanged?: () => void;
  /** A timed revision failed; the next one is tried after the next save. */
  readonly onFailure?: (message: string) => void;
}

export const databaseFile = (folder: string): string => join(folder, 'galley.db');

/** Takes the data folder, opens its database, brings it to today's shape. Nothing in a folder that is refused is changed. */
export function openStore(folder: string, options: StoreOptions = {}): Result<Store> {
  const file = databaseFile(folder);
  return attempt(file, () => {
    mkdirSync(folder, { recursive: true });
    const release = acquireLock(folder);
    let db: Db | undefined;
    try {
      db = openWritable(file);
      refuseUnknown(db, file);
      configure(db);
      migrate(db, file);
      return startStore(db, file, { release, ...options });
    } catch (error) {
      db?.close();
      release();
      throw error;
    }
  });
}

/** Working copies kept in memory; more are read again when they are saved. */
const mostCopies = 30;

function startStore(db: Db, file: string, options: StoreOptions & { readonly release: () => void }): Store {
  const { clock = systemClock, onLibraryChanged = () => {}, onFailure = () => {}, release } = options;
  const copies = new Map<string, WorkingCopy>();
  const timed = timedRevisions(clock, (articleId) => {
    const made = attempt(file, () => {
      const row = findArticle(db, articleId);
      return make(row, { cause: 'typing-pause', origin: row.saved_by });
    });
    if (!made.ok) onFailure(made.error.message);
    else if (made.value) onLibraryChanged();
  });
  const atomic = <T>(action: () => T): T => db.transaction(action).immediate();
  const remember = (articleId: string, copy: WorkingCopy): void => {
    copies.delete(articleId);
    copies.set(articleId, copy);
    for (const oldest of [...copies.keys()].slice(0, Math.max(0, copies.size - mostCopies))) copies.delete(oldest);
  };
  const copyOf = (row: ArticleRow): WorkingCopy => {
    const known = copies.get(row.uuid);
    if (known) return known;
    const rows = readVarints(row.blocks);
    return workingCopyOf(readBlocks(db, rows, nameOf(row)), rows);
  };
  const make = (row: ArticleRow, revision: Pick<NewRevision, 'cause' | 'origin'> & Partial<NewRevision>): RevisionSummary | null => {
    const made = atomic(() => makeRevision(db, row, { name: '', note: '', nowMs: clock.nowMs(), ...revision }));
    timed.made(row.uuid);
    return made;
  };
  const opened = (row: ArticleRow): OpenedArticle => {
    const article = readWorkingCopy(db, row);
    remember(row.uuid, copyOf(row));
    return { article, summary: summaryOf(row), lastSaveNumber: row.save_number };
  };
  const create = ({ article, cause }: StorageCalls['articles.create']['request'], context: StorageContext): OpenedArticle => {
    const uuid = atomic(() => {
      const origin = originOf(db, context);
      const { row } = createArticle(db, article ?? emptyArticle(), { nowMs: clock.nowMs(), origin, authorName: context.author.name });
      // A new empty article has nothing to remember yet.
      if (!article) run(db, 'UPDATE articles SET dirty = 0 WHERE id = ?', row.id);
      if (cause) makeRevision(db, row, { origin, cause, name: '', note: '', nowMs: clock.nowMs() });
      return row.uuid;
    });
    indexRest(db);
    return opened(findArticle(db, uuid));
  };
  const save = (request: SaveRequest, context: StorageContext): SaveAnswer => {
    const saved = atomic(() => {
      const row = findArticle(db, request.articleId);
      if (request.number <= row.save_number) return { answer: { number: row.save_number, savedAtMs: row.changed_at_ms }, copy: null };
      return saveArticle(db, row, copyOf(row), { ...request, nowMs: clock.nowMs(), origin: originOf(db, context), authorName: context.author.name });
    });
    // Only now is it sure that the database holds what the copy says.
    if (saved.copy) {
      remember(request.articleId, saved.copy);
      timed.saved(request.articleId);
    }
    return saved.answer;
  };
  const changeState = (articleId: string, state: ArticleState, context: StorageContext): ReturnType<typeof summaryOf> =>
    atomic(() => {
      const cause: RevisionCause | null = state === 'approved' ? 'approve' : state === 'published' ? 'publish' : null;
      if (cause) make(findArticle(db, articleId), { cause, origin: originOf(db, context) });
      return setState(db, articleId, state);
    });
  const answers: Answers = {
    'articles.list': (request, { author }) => {
      if (request.query.trim() !== '') indexRest(db);
      return listArticles(db, request, author.name);
    },
    'articles.create': create,
    'articles.open': ({ articleId }) => opened(findArticle(db, articleId)),
    'articles.summary': ({ articleId }) => summaryOf(findArticle(db, articleId)),
    'articles.duplicate': ({ articleId }, context) => create({ article: withNewIds(readWorkingCopy(db, findArticle(db, articleId))), cause: null }, context),
    'articles.trash': ({ articleId }) => (setTrashed(db, articleId, clock.nowMs()), null),
    'articles.untrash': ({ articleId }) => (setTrashed(db, articleId, null), null),
    'articles.save': save,
    'articles.setState': ({ articleId, state }, context) => changeState(articleId, state, context),
    'revisions.list': ({ articleId, offset, limit }) => listRevisions(db, findArticle(db, articleId), offset, limit),
    'revisions.make': ({ articleId, cause, name, note }, context) => make(findArticle(db, articleId), { cause, name, note, origin: originOf(db, context) }),
    'revisions.makeAll': ({ cause }) => {
      for (const row of all<ArticleRow>(db, 'SELECT * FROM articles WHERE dirty = 1')) make(row, { cause, origin: row.saved_by });
      return null;
    },
    'revisions.record': ({ articleId, cause, note }, context) => {
      const made = make(findArticle(db, articleId), { cause, note, origin: originOf(db, context), always: true });
      if (!made) throw new Error('a recorded revision was not made');
      return made;
    },
    'revisions.read': ({ articleId, revisionId }) => readRevision(db, findArticle(db, articleId), revisionId),
    'revisions.name': ({ articleId, revisionId, name, note }) => atomic(() => nameRevision(db, findArticle(db, articleId), revisionId, { name, note })),
    'revisions.export': ({ articleId }) => {
      const row = findArticle(db, articleId);
      const { rows } = listRevisions(db, row, 0, -1);
      return rows.toReversed().map((revision) => ({ revision, article: readRevision(db, row, revision.sequence) }));
    },
  };
  // What a crash or a kill left without a revision gets one as if typing had paused now.
  for (const { uuid } of all<{ uuid: string }>(db, 'SELECT uuid FROM articles WHERE dirty = 1')) timed.saved(uuid);
  return {
    call: (name, request, context) => attempt(file, () => answers[name](request, context)),
    close: () => {
      timed.stop();
      db.close();
      release();
    },
  };
}
