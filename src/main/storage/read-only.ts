import { existsSync } from 'node:fs';
import type { Article } from '../../article/article.ts';
import type { ArticleSummary, RevisionSummary } from '../../ipc/contract.ts';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { listArticles } from './article-list.ts';
import { findArticle, readWorkingCopy } from './articles.ts';
import { picturesOf } from './backup-manifest.ts';
import { refuseUnknown } from './migrations/index.ts';
import { databaseFile, openForReading } from './open-database.ts';
import { attempt } from './refusal.ts';
import { listRevisions, readRevision } from './revisions.ts';
import { type Sizes, sizesOf } from './sizes.ts';
import { type Verified, verifyStore } from './verify.ts';

/** A library for the command line: read, also while the app runs; nothing is written and nothing checkpointed. */
export interface ReadOnlyStore {
  /** All that are not in the trash, last changed first. */
  listArticles(): readonly ArticleSummary[];
  /** `revision`: its sequence number; without it the working copy. */
  readArticle(articleId: string, revision?: number): Result<Article>;
  /** Newest first. */
  listRevisions(articleId: string): Result<readonly RevisionSummary[]>;
  verify(): Verified;
  /** Ids of all pictures that a working copy or a revision names. */
  pictures(): readonly string[];
  sizes(): Sizes;
  close(): void;
}

export function openReadOnly(dataFolder: string): Result<ReadOnlyStore> {
  const file = databaseFile(dataFolder);
  if (!existsSync(file)) return fail('file-not-found', say('errors.noStore', { folder: dataFolder }));
  return attempt(file, () => {
    const db = openForReading(file);
    try {
      refuseUnknown(db, file);
    } catch (error) {
      db.close();
      throw error;
    }
    return {
      listArticles: () => listArticles(db, { query: '', filter: 'all', sort: 'changed', offset: 0, limit: -1 }, ''),
      readArticle: (articleId, revision) =>
        attempt(file, () => {
          const row = findArticle(db, articleId);
          return revision === undefined ? readWorkingCopy(db, row) : readRevision(db, row, revision);
        }),
      listRevisions: (articleId) => attempt(file, () => listRevisions(db, findArticle(db, articleId), { offset: 0, limit: -1 }).rows),
      verify: () => verifyStore(db),
      pictures: () => picturesOf(db),
      sizes: () => sizesOf(db),
      close: () => void db.close(),
    };
  });
}
