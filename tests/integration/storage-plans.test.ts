import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { databaseFile, type Db, openForReading, openWritable } from '../../src/main/storage/open-database.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

// What a query costs is told by its plan, not by a clock: with 10,000 revisions nothing that is done while writing may read them all.
const revisions = 10_000;
let folder: string;
let articleId: string;
let order: string[];

beforeAll(() => {
  folder = newFolder();
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Long history', ['One.', 'Two.']), cause: 'import' }, context));
  articleId = article.id;
  order = idsOf(article.body);
  store.close();
  const db = openWritable(databaseFile(folder));
  db.exec(`WITH RECURSIVE more (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM more WHERE n < ${revisions})
    INSERT INTO revisions (article, sequence, uuid, parent, origin, cause, instant_ms, name, note, words, metadata, attachments, chunks, seal)
    SELECT article, n, unhex('01900000000070008000' || printf('%012x', n)), n - 1, origin, 'explicit-save', instant_ms + n, '', '', words, metadata, attachments, chunks, seal FROM revisions, more WHERE sequence = 1`);
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every statement that was prepared while the action ran. */
function statementsOf(action: () => void): readonly string[] {
  const Database = createRequire(import.meta.url)(process.env['GALLEY_SQLITE'] || 'better-sqlite3') as { readonly prototype: Db };
  const spy = vi.spyOn(Database.prototype, 'prepare');
  try {
    action();
    return [...new Set(spy.mock.calls.map(([sql]) => sql))];
  } finally {
    spy.mockRestore();
  }
}

const grown = ['revisions', 'r', 'p', 'q', 'blocks', 'chunks', 'metadata_versions', 'articles', 'block_versions'];
/** Indexes of the few rows that wait for something. */
const short = /INDEX articles_(dirty|unindexed)/;

/** Steps that go through a whole table that grows with the work. */
function scansIn(db: Db, statements: readonly string[]): readonly string[] {
  return statements.flatMap((sql) => {
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from(sql.matchAll(/\?/g), () => null));
    return plan.filter(({ detail }) => grown.includes(/^SCAN (\w+)/.exec(detail)?.[1] ?? '') && !short.test(detail)).map(({ detail }) => `${detail}: ${sql}`);
  });
}

function work(words: readonly string[]): void {
  const store = openFolder(folder);
  const { article, lastSaveNumber } = value(store.call('articles.open', { articleId }, context));
  for (const [number, text] of words.entries()) {
    const metadata = { ...article.metadata, slugline: text };
    value(store.call('articles.save', { articleId, number: lastSaveNumber + number + 1, changedBlocks: [paragraph(order[3] ?? '', text)], order, metadata, images: null }, context));
  }
  const made = value(store.call('revisions.make', { articleId, cause: 'explicit-save', name: '', note: '' }, context));
  expect(made?.sequence).toBeGreaterThan(revisions);
  const listed = value(store.call('revisions.list', { articleId, offset: 0, limit: 100 }, context));
  expect(listed).toMatchObject({ rows: { length: 100 }, authors: [{ name: 'Asha Rao' }] });
  expect(listed.total).toBeGreaterThan(revisions);
  value(store.call('revisions.read', { articleId, revisionId: made?.id ?? '' }, context));
  value(store.call('revisions.name', { articleId, revisionId: made?.id ?? '', name: 'Named', note: '' }, context));
  value(store.call('revisions.ofBlock', { articleId, blockId: order[3] ?? '', offset: 0, limit: 20 }, context));
  value(store.call('articles.setState', { articleId, state: 'in-review' }, context));
  store.close();
}

test('opening, saving, listing and reading one of 10,000 revisions goes by indexes alone', () => {
  const statements = statementsOf(() => work(['First.', 'Second.']));
  expect(statements.length).toBeGreaterThan(30);
  const db = openForReading(databaseFile(folder));
  try {
    expect(scansIn(db, statements.filter((sql) => /^\s*(SELECT|UPDATE|DELETE)/.test(sql)))).toEqual([]);
  } finally {
    db.close();
  }
});

test('a missing index is seen', () => {
  const statements = statementsOf(() => work(['Third.', 'Fourth.']));
  const db = openWritable(databaseFile(folder));
  try {
    db.exec('DROP INDEX revisions_metadata');
    expect(scansIn(db, statements.filter((sql) => /^\s*SELECT/.test(sql))).join('\n')).toContain('SCAN revisions');
  } finally {
    db.close();
  }
});
