import type { BodyJson } from '../../article/body.ts';
import type { BlockVersion, Calls } from '../../ipc/contract.ts';
import { type ArticleRow, nameOf } from './articles.ts';
import { keyOf } from './block-versions.ts';
import { readBlock } from './blocks.ts';
import { all, type Db, one } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { revisionOf } from './revisions.ts';

type Request = Omit<Calls['revisions.ofBlock']['request'], 'articleId'>;

/** The revisions that changed one block, newest first: as many rows are read as are asked for, however long the history is. */
export function historyOfBlock(db: Db, article: ArticleRow, { blockId, offset, limit }: Request): Calls['revisions.ofBlock']['answer'] {
  const key = keyOf(blockId);
  const total = one<{ total: number }>(db, 'SELECT count(*) AS total FROM block_versions WHERE article = ? AND block_key = ?', article.id, key)?.total ?? 0;
  const rows = all<{ sequence: number; block: number | null }>(
    db,
    'SELECT sequence, block FROM block_versions WHERE article = ? AND block_key = ? ORDER BY sequence DESC LIMIT ? OFFSET ?',
    article.id, key, limit, offset,
  );
  const version = ({ sequence, block }: (typeof rows)[number]): BlockVersion => {
    const found = block === null ? null : inside(readBlock(db, block), blockId);
    if (block !== null && !found) throw new Refusal('store-damaged', 'errors.revisionDamaged', { sequence, name: nameOf(article), what: `block ${block}` });
    return { revision: revisionOf(db, article, sequence), block: found };
  };
  return { total, rows: rows.map(version) };
}

/** The node with this blockId in a block, itself included. */
function inside(node: BodyJson | null, blockId: string): BodyJson | null {
  if (!node || node.attrs?.['blockId'] === blockId) return node;
  for (const child of node.content ?? []) {
    const found = inside(child, blockId);
    if (found) return found;
  }
  return null;
}
