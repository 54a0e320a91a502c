import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import type { ListAnswer, ListRequest } from '../../ipc/contract.ts';
import { type ArticleRow, readWorkingCopy, summaryOf } from './articles.ts';
import { cutWords, imagesIn, textOf } from './block-text.ts';
import { all, type Db, one, run, type SqlValue } from './open-database.ts';
import { Refusal } from './refusal.ts';

/** Puts one article's words into the index. */
function indexArticle(db: Db, id: number, article: Article): void {
  const [headline, standfirst, byline, ...body] = article.body.content ?? [];
  const text = (block: BodyJson | undefined): string => (block ? textOf(block) : '');
  const strings = (values: readonly unknown[]): string => values.filter((value) => typeof value === 'string').join('\n');
  const contributors: unknown = byline?.attrs?.['contributors'];
  const names = Array.isArray(contributors) ? contributors.map((contributor: { name?: unknown; location?: unknown }) => strings([contributor.name, contributor.location])) : [];
  const captions = body.flatMap(imagesIn).map((image) => strings([text(image), image.attrs?.['alt'], image.attrs?.['credit']]));
  const columns = [text(headline), text(standfirst), body.map(text).join('\n'), strings(names), strings(captions), article.metadata.slugline, strings(article.metadata.tags)];
  run(db, 'DELETE FROM search WHERE rowid = ?', id);
  run(
    db,
    'INSERT INTO search (rowid, headline, standfirst, body, byline, captions, slugline, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    ...columns.map((column) => cutWords(column).join(' ')),
  );
}

/** Indexes what saves left undone. A save never waits for it; a search does. */
export function indexRest(db: Db): void {
  const rows = all<ArticleRow>(db, 'SELECT * FROM articles WHERE unindexed = 1');
  if (rows.length === 0) return;
  db.transaction(() => {
    for (const row of rows) {
      const article = readable(db, row);
      if (article) indexArticle(db, row.id, article);
      run(db, 'UPDATE articles SET unindexed = 0 WHERE id = ?', row.id);
    }
  }).immediate();
}

/** A damaged article is found by its name in the list; its words cannot be read. */
function readable(db: Db, row: ArticleRow): Article | null {
  try {
    return readWorkingCopy(db, row);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The query as FTS5 reads it: each word quoted, the last one as a beginning; null where nothing is asked. */
function matchOf(query: string): string | null {
  const words = cutWords(query);
  if (words.length === 0) return query.trim() === '' ? null : '""';
  return words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ') + '*';
}

const orders = {
  changed: 'changed_at_ms DESC, id DESC',
  created: 'created_at_ms DESC, id DESC',
  slugline: 'slugline COLLATE NOCASE, id',
  headline: 'headline COLLATE NOCASE, id',
} as const;

/** Searches and lists. `authorName`: whose articles "mine" are. The index must be up to date where there is a query. */
export function listArticles(db: Db, request: ListRequest, authorName: string): ListAnswer {
  const { where, values } = condition(request, authorName);
  const order = orders[request.query.trim() === '' ? request.sort : 'changed'];
  const rows = all<ArticleRow>(db, `SELECT * FROM articles WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`, ...values, request.limit, request.offset);
  const total = one<{ total: number }>(db, `SELECT count(*) AS total FROM articles WHERE ${where}`, ...values)?.total ?? 0;
  return { total, rows: rows.map(summaryOf), counts: countAll(db, authorName) };
}

function condition({ filter, query }: ListRequest, authorName: string): { readonly where: string; readonly values: SqlValue[] } {
  const parts = [filter === 'trash' ? 'trashed_at_ms IS NOT NULL' : 'trashed_at_ms IS NULL'];
  const values: SqlValue[] = [];
  if (filter === 'mine') {
    parts.push('author = ?');
    values.push(authorName);
  } else if (filter !== 'all' && filter !== 'trash') {
    parts.push('state = ?');
    values.push(filter);
  }
  const match = matchOf(query);
  if (match !== null) {
    parts.push('id IN (SELECT rowid FROM search WHERE search MATCH ?)');
    values.push(match);
  }
  return { where: parts.join(' AND '), values };
}

/** Of the whole library, whatever is searched for. */
function countAll(db: Db, authorName: string): ListAnswer['counts'] {
  const groups = all<{ state: ArticleRow['state']; mine: number; trashed: number; n: number }>(
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
