import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyArticle } from '../../src/article/article.ts';
import type { BodyJson } from '../../src/article/body.ts';
import type { StorageContext } from '../../src/main/storage/calls.ts';
import { openStore, type Store } from '../../src/main/storage/store.ts';

const context: StorageContext = { author: { id: 'a-1', name: 'Asha Rao' }, deviceId: 'device-1', zone: 'Asia/Kolkata' };
let folder: string;
let store: Store;

function open(): Store {
  const opened = openStore(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
function value<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const paragraph = (blockId: string, text: string): BodyJson => ({ type: 'paragraph', attrs: { blockId, lang: null, dir: null }, content: [{ type: 'text', text }] });
const idsOf = (body: BodyJson): string[] => (body.content ?? []).map((block) => String(block.attrs?.['blockId']));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-storage-'));
  store = open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what was saved is there when the store is opened again', () => {
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  const order = [...idsOf(article.body).slice(0, 3), 'p-1', 'p-2'];
  const save = { articleId: article.id, changedBlocks: [paragraph('p-1', 'The ferry left late.'), paragraph('p-2', 'Nobody was hurt.')], order, metadata: { ...article.metadata, slugline: 'FERRY' }, images: null };
  expect(value(store.call('articles.save', { ...save, number: 1 }, context)).number).toBe(1);
  store.close();
  store = open();
  const opened = value(store.call('articles.open', { articleId: article.id }, context));
  expect(idsOf(opened.article.body)).toEqual(order);
  expect(opened.article.body.content?.[3]).toEqual(paragraph('p-1', 'The ferry left late.'));
  expect(opened.summary).toMatchObject({ slugline: 'FERRY', words: 7, author: 'Asha Rao', state: 'draft' });
  expect(opened.lastSaveNumber).toBe(1);
});

test('a revision is made of what changed, and none where nothing did', () => {
  const { article } = value(store.call('articles.create', { article: emptyArticle(), cause: 'import' }, context));
  const make = () => value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, context));
  expect(make()).toBeNull();
  const order = [...idsOf(article.body).slice(0, 3), 'p-1'];
  value(store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: [paragraph('p-1', 'One.')], order, metadata: null, images: null }, context));
  const made = make();
  expect(made).toMatchObject({ sequence: 2, cause: 'explicit-save', words: 1, author: context.author, deviceId: 'device-1' });
  expect(make()).toBeNull();
  const { total, rows } = value(store.call('revisions.list', { articleId: article.id, offset: 0, limit: 10 }, context));
  expect(total).toBe(2);
  expect(rows.map(({ sequence }) => sequence)).toEqual([2, 1]);
  expect(rows[0]?.parents).toEqual([rows[1]?.id]);
  const first = value(store.call('revisions.read', { articleId: article.id, revisionId: rows[1]?.id ?? '' }, context));
  expect(first.body).toEqual(article.body);
});
