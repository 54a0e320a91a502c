import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpBeforeMigration } from '../../src/main/storage/backup.ts';
import { listBackups } from '../../src/main/storage/backup-folder.ts';
import { versionOf, writeVersion } from '../../src/main/storage/migrations/file-mark.ts';
import { migrate } from '../../src/main/storage/migrations/index.ts';
import { firstTables } from '../../src/main/storage/migrations/001-first-tables.ts';
import { all, databaseFile, one, openForReading, openWritable, run } from '../../src/main/storage/open-database.ts';
import { attempt } from '../../src/main/storage/refusal.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import { openStore } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => databaseFile(folder);

/** Lets `change` at the database of a closed store. */
function withDatabase<T>(action: (db: ReturnType<typeof openWritable>) => T): T {
  const db = openWritable(file());
  try {
    return action(db);
  } finally {
    db.close();
  }
}

test('a second store on the same folder is refused with a sentence; after closing it opens', () => {
  const store = openFolder(folder);
  const second = openStore(folder);
  expect(second).toMatchObject({ ok: false, error: { code: 'file-locked' } });
  expect(second.ok ? '' : second.error.message).toContain(`${folder} is in use by an open Galley window (process ${process.pid} on ${hostname()}, since `);
  store.close();
  openFolder(folder).close();
});

test('a database of a newer Galley is refused and stays as it is', () => {
  openFolder(folder).close();
  withDatabase((db) => writeVersion(db, 99));
  const before = readFileSync(file());
  const opened = openStore(folder);
  expect(opened).toMatchObject({ ok: false, error: { code: 'newer-database' } });
  expect(opened.ok ? '' : opened.error.message).toContain('99');
  expect(openReadOnly(folder)).toMatchObject({ ok: false, error: { code: 'newer-database' } });
  expect(readFileSync(file()).equals(before)).toBe(true);
});

test.each([
  ['a text file', 'This is no database at all, but a letter somebody put here.\n'.repeat(40)],
  ['a short text file', 'Hello.\n'],
])('%s in the place of the database is refused, named and not touched', (_name, text) => {
  writeFileSync(file(), text);
  const opened = openStore(folder);
  expect(opened).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(opened.ok ? '' : opened.error.message).toContain(file());
  expect(readFileSync(file(), 'utf8')).toBe(text);
  expect(openReadOnly(folder)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  // The refusal gave the folder back.
  rmSync(file());
  openFolder(folder).close();
});

test.each([0, 3, 7, 78])('a database of another program, which says version %i, is refused and not touched', (version) => {
  withDatabase((db) => {
    db.exec('CREATE TABLE songs (title TEXT)');
    db.pragma(`user_version = ${version}`);
  });
  const before = readFileSync(file());
  expect(openStore(folder)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(readFileSync(file()).equals(before)).toBe(true);
});

test('a migration of a version-1 store is made whole or not at all, with a copy of what was before', () => {
  copyFileSync(new URL('../fixtures/store-1/galley.db', import.meta.url), file());
  withDatabase((db) => {
    const broken = { number: 2, sql: 'CREATE TABLE extra (a INTEGER) STRICT; INSERT INTO missing VALUES (1);' };
    const before = (): void => backUpBeforeMigration(folder, db, Date.UTC(2026, 10, 24, 21));
    expect(() => migrate(db, before, [firstTables, broken])).toThrow('missing');
    expect(versionOf(db)).toBe(1);
    expect(one(db, "SELECT 1 FROM sqlite_master WHERE name = 'extra'")).toBeUndefined();
    migrate(db, before, [firstTables, { number: 2, sql: 'CREATE TABLE extra (a INTEGER) STRICT' }]);
    expect(versionOf(db)).toBe(2);
  });
  const [backup] = listBackups(folder);
  expect(backup?.manifest).toMatchObject({ reason: 'migration', facts: { schema: 1, articles: 4 } });
  const copy = openForReading(databaseFile(backup?.folder ?? ''));
  expect(versionOf(copy)).toBe(1);
  expect(all(copy, 'SELECT headline FROM articles WHERE id = 1')).toEqual([{ headline: 'Ferries stop' }]);
  copy.close();
});

test('a new library needs no backup, and lies in its folder', () => {
  openFolder(folder).close();
  expect(existsSync(join(folder, 'backups'))).toBe(false);
  expect(readdirSync(folder).toSorted()).toEqual(['galley.db', 'lock.db']);
});

/** A library with one article and two revisions; only the first holds the original of the fourth block. */
function twoRevisions(): { readonly articleId: string; readonly first: string; readonly second: string } {
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries stop', ['The ferry left late.', 'Nobody was hurt.'], 'FERRY'), cause: 'import' }, context));
  const order = idsOf(article.body);
  value(store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: [paragraph(order[3] ?? '', 'The ferry left early.')], order, metadata: null, images: null }, context));
  value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, context));
  const { rows } = value(store.call('revisions.list', { articleId: article.id, offset: 0, limit: 9 }, context));
  store.close();
  return { articleId: article.id, first: rows[1]?.id ?? '', second: rows[0]?.id ?? '' };
}

/** Flips one bit in the middle of a value. */
function flipBit(table: string, column: string, where: string): void {
  withDatabase((db) => {
    const bytes = one<{ bytes: Buffer }>(db, `SELECT ${column} AS bytes FROM ${table} WHERE ${where}`)?.bytes ?? Buffer.alloc(0);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    expect(run(db, `UPDATE ${table} SET ${column} = ? WHERE ${where}`, bytes)).toBe(1);
  });
}
const change = (sql: string): void => withDatabase((db) => expect(run(db, sql)).toBe(1));
const onlyInFirst = 'id = (SELECT min(id) FROM blocks WHERE uses = 0)';

