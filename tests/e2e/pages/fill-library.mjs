// Fills a library with copies of its first article, each with a slugline, headline and words of its own. Run in Electron's Node.
// argv: DATA_FOLDER COUNT
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder = '', count = ''] = process.argv.slice(2);
const Database = createRequire(import.meta.url)(process.env.GALLEY_SQLITE || 'better-sqlite3');
const db = new Database(join(folder, 'galley.db'));
db.exec('BEGIN');
db.prepare(
  `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?),
     topics (t, topic) AS (VALUES (0, 'Ferry'), (1, 'Market'), (2, 'School'), (3, 'Storm'), (4, 'Budget'))
   INSERT INTO articles (uuid, slugline, headline, section, state, words, author, changed_at_ms, created_at_ms, save_number, dirty, unindexed, saved_by, metadata, attachments, blocks, search_row)
   SELECT printf('00000000-0000-7000-8000-%012d', n), printf('%s-%05d', upper(topic), n), printf('%s number%d', topic, n), 'news', 'draft', n, author,
     changed_at_ms - n * 60000, created_at_ms, 0, 0, 0, saved_by, metadata, attachments, blocks, 1000000 - n
   FROM numbers JOIN topics ON t = n % 5 JOIN (SELECT * FROM articles ORDER BY id LIMIT 1)`,
).run(Number(count));
db.exec("INSERT INTO search (rowid, headline) SELECT search_row, headline FROM articles WHERE uuid LIKE '00000000-%'");
db.exec('COMMIT');
db.close();
