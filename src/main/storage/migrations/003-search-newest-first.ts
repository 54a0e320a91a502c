import type { Migration } from './migration.ts';

/**
 * The index keeps which words are in an article and not where: a fifth of the size, and a search reads that much less.
 * `search_row` is an article's row in the index. It rises with each indexing, so that going through the index backwards gives the
 * last changed first and a list is done when it is full. The index beside it answers filters and counts without the articles.
 */
export const searchNewestFirst: Migration = {
  number: 3,
  sql: `
    DROP TABLE search;
    CREATE VIRTUAL TABLE search USING fts5(
      headline, standfirst, body, byline, captions, slugline, tags,
      content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
    );
    ALTER TABLE articles ADD COLUMN search_row INTEGER;
    UPDATE articles SET unindexed = 1;
    CREATE INDEX articles_search ON articles (search_row, trashed_at_ms, state, author);
  `,
};
