import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyArticle } from '../../src/article/article.ts';
import type { Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

let folder: string;
let store: Store;
const open = (): Store => openFolder(folder);

beforeEach(() => {
  folder = newFolder();
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

test('a save with an older or equal number changes nothing and answers the newest one', () => {
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  const save = (number: number, text: string) =>
    value(store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph('p-1', text)], order: [...idsOf(article.body).slice(0, 3), 'p-1'], metadata: null, images: null }, context));
  save(7, 'Newest.');
  expect(save(6, 'Older.').number).toBe(7);
  expect(save(7, 'Equal.').number).toBe(7);
  expect(value(store.call('articles.open', { articleId: article.id }, context)).article.body.content?.[3]).toEqual(paragraph('p-1', 'Newest.'));
});

test('a save that names a block never sent, or gives no article, changes nothing', () => {
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  const ids = idsOf(article.body);
  const save = (changed: string[], order: string[]) =>
    store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: changed.map((id) => paragraph(id, 'New.')), order, metadata: null, images: null }, context);
  const refused = { ok: false, error: { code: 'bad-argument' } };
  expect(save(['p-1'], [...ids, 'p-1', 'p-2'])).toMatchObject(refused);
  expect(save(['p-1'], [...ids.slice(1), 'p-1'])).toMatchObject(refused);
  expect(save([], ids.slice(0, 3))).toMatchObject(refused);
  expect(save(['p-1'], [...ids, 'p-1', 'p-1'])).toMatchObject(refused);
  const opened = value(store.call('articles.open', { articleId: article.id }, context));
  expect(opened).toMatchObject({ lastSaveNumber: 0, article });
  expect(save(['p-1'], [...ids, 'p-1'])).toMatchObject({ ok: true });
});

test('an export is recorded even where nothing changed; a name is kept', () => {
  const { article } = value(store.call('articles.create', { article: emptyArticle(), cause: 'import' }, context));
  const recorded = value(store.call('revisions.record', { articleId: article.id, cause: 'export', note: 'html' }, context));
  expect(recorded).toMatchObject({ sequence: 2, cause: 'export', note: 'html' });
  value(store.call('revisions.name', { articleId: article.id, revisionId: recorded.id, name: 'As sent', note: '' }, context));
  expect(value(store.call('revisions.list', { articleId: article.id, offset: 0, limit: 1 }, context)).rows[0]).toMatchObject({ id: recorded.id, name: 'As sent' });
  const all = value(store.call('revisions.export', { articleId: article.id }, context));
  expect(all.map(({ revision }) => revision.sequence)).toEqual([1, 2]);
  expect(all[1]?.article).toEqual(article);
});

test('an article comes in under a new id where its own is taken, and a copy shares no id', () => {
  const article = emptyArticle();
  const first = value(store.call('articles.create', { article, cause: 'import' }, context));
  const second = value(store.call('articles.create', { article, cause: 'import' }, context));
  expect(first.article.id).toBe(article.id);
  expect(second.article.id).not.toBe(article.id);
  const copy = value(store.call('articles.duplicate', { articleId: article.id }, context)).article;
  expect(idsOf(copy.body).filter((id) => idsOf(article.body).includes(id))).toEqual([]);
  expect(copy.body.content?.map(({ type }) => type)).toEqual(article.body.content?.map(({ type }) => type));
});

test('trash, states and whose they are decide what the library shows', () => {
  const create = (author: string) => value(store.call('articles.create', { article: null, cause: null }, { ...context, author: { id: author, name: author } })).article.id;
  const [a, b, c] = [create('Asha Rao'), create('Ben'), create('Asha Rao')];
  value(store.call('articles.trash', { articleId: c }, context));
  expect(value(store.call('articles.setState', { articleId: b, state: 'in-review' }, context)).state).toBe('in-review');
  const list = (filter: 'all' | 'mine' | 'trash' | 'in-review') => value(store.call('articles.list', { query: '', filter, sort: 'changed', offset: 0, limit: 10 }, context)).rows;
  expect(list('mine').map(({ id }) => id)).toEqual([a]);
  expect(list('in-review').map(({ id }) => id)).toEqual([b]);
  expect(list('trash').map(({ id }) => id)).toEqual([c]);
  expect(value(store.call('articles.counts', null, context))).toEqual({ all: 2, mine: 1, draft: 1, 'in-review': 1, approved: 0, published: 0, trash: 1 });
  value(store.call('articles.untrash', { articleId: c }, context));
  expect(list('all')).toHaveLength(3);
});

test('what is not there is an answer with its name', () => {
  expect(store.call('articles.open', { articleId: '0195d1c0-0000-7000-8000-000000000000' }, context)).toMatchObject({ ok: false, error: { code: 'article-not-found' } });
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  expect(store.call('revisions.read', { articleId: article.id, revisionId: '0195d1c0-0000-7000-8000-000000000000' }, context)).toMatchObject({ ok: false, error: { code: 'revision-not-found' } });
});

test('approving and publishing keep what was approved and published', () => {
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  const causes = () => value(store.call('revisions.list', { articleId: article.id, offset: 0, limit: 9 }, context)).rows.map(({ cause }) => cause);
  value(store.call('articles.setState', { articleId: article.id, state: 'in-review' }, context));
  expect(causes()).toEqual([]);
  expect(value(store.call('articles.setState', { articleId: article.id, state: 'approved' }, context)).state).toBe('approved');
  expect(causes()).toEqual(['approve']);
  // Publishing is a moment of its own, of the same text too; saying it again is none.
  value(store.call('articles.setState', { articleId: article.id, state: 'published' }, context));
  value(store.call('articles.setState', { articleId: article.id, state: 'published' }, context));
  expect(causes()).toEqual(['publish', 'approve']);
});

test('half a surrogate pair is kept as it was typed, with the text around it', () => {
  const { article } = value(store.call('articles.create', { article: null, cause: null }, context));
  const order = [...idsOf(article.body), 'p-1'];
  value(store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: [paragraph('p-1', 'before \ud83d after')], order, metadata: null, images: null }, context));
  expect(value(store.call('articles.open', { articleId: article.id }, context)).article.body.content?.[4]).toEqual(paragraph('p-1', 'before \ud83d after'));
});

test('the library counts words as the window does: without the fields, without suggestions', () => {
  const { article } = value(store.call('articles.create', { article: articleWith('Two words', ['Three more words.']), cause: null }, context));
  const order = idsOf(article.body);
  const count = () => value(store.call('articles.summary', { articleId: article.id }, context)).words;
  expect(count()).toBe(3);
  const suggested = { type: 'paragraph', attrs: { blockId: order[3], lang: null, dir: null }, content: [{ type: 'text', text: 'One ' }, { type: 'text', marks: [{ type: 'insertion', attrs: { id: 's-1', author: 'Ben', at: '2026-03-01T09:00:00Z' } }], text: 'and another' }] };
  value(store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: [suggested], order, metadata: null, images: null }, context));
  expect(count()).toBe(1);
});
