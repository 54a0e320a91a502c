/** A replacement in an article: on its page where it has one, so that no word in the window is lost, else in the store. */
import { type Hit, replaceHits, standingHits } from '../../article/find/index.ts';
import { takeBack } from '../../article/find/take-back.ts';
import type { EverywhereCalls, ReplacedArticle } from '../../ipc/everywhere.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { newestOf } from './history-desk.ts';

/** The page an article is open on; null where it is on none. */
export type PageOf = (articleId: string) => EditorHandle | null;

type Wanted = EverywhereCalls['everywhere.replace']['request'];

const unsaved = (): { readonly ok: false; readonly error: { readonly code: 'store-unavailable'; readonly message: string } } => ({ ok: false, error: { code: 'store-unavailable', message: say('find.everywhereUnsaved') } });

/** One article's hits replaced, as one revision; null where none of them stands any more. */
export async function replaceIn(pageOf: PageOf, wanted: Wanted): Promise<Result<ReplacedArticle | null>> {
  const page = pageOf(wanted.articleId);
  return page ? replaceOnPage(page, wanted) : call('everywhere.replace', wanted);
}

async function replaceOnPage(page: EditorHandle, { articleId, hits, replacement, isRegex, note }: Wanted): Promise<Result<ReplacedArticle | null>> {
  if (!(await page.flush())) return unsaved();
  await call('revisions.make', { articleId, cause: 'explicit-save', name: '', note: '' });
  const before = await newestOf(articleId);
  const now = page.article();
  const standing: readonly Hit[] = standingHits(now, hits);
  if (!before || standing.length === 0) return ok(null);
  if (!page.changeBlocks(replaceHits(now, standing, replacement, isRegex)) || !(await page.flush())) return unsaved();
  const made = await call('revisions.make', { articleId, cause: 'replace-all', name: '', note });
  if (!made.ok) return made;
  return made.value ? ok({ articleId, before: before.id, after: made.value.id, count: standing.length }) : ok(null);
}

/** What was replaced put back, where it stands as it was left. */
export async function takeBackIn(pageOf: PageOf, { replaced, note }: EverywhereCalls['everywhere.takeBack']['request']): Promise<Result<{ readonly kept: number }>> {
  const { articleId } = replaced;
  const page = pageOf(articleId);
  if (!page) return call('everywhere.takeBack', { replaced, note });
  const [before, after] = await Promise.all([replaced.before, replaced.after].map((revisionId) => call('revisions.read', { articleId, revisionId })));
  if (!before?.ok) return before ?? fail('revision-not-found', articleId);
  if (!after?.ok) return after ?? fail('revision-not-found', articleId);
  if (!(await page.flush())) return unsaved();
  await call('revisions.make', { articleId, cause: 'explicit-save', name: '', note: '' });
  const { article, kept } = takeBack(page.article(), { before: before.value, after: after.value });
  if (!page.changeBlocks(article) || !(await page.flush())) return unsaved();
  const made = await call('revisions.make', { articleId, cause: 'restore', name: '', note });
  return made.ok ? ok({ kept }) : made;
}
