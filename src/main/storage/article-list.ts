import type { ArticleCounts, ArticleSummary, ListRequest } from '../../ipc/contract.ts';
import { type SummaryRow, summaryOf } from './articles.ts';
import { all, type Db, one, type SqlValue } from './open-database.ts';
import { matchOf } from './search.ts';

const orders = {
  changed: 'changed_at_ms DESC, id DESC',
  created: 'created_at_ms DESC, id DESC',
  slugline: 'slugline COLLATE NOCASE, id',
  headline: 'headline COLLATE NOCASE, id',
} as const;

/** Columns of a row of the library; the working copy itself is not read. */
const columns = 'a.uuid, a.slugline, a.headline, a.section, a.state, a.words, a.author, a.changed_at_ms, a.created_at_ms, a.trashed_at_ms';

/**
 * A page of the library. What a search finds stands newest first, as the index has it. `authorName`: whose articles "mine" are.
 * The index must be up to date where there is a query.
 */
export function listArticles(db: Db, request: ListRequest, authorName: string): ArticleSummary[] {
  const { from, where, values, isSearch } = source(request, authorName);
  const order = isSearch ? 's.rowid DESC' : orders[request.sort];
  return all<SummaryRow>(db, `SELECT ${columns} FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`, ...values, request.limit, request.offset).map(summaryOf);
}

/** Of those articles that are there. */
export function summariesOf(db: Db, articleIds: readonly string[]): ArticleSummary[] {
  return all<SummaryRow>(db, `SELECT ${columns} FROM articles a WHERE a.uuid IN (SELECT value FROM json_each(?))`, JSON.stringify(articleIds)).map(summaryOf);
}

/** How many articles all pages hold together. */
export function countArticles(db: Db, request: Pick<ListRequest, 'query' | 'filter'>, authorName: string): number {
  const { from, where, values } = source(request, authorName);
  return one<{ total: number }>(db, `SELECT count(*) AS total FROM ${from} WHERE ${where}`, ...values)?.total ?? 0;
}

function source({ filter, query }: Pick<ListRequest, 'query' | 'filter'>, authorName: string): { readonly from: string; readonly where: string; readonly values: SqlValue[]; readonly isSearch: boolean } {
  const match = matchOf(query);
  const parts = [filter === 'trash' ? 'a.trashed_at_ms IS NOT NULL' : 'a.trashed_at_ms IS NULL'];
  const values: SqlValue[] = [];
  if (match !== null) {
    parts.unshift('search MATCH ?');
    values.push(match);
  }
  if (filter === 'mine') {
    parts.push('a.author = ?');
    values.push(authorName);
  } else if (filter !== 'all' && filter !== 'trash') {
    parts.push('a.state = ?');
    values.push(filter);
  }
  // CROSS JOIN keeps the order: first the index of words, then the articles it names.
  const from = match === null ? 'articles a' : 'search s CROSS JOIN articles a ON a.search_row = s.rowid';
  return { from, where: parts.join(' AND '), values, isSearch: match !== null };
}

/** Of the whole library, whatever is searched for. */
export function countsOf(db: Db, authorName: string): ArticleCounts {
  const groups = all<{ state: SummaryRow['state']; mine: number; trashed: number; n: number }>(
    db,
    'SELECT state, author = ? AS mine, trashed_at_ms IS NOT NULL AS trashed, count(*) AS n FROM articles GROUP BY 1, 2, 3',
    authorName,
  );
  const counts = { all: 0, mine: 0, draft: 0, 'in-review': 0, approved: 0, published: 0, trash: 0 };
  for (const { state, mine, trashed, n } of groups) {
    if (trashed === 1) {
      counts.trash += n;
      continue;
    }
    counts.all += n;
    counts[state] += n;
    if (mine === 1) counts.mine += n;
  }
  return counts;
}
