import type { Article } from '../../article/article.ts';
import { sealArticle } from './article-seal.ts';
import type { ArticleRow } from './articles.ts';
import { countUseIfThere, dropUnused } from './blocks.ts';
import { attachmentsOf, storeAttachments } from './images.ts';
import { dropUnusedVersion, storeVersion } from './metadata-versions.ts';
import { changeOne, type Db } from './open-database.ts';
import { readVarints, writeVarints } from './varint.ts';
import { headlineOf, rowsOf, storeBlocks, type WorkingCopy, wordsOf } from './working-copy.ts';

/** Puts another article's content into a working copy, whole, inside the caller's transaction. Its number of saves stays. */
export function replaceWorkingCopy(db: Db, row: ArticleRow, article: Article, { nowMs, origin }: { readonly nowMs: number; readonly origin: number }): WorkingCopy {
  const copy = storeBlocks(db, article.body.content ?? []);
  const { slugline, section } = article.metadata;
  const [metadata, attachments] = [storeVersion(db, article.metadata), storeAttachments(db, attachmentsOf(article))];
  changeOne(
    db,
    `UPDATE articles SET slugline = ?, headline = ?, section = ?, words = ?, changed_at_ms = ?, dirty = 1, unindexed = 1, saved_by = ?, metadata = ?, attachments = ?, blocks = ? WHERE id = ?`,
    slugline, headlineOf(copy), section, wordsOf(copy), nowMs, origin, metadata, attachments, writeVarints(rowsOf(copy)), row.id,
  );
  sealArticle(db, row.id);
  const before = readVarints(row.blocks);
  for (const block of before) countUseIfThere(db, block, -1);
  for (const block of new Set(before)) dropUnused(db, block);
  if (metadata !== row.metadata) dropUnusedVersion(db, row.metadata);
  if (attachments !== row.attachments) dropUnusedVersion(db, row.attachments);
  return copy;
}
