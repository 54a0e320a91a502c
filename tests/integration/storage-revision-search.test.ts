import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RevisionFilter } from '../../src/ipc/contract.ts';
import type { Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

let folder: string;
let store: Store;
let id: string;
let fields: readonly string[];
const other = { ...context, author: { id: 'daniel', name: 'Daniel Okafor' } };

beforeEach(() => {
  folder = newFolder();
  store = openFolder(folder);
  const article = articleWith('Ferries stop', []);
  fields = idsOf(article.body);
  id = value(store.call('articles.create', { article: { ...article, body: { ...article.body, content: [...(article.body.content ?? []), paragraph('a', 'The last boat leaves at nine.'), paragraph('b', 'Rain fell.')] } }, cause: 'import' }, context)).article.id;
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

let number = 0;
function save(texts: Readonly<Record<string, string>>, order: readonly string[], by = context, name = ''): void {
  number += 1;
  const changedBlocks = Object.entries(texts).map(([blockId, text]) => paragraph(blockId, text));
  value(store.call('articles.save', { articleId: id, number, changedBlocks, order: [...fields, ...order], metadata: null, images: null }, by));
  value(store.call('revisions.make', { articleId: id, cause: 'explicit-save', name, note: '' }, by));
}
const found = (text: string): string[] => value(store.call('revisions.findText', { articleId: id, text }, context)).rows.map(({ revision, change }) => `${change} ${revision.sequence}`);
const listed = (filter: Partial<RevisionFilter>): number[] => value(store.call('revisions.list', { articleId: id, offset: 0, limit: 100, filter: { show: 'all', author: '', cause: '', ...filter } }, context)).rows.map(({ sequence }) => sequence);

test('says when a sentence went and when it came back; a move to another block is neither', () => {
  save({ b: 'Rain fell all day.' }, ['a', 'b']);
  save({ a: 'The boat is late.', b: 'Rain fell. The LAST boat  leaves at nine.' }, ['a', 'b']);
  save({ b: 'Rain fell.' }, ['a', 'b']);
  save({ c: 'The last boat leaves at nine.' }, ['a', 'b', 'c']);
  expect(found('last boat leaves')).toEqual(['appeared 5', 'gone 4', 'appeared 1']);
  expect(found('nobody wrote this')).toEqual([]);
  expect(found('  ')).toEqual([]);
});

test('lists by name, author and cause', () => {
  save({ b: 'One.' }, ['a', 'b'], other, 'Copy desk pass');
  save({ b: 'Two.' }, ['a', 'b']);
  value(store.call('articles.setState', { articleId: id, state: 'approved' }, other));
  save({ b: 'Three.' }, ['a', 'b']);
  value(store.call('articles.setState', { articleId: id, state: 'approved' }, other));
  expect(listed({})).toEqual([...listed({})].sort((x, y) => y - x));
  expect(listed({ show: 'named' })).toEqual([2]);
  expect(listed({ cause: 'import' })).toEqual([1]);
  expect(listed({ author: 'daniel', show: 'named' })).toEqual([2]);
  expect(listed({ author: 'daniel', cause: 'import' })).toEqual([]);
  expect(value(store.call('revisions.list', { articleId: id, offset: 0, limit: 1 }, context)).authors.map(({ name }) => name)).toContain('Daniel Okafor');
});

test('the size of a revision is what it changed', () => {
  save({ b: 'Rain fell all day.' }, ['a', 'b']);
  const [newest, first] = value(store.call('revisions.list', { articleId: id, offset: 0, limit: 10 }, context)).rows;
  expect(value(store.call('revisions.size', { articleId: id, revisionId: newest?.id ?? '' }, context))).toMatchObject({ text: 1, wordsAdded: 2, wordsRemoved: 0, pictures: 0 });
  expect(value(store.call('revisions.size', { articleId: id, revisionId: first?.id ?? '' }, context))).toMatchObject({ wordsRemoved: 0, wordsAdded: 10 });
});
