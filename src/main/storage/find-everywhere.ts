import type { Article } from '../../article/article.ts';
import { type FindQuery, findInArticle, type Hit } from '../../article/find/index.ts';
import type { Metadata } from '../../article/metadata.ts';
import type { FoundArticle, FoundPage } from '../../ipc/everywhere.ts';
import { type ArticleRow, nameOf, summaryOf } from './articles.ts';
import { readBlock } from './blocks.ts';
import { readVersion } from './metadata-versions.ts';
import { all, type Db, one } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { readable } from './search.ts';
import { readVarints } from './varint.ts';

export interface PageRequest {
  readonly query: FindQuery;
  /** The row after which this part goes on; null begins with the newest article. */
  readonly after: number | null;
}

/** How long one part may take before it is answered, milliseconds: a person sees progress, and can stop. */
const pageMs = 150;
/** More hits of one article are no misspelt name. */
const mostHits = 2000;

/** One part of a search through all articles that are not in the trash, newest first. */
export function findPage(db: Db, { query, after }: PageRequest): FoundPage {
  const total = one<{ total: number }>(db, 'SELECT count(*) AS total FROM articles WHERE trashed_at_ms IS NULL')?.total ?? 0;
  const ids = all<{ id: number }>(db, 'SELECT id FROM articles WHERE trashed_at_ms IS NULL AND id < ? ORDER BY id DESC', after ?? Number.MAX_SAFE_INTEGER);
  const rows: FoundArticle[] = [];
  const unreadable: string[] = [];
  const endMs = performance.now() + pageMs;
  let looked = 0;
  let isCut = false;
  for (const { id } of ids) {
    if (isCut || (looked > 0 && performance.now() > endMs)) return { rows, unreadable, looked, total, isCut, next: ids[looked - 1]?.id ?? null };
    looked += 1;
    const row = one<ArticleRow>(db, 'SELECT * FROM articles WHERE id = ?', id);
    if (!row || !mayHave(db, row, query)) continue;
    const article = readable(db, row);
    const hits = article ? hitsIn(article, query) : [];
    if (!article) unreadable.push(nameOf(row));
    else if (hits.length > 0) rows.push({ summary: summaryOf(row), isEmbargoed: article.metadata.embargo !== null, hits: hits.slice(0, mostHits) });
    isCut = hits.length > mostHits;
  }
  return { rows, unreadable, looked, total, isCut, next: null };
}

/** A first look at the stored parts, which costs a fraction of putting the article together; true also where one of them is damaged. */
function mayHave(db: Db, row: ArticleRow, query: FindQuery): boolean {
  const blocks = readVarints(row.blocks).map((id) => readBlock(db, id));
  const content = blocks.filter((block) => block !== null);
  const metadata = readVersion(db, row.metadata);
  // What has its hash was parsed when it was stored.
  return !metadata || content.length < blocks.length || hitsIn({ body: { type: 'doc', content }, metadata: metadata.value as Metadata }, query).length > 0;
}

function hitsIn(article: Pick<Article, 'body' | 'metadata'>, query: FindQuery): readonly Hit[] {
  const found = findInArticle(article, query);
  if (!found.ok) throw new Refusal('bad-argument', `find.${found.error}`);
  return found.hits;
}
