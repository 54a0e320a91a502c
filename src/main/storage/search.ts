import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { type ArticleRow, readWorkingCopy } from './articles.ts';
import { cutWords, imagesIn, textOf } from './block-text.ts';
import { all, changeOne, type Db, one, run } from './open-database.ts';
import { Refusal } from './refusal.ts';

/** Puts one article's words at the end of the index, where the newest stand. */
function indexArticle(db: Db, { id, search_row: oldRow }: ArticleRow, article: Article): void {
  const [headline, standfirst, byline, ...body] = article.body.content ?? [];
  const text = (block: BodyJson | undefined): string => (block ? textOf(block) : '');
  const strings = (values: readonly unknown[]): string => values.filter((value) => typeof value === 'string').join('\n');
  const contributors: unknown = byline?.attrs?.['contributors'];
  const names = Array.isArray(contributors) ? contributors.map((contributor: { name?: unknown; location?: unknown }) => strings([contributor.name, contributor.location])) : [];
  const captions = body.flatMap(imagesIn).map((image) => strings([text(image), image.attrs?.['alt'], image.attrs?.['credit']]));
  const columns = [text(headline), text(standfirst), body.map(text).join('\n'), strings(names), strings(captions), article.metadata.slugline, strings(article.metadata.tags)];
  const row = (one<{ last: number | null }>(db, 'SELECT max(search_row) AS last FROM articles')?.last ?? 0) + 1;
  if (oldRow !== null) run(db, 'DELETE FROM search WHERE rowid = ?', oldRow);
  run(
    db,
    'INSERT INTO search (rowid, headline, standfirst, body, byline, captions, slugline, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row,
    ...columns.map((column) => cutWords(column).join(' ')),
  );
  changeOne(db, 'UPDATE articles SET search_row = ? WHERE id = ?', row, id);
}

/** Indexes what saves left undone, at most `limit` articles. A save never waits for it; a search does. @returns whether that was all */
export function indexRest(db: Db, limit = Number.MAX_SAFE_INTEGER): boolean {
  const rows = all<ArticleRow>(db, 'SELECT * FROM articles WHERE unindexed = 1 ORDER BY changed_at_ms, id LIMIT ?', limit);
  if (rows.length === 0) return true;
  db.transaction(() => {
    for (const row of rows) {
      const article = readable(db, row);
      if (article) indexArticle(db, row, article);
      run(db, 'UPDATE articles SET unindexed = 0 WHERE id = ?', row.id);
    }
  }).immediate();
  return rows.length < limit;
}

/** A damaged article is found by its name in the list; its words cannot be read. */
export function readable(db: Db, row: ArticleRow): Article | null {
  try {
    return readWorkingCopy(db, row);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What the index's tokenizer takes for the end of a word. */
const betweenTokens = /[^\p{L}\p{N}\p{Co}\p{M}]+/u;

/** The query as FTS5 reads it: each word quoted, the last one as a beginning; null where nothing is asked, '""' (nothing) where there are only signs. */
export function matchOf(query: string): string | null {
  if (query.trim() === '') return null;
  // The index knows no places, so a word that it cuts in two (can’t) is asked for as two.
  const words = cutWords(query).flatMap((word) => word.split(betweenTokens)).filter((word) => word !== '');
  return words.length === 0 ? '""' : words.map((word) => `"${word}"`).join(' ') + '*';
}
