import { sealAllArticles } from '../article-seal.ts';
import type { Migration } from './migration.ts';

/**
 * A working copy has a seal, as revisions have. The indexes answer whether metadata is still held, what a start has to finish and who
 * worked on an article, without reading every revision or article.
 */
export const sealsAndLookups: Migration = {
  number: 6,
  sql: `
    ALTER TABLE articles ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
    ALTER TABLE erasures ADD COLUMN what TEXT NOT NULL DEFAULT 'article';
    CREATE INDEX articles_metadata ON articles (metadata);
    CREATE INDEX articles_attachments ON articles (attachments);
    CREATE INDEX articles_dirty ON articles (id) WHERE dirty = 1;
    CREATE INDEX revisions_metadata ON revisions (metadata);
    CREATE INDEX revisions_attachments ON revisions (attachments);
    CREATE INDEX revisions_origins ON revisions (article, origin);
  `,
  fill: sealAllArticles,
};
