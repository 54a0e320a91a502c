import { copyFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BodyJson } from '../../src/article/body.ts';
import { all, openWritable } from '../../src/main/storage/open-database.ts';
import { databaseFile, type Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const points = (...texts: readonly string[]): BodyJson => ({
  type: 'bulletList', attrs: { blockId: 'points' },
  content: texts.map((text, index) => ({ type: 'listItem', attrs: { blockId: `item-${index + 1}` }, content: [paragraph(`item-${index + 1}-p`, text)] })),
});

/** Sequence numbers, newest first, and the block of each. */
function history(articleId: string, blockId: string, page = { offset: 0, limit: 100 }): (readonly [number, BodyJson | null])[] {
  return value(store.call('revisions.ofBlock', { articleId, blockId, ...page }, context)).rows.map(({ revision, block }) => [revision.sequence, block] as const);
}

function save(articleId: string, number: number, changedBlocks: readonly BodyJson[], order: readonly string[]): void {
  value(store.call('articles.save', { articleId, number, changedBlocks, order, metadata: null, images: null }, context));
  value(store.call('revisions.make', { articleId, cause: 'explicit-save', name: '', note: '' }, context));
}

test('a block has the revisions that changed it: made, edited, moved, nested, taken out, brought back', () => {
  store = openFolder(folder);
  const article = articleWith('Ferries stop', []);
  const fields = idsOf(article.body);
  const { id } = value(store.call('articles.create', { article: { ...article, body: { ...article.body, content: [...(article.body.content ?? []), paragraph('a', 'One.'), points('Red', 'Green')] } }, cause: 'import' }, context)).article;
  save(id, 1, [paragraph('a', 'Two.')], [...fields, 'a', 'points']);
  save(id, 2, [points('Red', 'Blue')], [...fields, 'a', 'points']);
  // A move alone changes no block.
  save(id, 3, [], [...fields, 'points', 'a']);
  save(id, 4, [paragraph('b', 'New.')], [...fields, 'points', 'b']);
  save(id, 5, [paragraph('a', 'Two.')], [...fields, 'points', 'b', 'a']);
  expect(history(id, 'a')).toEqual([[6, paragraph('a', 'Two.')], [5, null], [2, paragraph('a', 'Two.')], [1, paragraph('a', 'One.')]]);
  expect(history(id, 'a', { offset: 1, limit: 2 }).map(([sequence]) => sequence)).toEqual([5, 2]);
  expect(history(id, 'points').map(([sequence]) => sequence)).toEqual([3, 1]);
  expect(history(id, 'item-1').map(([sequence]) => sequence)).toEqual([1]);
  expect(history(id, 'item-2-p')).toEqual([[3, paragraph('item-2-p', 'Blue')], [1, paragraph('item-2-p', 'Green')]]);
  expect(history(id, 'b').map(([sequence]) => sequence)).toEqual([5]);
  expect(history(id, 'nowhere')).toEqual([]);
});

test('it is what reading every revision would give, across chunks, for many edits', () => {
  store = openFolder(folder);
  const article = articleWith('Long', Array.from({ length: 150 }, (_, index) => `Paragraph ${index}.`));
  value(store.call('articles.create', { article, cause: 'import' }, context));
  let order = idsOf(article.body);
  const body = order.slice(3);
  const watched = [body[0] ?? '', body[64] ?? '', body[149] ?? ''];
  for (let number = 1; number <= 40; number += 1) {
    const edited = body[(number * 32) % 160] ?? body[0] ?? '';
    // A new block near the start moves every chunk after it.
    const added = number % 5 === 0 ? [paragraph(`added-${number}`, `Added ${number}.`)] : [];
    order = [...order.slice(0, 3), ...added.map(({ attrs }) => String(attrs?.['blockId'])), ...order.slice(3)];
    save(article.id, number, [...added, paragraph(edited, `Edit ${number}.`)], order);
  }
  for (const blockId of watched) {
    const read = value(store.call('revisions.export', { articleId: article.id }, context)).map(({ revision, article: { body: { content = [] } } }) => [revision.sequence, content.find(({ attrs }) => attrs?.['blockId'] === blockId)] as const);
    const changed = read.filter(([, block], index) => JSON.stringify(block) !== JSON.stringify(read[index - 1]?.[1]));
    expect(history(article.id, blockId)).toEqual(changed.toReversed());
  }
});

test('a store of version 1 gets the histories of its blocks when it is opened', () => {
  copyFileSync(new URL('../fixtures/store-1/galley.db', import.meta.url), databaseFile(folder));
  store = openFolder(folder);
  const id = '01900000-0000-7000-8000-000000000001';
  expect(history(id, 'first')).toEqual([[5, null], [2, paragraph('first', 'The ferry left early.')], [1, paragraph('first', 'The ferry left late.')]]);
  expect(history(id, 'item-2').map(([sequence]) => sequence)).toEqual([3, 1]);
  expect(history(id, 'last').map(([sequence]) => sequence)).toEqual([4]);
  expect(value(store.call('articles.open', { articleId: id }, context)).article.body.content?.at(-1)).toEqual(paragraph('last', 'Boats run again on Tuesday.'));
  expect(value(store.call('revisions.list', { articleId: id, offset: 0, limit: 9 }, context)).rows.map(({ name }) => name)).toEqual(['', '', 'Legal', '', '']);
});

test('the history of a block is found by the index, whatever the number of revisions', () => {
  store = openFolder(folder);
  store.close();
  const db = openWritable(databaseFile(folder));
  const plan = all<{ detail: string }>(db, 'EXPLAIN QUERY PLAN SELECT sequence, block FROM block_versions WHERE article = 1 AND block_key = x\'00\' ORDER BY sequence DESC LIMIT 9');
  db.close();
  store = openFolder(folder);
  expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH block_versions USING PRIMARY KEY \(article=\? AND block_key=\?\)$/);
});