test.each([
  ['a block', () => flipBit('blocks', 'json', onlyInFirst)],
  ['a hash of a block', () => flipBit('blocks', 'hash', onlyInFirst)],
  ['a chunk', () => flipBit('chunks', 'blocks', 'id = 1')],
  ['a hash of a chunk', () => flipBit('chunks', 'hash', 'id = 1')],
  ['a note', () => change("UPDATE revisions SET note = 'x' WHERE sequence = 1")],
  ['a number of words', () => change('UPDATE revisions SET words = words + 1 WHERE sequence = 1')],
  ['a lost block', () => change(`DELETE FROM blocks WHERE ${onlyInFirst}`)],
])('%s that was changed behind the store is found by reading the revision and by verify; the other revision still reads', (_name, damage) => {
  const { articleId, first, second } = twoRevisions();
  const verified = (): ReturnType<ReturnType<typeof reader>['verify']> => {
    const library = reader();
    const found = library.verify();
    library.close();
    return found;
  };
  const reader = () => value(openReadOnly(folder));
  expect(verified()).toEqual({ ok: true, articles: 1, revisions: 2, problems: [] });
  damage();
  const { problems } = verified();
  // Named as the person knows it: the article and the revision.
  const named = problems.filter((problem) => problem.includes('“FERRY”'));
  expect([named.length > 0, named.every((problem) => /revision 1\b/.test(problem))]).toEqual([true, true]);
  const store = openFolder(folder);
  const damaged = store.call('revisions.read', { articleId, revisionId: first }, context);
  expect(damaged).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(damaged.ok ? '' : damaged.error.message).toMatch(/Revision 1 of “FERRY”/);
  expect(store.call('revisions.read', { articleId, revisionId: second }, context)).toMatchObject({ ok: true });
  expect(store.call('articles.open', { articleId }, context)).toMatchObject({ ok: true });
  store.close();
});

test('another process reads beside the writer, sees each commit, and can write nothing', () => {
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries stop', ['One.'], 'FERRY'), cause: 'import' }, context));
  const reader = value(openReadOnly(folder));
  expect(reader.listArticles()).toMatchObject([{ id: article.id, headline: 'Ferries stop', slugline: 'FERRY' }]);
  expect(reader.readArticle(article.id)).toEqual({ ok: true, value: article });
  const order = idsOf(article.body);
  value(store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: [paragraph(order[3] ?? '', 'Two.')], order, metadata: null, images: null }, context));
  expect(value(reader.readArticle(article.id)).body.content?.[3]).toEqual(paragraph(order[3] ?? '', 'Two.'));
  expect(value(reader.readArticle(article.id, 1))).toEqual(article);
  expect(reader.readArticle(article.id, 2)).toMatchObject({ ok: false, error: { code: 'revision-not-found' } });
  expect(value(reader.listRevisions(article.id)).map(({ sequence }) => sequence)).toEqual([1]);
  reader.close();
  store.close();
  expect(openReadOnly(join(folder, 'nowhere'))).toMatchObject({ ok: false, error: { code: 'file-not-found' } });
});

test('a full disk, a write where only reading is allowed and a bug are told apart', () => {
  openFolder(folder).close();
  const full = withDatabase((db) =>
    attempt(file(), () => {
      db.pragma('max_page_count = 1');
      for (;;) run(db, 'INSERT INTO chunks (hash, blocks) VALUES (randomblob(32), zeroblob(5000))');
    }),
  );
  expect(full).toMatchObject({ ok: false, error: { code: 'disk-full' } });
  const reading = openForReading(file());
  expect(attempt(file(), () => run(reading, 'DELETE FROM chunks'))).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  reading.close();
  expect(attempt(file(), () => JSON.parse('{'))).toMatchObject({ ok: false, error: { code: 'unexpected' } });
});

test('what was acknowledged is in the files at once: a copy of them, taken as a dying machine leaves them, opens with it', () => {
  const store = openFolder(folder);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries stop', ['One.']), cause: 'import' }, context));
  const order = idsOf(article.body);
  const left = newFolder();
  try {
    for (let number = 1; number <= 20; number += 1) {
      value(store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(order[3] ?? '', `Text ${number}.`)], order, metadata: null, images: null }, context));
      for (const suffix of ['', '-wal']) copyFileSync(`${file()}${suffix}`, `${databaseFile(left)}${suffix}`);
      const after = openFolder(left);
      const opened = value(after.call('articles.open', { articleId: article.id }, context));
      after.close();
      expect(opened.lastSaveNumber).toBe(number);
      expect(opened.article.body.content?.[3]).toEqual(paragraph(order[3] ?? '', `Text ${number}.`));
    }
  } finally {
    store.close();
    rmSync(left, { recursive: true, force: true });
  }
});

test('sizes: every table is counted, and together they are the file', () => {
  twoRevisions();
  const library = value(openReadOnly(folder));
  const { tables, bytesPerRevision, bytes } = library.sizes();
  library.close();
  expect(Object.keys(tables)).toEqual(expect.arrayContaining(['articles', 'blocks', 'chunks', 'revisions', 'block_versions', 'search_data']));
  expect(Object.values(tables).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(bytes);
  expect(bytesPerRevision).toBeGreaterThan(0);
  expect(bytes).toBe(statSync(file()).size);
});
