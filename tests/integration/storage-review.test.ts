import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlockTouch } from '../../src/ipc/contract.ts';
import { createArticle, findArticle, saveArticle } from '../../src/main/storage/articles.ts';
import { erasures } from '../../src/main/storage/migrations/004-erasures.ts';
import { stateChanges } from '../../src/main/storage/migrations/005-state-changes.ts';
import { versionOf, writeVersion } from '../../src/main/storage/migrations/file-mark.ts';
import { migrate } from '../../src/main/storage/migrations/index.ts';
import { all, type Db, openWritable } from '../../src/main/storage/open-database.ts';
import { originOf } from '../../src/main/storage/origins.ts';
import { makeRevision } from '../../src/main/storage/revisions.ts';
import { databaseFile, type Store } from '../../src/main/storage/store.ts';
import { readVarints } from '../../src/main/storage/varint.ts';
import { readCopy } from '../../src/main/storage/working-copy.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

const daniel = { ...context, author: { id: 'd-1', name: 'Daniel Okafor' }, zone: 'Africa/Lagos' };

let folder: string;
let store: Store;
let nowMs: number;
const open = (): Store => openFolder(folder, { clock: { nowMs: () => nowMs, passedMs: () => nowMs, after: () => () => undefined } });
beforeEach(() => {
  folder = newFolder();
  nowMs = Date.parse('2026-03-01T09:00:00Z');
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const minutes = (count: number): void => void (nowMs += count * 60_000);
const withDatabase = <T>(action: (db: Db) => T): T => {
  const db = openWritable(databaseFile(folder));
  try {
    return action(db);
  } finally {
    db.close();
  }
};
const touched = (articleId: string): readonly BlockTouch[] => value(store.call('revisions.lastTouched', { articleId }, context)).rows;
const shortly = (rows: readonly BlockTouch[]): readonly (readonly unknown[])[] => rows.map(({ author, time, revision }) => [author.name, time.instant.slice(11, 16), time.zone, revision]);

test('each state says who set it and when; setting it again says nothing new; nothing is left of an erased article', () => {
  store = open();
  const { id } = value(store.call('articles.create', { article: articleWith('Ferries stop', ['One.']), cause: 'import' }, context)).article;
  const set = (state: 'draft' | 'in-review' | 'approved', who = context): unknown => value(store.call('articles.setState', { articleId: id, state }, who));
  const changes = (): readonly (readonly string[])[] => value(store.call('articles.stateChanges', { articleId: id }, context)).map(({ state, author, time }) => [state, author.name, time.instant, time.zone]);
  expect(changes()).toEqual([]);
  set('in-review');
  minutes(30);
  set('approved', daniel);
  minutes(1);
  set('approved');
  minutes(1);
  set('draft');
  expect(changes()).toEqual([
    ['draft', 'Asha Rao', '2026-03-01T09:32:00Z', 'Asia/Kolkata'],
    ['approved', 'Daniel Okafor', '2026-03-01T09:30:00Z', 'Africa/Lagos'],
    ['in-review', 'Asha Rao', '2026-03-01T09:00:00Z', 'Asia/Kolkata'],
  ]);
  value(store.call('articles.eraseHere', { articleId: id }, context));
  store.close();
  expect(withDatabase((db) => all(db, 'SELECT * FROM state_changes'))).toEqual([]);
  store = open();
});

test('a library from before knows its approvals from their revisions', () => {
  store = open();
  const { id } = value(store.call('articles.create', { article: articleWith('Ferries stop', ['One.']), cause: 'import' }, context)).article;
  value(store.call('articles.setState', { articleId: id, state: 'approved' }, daniel));
  store.close();
  withDatabase((db) => {
    db.exec('DROP TABLE state_changes');
    const newest = versionOf(db);
    writeVersion(db, 4);
    migrate(db, () => undefined, [erasures, stateChanges]);
    writeVersion(db, newest);
  });
  store = open();
  expect(value(store.call('articles.stateChanges', { articleId: id }, context)).map(({ state, author }) => [state, author.name])).toEqual([['approved', 'Daniel Okafor']]);
});

test('last touched: of each block the person and time of its newest version, and of its last save what no revision has', () => {
  store = open();
  const article = articleWith('Ferries stop', ['One.', 'Two.', 'Three.']);
  const order = idsOf(article.body);
  const [, second = '', third = ''] = order.slice(3);
  value(store.call('articles.create', { article, cause: 'import' }, context));
  const save = (number: number, block: string, text: string, who = context): unknown =>
    value(store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(block, text)], order, metadata: null, images: null }, who));
  const make = (who = context): unknown => value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, who));
  minutes(10);
  save(1, second, 'Two, edited.', daniel);
  make(daniel);
  minutes(10);
  save(2, third, 'Three, edited.');
  const imported = ['Asha Rao', '09:00', 'Asia/Kolkata', 1];
  const fields = [imported, imported, imported];
  expect(shortly(touched(article.id))).toEqual([...fields, imported, ['Daniel Okafor', '09:10', 'Africa/Lagos', 2], ['Asha Rao', '09:20', 'Asia/Kolkata', null]]);
  // Back to what a revision has already: it is changed once more all the same.
  make();
  minutes(10);
  save(3, second, 'Two.', daniel);
  make(daniel);
  expect(shortly(touched(article.id)).at(4)).toEqual(['Daniel Okafor', '09:30', 'Africa/Lagos', 4]);
});

