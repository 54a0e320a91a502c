import { timeAt } from '../../article/time.ts';
import type { ArticleState, StateChange } from '../../ipc/contract.ts';
import type { ArticleRow } from './articles.ts';
import { all, type Db, insert } from './open-database.ts';

/** Notes who set a state, and when; setting the one it has is no change. */
export function noteState(db: Db, article: ArticleRow, state: ArticleState, { nowMs, origin }: { readonly nowMs: number; readonly origin: number }): void {
  if (article.state === state) return;
  insert(db, 'INSERT INTO state_changes (article, state, instant_ms, origin) VALUES (?, ?, ?, ?)', article.id, state, nowMs, origin);
}

/** Every change of an article's state, newest first. */
export function stateChangesOf(db: Db, article: ArticleRow): StateChange[] {
  const rows = all<{ state: ArticleState; instant_ms: number; id: string; name: string; zone: string }>(
    db,
    `SELECT s.state, s.instant_ms, o.author_id AS id, o.author_name AS name, o.zone FROM state_changes s JOIN origins o ON o.id = s.origin
     WHERE s.article = ? ORDER BY s.id DESC`,
    article.id,
  );
  return rows.map(({ state, instant_ms, id, name, zone }) => ({ state, author: { id, name }, time: timeAt(instant_ms, zone) }));
}
