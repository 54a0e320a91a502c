/** Replacements in articles that are not on a page: the hits as they were found, never searched for again here. */
import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { idOf } from '../../article/checks/text.ts';
import { replaceHits, standingHits } from '../../article/find/index.ts';
import { takeBack } from '../../article/find/take-back.ts';
import type { EverywhereCalls, ReplacedArticle } from '../../ipc/everywhere.ts';
import type { RevisionCause } from '../../ipc/contract.ts';
import { type ArticleRow, findArticle, readWorkingCopy, saveArticle } from './articles.ts';
import type { StorageContext } from './calls.ts';
import type { Desk } from './desk.ts';
import { originOf } from './origins.ts';
import { listRevisions, readRevision } from './revisions.ts';
import type { WorkingCopy } from './working-copy.ts';

interface Change {
  readonly from: Article;
  readonly to: Article;
  readonly cause: RevisionCause;
  readonly note: string;
}

/** One article's hits as one revision; what stood before is a revision too. null where no hit stands any more. */
export function replaceInStored(desk: Desk, { articleId, hits, replacement, isRegex, note }: EverywhereCalls['everywhere.replace']['request'], context: StorageContext): ReplacedArticle | null {
  return change(desk, articleId, (row) => {
    const from = readWorkingCopy(desk.db, row);
    const standing = standingHits(from, hits);
    if (standing.length === 0) return null;
    const origin = originOf(desk.db, context);
    desk.makeRevision(row, { cause: 'explicit-save', origin });
    const before = newestOf(desk, row);
    const copy = write(desk, row, { from, to: replaceHits(from, standing, replacement, isRegex), cause: 'replace-all', note }, context);
    return { copy, answer: { articleId, before, after: newestOf(desk, row), count: standing.length } };
  });
}

/** What was replaced is put back where it stands as it was left, as one more revision. */
export function takeBackInStored(desk: Desk, { replaced: { articleId, before, after }, note }: EverywhereCalls['everywhere.takeBack']['request'], context: StorageContext): { readonly kept: number } {
  const done = change(desk, articleId, (row) => {
    const from = readWorkingCopy(desk.db, row);
    const { article: to, kept } = takeBack(from, { before: readRevision(desk.db, row, before), after: readRevision(desk.db, row, after) });
    desk.makeRevision(row, { cause: 'explicit-save', origin: originOf(desk.db, context) });
    return { copy: write(desk, row, { from, to, cause: 'restore', note }, context), answer: { kept } };
  });
  return done ?? { kept: 0 };
}

/** In one transaction; the working copy is remembered once the database has it. */
function change<T>(desk: Desk, articleId: string, work: (row: ArticleRow) => { readonly copy: WorkingCopy; readonly answer: T } | null): T | null {
  const done = desk.atomic(() => work(findArticle(desk.db, articleId)));
  if (done) desk.remember(articleId, done.copy);
  return done && done.answer;
}

const newestOf = (desk: Desk, row: ArticleRow): string => listRevisions(desk.db, row, { offset: 0, limit: 1 }).rows[0]?.id ?? '';

/** The number of saves stays: a page that has the article open goes on from it. */
function write(desk: Desk, row: ArticleRow, { from, to, cause, note }: Change, context: StorageContext): WorkingCopy {
  const origin = originOf(desk.db, context);
  const [old, blocks] = [from.body.content ?? [], to.body.content ?? []];
  const { copy } = saveArticle(desk.db, findArticle(desk.db, row.uuid), desk.copyOf(row), {
    articleId: row.uuid,
    number: row.save_number,
    changedBlocks: blocks.filter((block: BodyJson, index) => block !== old[index]),
    order: blocks.map(idOf),
    metadata: to.metadata === from.metadata ? null : to.metadata,
    images: null,
    nowMs: desk.clock.nowMs(),
    origin,
  });
  desk.makeRevision(findArticle(desk.db, row.uuid), { cause, note, origin });
  return copy;
}