test('10,000 revisions of one article: pages, filters, block history and last touched', () => {
  store = open();
  store.close();
  const article = articleWith('Ferries stop', Array.from({ length: 12 }, (_, index) => `Paragraph ${index}.`));
  const order = idsOf(article.body);
  const body = order.slice(3);
  withDatabase((db) => {
    db.transaction(() => {
      const [asha, other] = [originOf(db, context), originOf(db, daniel)];
      const row = createArticle(db, article, { nowMs, origin: asha, authorName: 'Asha Rao' });
      let copy = readCopy(db, readVarints(row.blocks), '');
      makeRevision(db, row, { origin: asha, cause: 'import', name: '', note: '', nowMs });
      for (let number = 1; number < 10_000; number += 1) {
        const origin = number % 4 === 0 ? other : asha;
        const changed = paragraph(body[number % 10] ?? '', `Version ${number}.`);
        ({ copy } = saveArticle(db, findArticle(db, article.id), copy, { articleId: article.id, number, changedBlocks: [changed], order, metadata: null, images: null, nowMs: nowMs + number * 1000, origin }));
        makeRevision(db, findArticle(db, article.id), { origin, cause: number % 100 === 0 ? 'approve' : 'typing-pause', name: '', note: '', nowMs: nowMs + number * 1000 });
      }
    })();
  });
  store = open();
  const list = (offset: number, filter = { show: 'all', author: '', cause: '' } as const): ReturnType<typeof listed> => listed(offset, filter);
  const listed = (offset: number, filter: { readonly show: 'all' | 'approved'; readonly author: string; readonly cause: '' }) => value(store.call('revisions.list', { articleId: article.id, offset, limit: 100, filter }, context));
  expect(list(0).total).toBe(10_000);
  expect(list(0).rows[0]?.sequence).toBe(10_000);
  expect(list(9_950).rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, index) => 50 - index));
  expect(listed(0, { show: 'approved', author: '', cause: '' }).total).toBe(99);
  expect(listed(0, { show: 'all', author: 'd-1', cause: '' })).toMatchObject({ total: 2_499, authors: [{ name: 'Asha Rao' }, { name: 'Daniel Okafor' }] });
  expect(value(store.call('revisions.ofBlock', { articleId: article.id, blockId: body[7] ?? '', offset: 0, limit: 2 }, context))).toMatchObject({ total: 1_001, rows: [{ revision: { sequence: 9_998 } }, { revision: { sequence: 9_988 } }] });
  const rows = touched(article.id);
  expect(rows).toHaveLength(15);
  expect(rows[3 + 7]).toMatchObject({ revision: 9_998, author: { name: 'Asha Rao' } });
  expect(rows[3 + 11]?.revision).toBe(1);
});
