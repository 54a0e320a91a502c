import { timeAt } from '../../article/time.ts';
import type { BlockTouch } from '../../ipc/contract.ts';
import type { ArticleRow } from './articles.ts';
import { keyOf } from './block-versions.ts';
import { type Db, one } from './open-database.ts';
import type { WorkingCopy } from './working-copy.ts';

interface Touched {
  readonly sequence: number;
  readonly block: number | null;
  readonly instant_ms: number;
  readonly author_id: string;
  readonly author_name: string;
  readonly zone: string;
}

/** The newest entry of a block in the index of block versions: one step into it, however many revisions there are. */
const newest = `SELECT v.sequence, v.block, r.instant_ms, o.author_id, o.author_name, o.zone
  FROM block_versions v JOIN revisions r ON r.article = v.article AND r.sequence = v.sequence JOIN origins o ON o.id = r.origin
  WHERE v.article = ? AND v.block_key = ? ORDER BY v.sequence DESC LIMIT 1`;

/** Who changed each top-level block of the working copy last, and when; what no revision has yet is its last save's. */
export function lastTouched(db: Db, article: ArticleRow, copy: WorkingCopy): BlockTouch[] {
  const saved = one<Omit<Touched, 'sequence' | 'block' | 'instant_ms'>>(db, 'SELECT author_id, author_name, zone FROM origins WHERE id = ?', article.saved_by);
  return [...copy].flatMap(([blockId, { row }]) => {
    const found = one<Touched>(db, newest, article.id, keyOf(blockId));
    if (found?.block === row) return touchOf(blockId, found, found.instant_ms, found.sequence);
    return saved ? touchOf(blockId, saved, article.changed_at_ms, null) : [];
  });
}

function touchOf(blockId: string, { author_id, author_name, zone }: Pick<Touched, 'author_id' | 'author_name' | 'zone'>, ms: number, revision: number | null): BlockTouch {
  return { blockId, author: { id: author_id, name: author_name }, time: timeAt(ms, zone), revision };
}
