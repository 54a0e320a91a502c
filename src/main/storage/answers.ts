import { articleAnswers } from './article-answers.ts';
import { type ArticleRow, findArticle } from './articles.ts';
import { historyOfBlock } from './block-history.ts';
import type { StorageCallName, StorageCalls, StorageContext } from './calls.ts';
import type { Desk } from './desk.ts';
import { lastTouched } from './last-touched.ts';
import { all } from './open-database.ts';
import { padOf, writePad } from './notes-pad.ts';
import { originOf } from './origins.ts';
import { usedPictures } from './picture-uses.ts';
import { replaceInStored, takeBackInStored } from './replace-everywhere.ts';
import { authorsOf, filterSql, findPassage, sizeOfRevision } from './revision-search.ts';
import { listRevisions, nameRevision, readRevision, revisionById } from './revisions.ts';

/** One function a call: a missing one is a compile error. They throw; the store's `call` makes values of it. */
export type StorageAnswers = { readonly [Name in StorageCallName]: (request: StorageCalls[Name]['request'], context: StorageContext) => StorageCalls[Name]['answer'] };

export const storageAnswers = (desk: Desk): StorageAnswers => ({
  ...articleAnswers(desk),
  ...revisionAnswers(desk),
  ...notesAnswers(desk),
  'everywhere.replace': (request, context) => replaceInStored(desk, request, context),
  'everywhere.takeBack': (request, context) => takeBackInStored(desk, request, context),
  'pictures.used': () => usedPictures(desk.db),
});

function notesAnswers(desk: Desk): Pick<StorageAnswers, Extract<StorageCallName, `notes.${string}`>> {
  const { db } = desk;
  return {
    'notes.read': ({ articleId }) => ({ text: padOf(db, findArticle(db, articleId)) }),
    'notes.write': ({ articleId, text }) => {
      desk.atomic(() => writePad(db, findArticle(db, articleId), text));
      return null;
    },
  };
}

function revisionAnswers(desk: Desk): Pick<StorageAnswers, Extract<StorageCallName, `revisions.${string}`>> {
  const { db } = desk;
  return {
    'revisions.list': ({ articleId, offset, limit, filter }) => {
      const row = findArticle(db, articleId);
      return { ...listRevisions(db, row, { offset, limit }, filter && filterSql(filter)), authors: authorsOf(db, row) };
    },
    'revisions.findText': ({ articleId, text }) => findPassage(db, findArticle(db, articleId), text),
    'revisions.size': ({ articleId, revisionId }) => sizeOfRevision(db, findArticle(db, articleId), revisionId),
    'revisions.make': ({ articleId, cause, name, note }, context) => desk.makeRevision(findArticle(db, articleId), { cause, name, note, origin: originOf(db, context) }),
    'revisions.makeAll': ({ cause }) => {
      for (const row of all<ArticleRow>(db, 'SELECT * FROM articles WHERE dirty = 1')) desk.makeRevision(row, { cause, origin: row.saved_by });
      return null;
    },
    'revisions.record': ({ articleId, cause, note }, context) => {
      const made = desk.makeRevision(findArticle(db, articleId), { cause, note, origin: originOf(db, context), always: true });
      if (!made) throw new Error('a recorded revision was not made');
      return made;
    },
    'revisions.read': ({ articleId, revisionId }) => readRevision(db, findArticle(db, articleId), revisionId),
    'revisions.ofBlock': ({ articleId, ...request }) => historyOfBlock(db, findArticle(db, articleId), request),
    'revisions.lastTouched': ({ articleId }) => {
      const row = findArticle(db, articleId);
      return { rows: lastTouched(db, row, desk.copyOf(row)) };
    },
    'revisions.name': ({ articleId, revisionId, name, note }) => desk.atomic(() => nameRevision(db, findArticle(db, articleId), revisionId, { name, note })),
    'revisions.summary': ({ articleId, revisionId }) => revisionById(db, findArticle(db, articleId), revisionId),
    'revisions.export': ({ articleId }) => {
      const row = findArticle(db, articleId);
      const { rows } = listRevisions(db, row, { offset: 0, limit: -1 });
      return rows.toReversed().map((revision) => ({ revision, article: readRevision(db, row, revision.sequence) }));
    },
  };
}
