import { describe, expect, it } from 'vitest';
import { findInArticle, type FindQuery, type Hit } from '../../src/article/find/index.ts';
import { findPage } from '../../src/main/storage/find-everywhere.ts';
import { databaseFile, openForReading } from '../../src/main/storage/open-database.ts';
import type { Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

const query: FindQuery = { text: 'harris', matchCase: false, wholeWord: false, matchAccents: false, isRegex: false };

function filled(): { readonly folder: string; readonly store: Store; readonly ids: readonly string[] } {
  const folder = newFolder();
  const store = openFolder(folder);
  const articles = [articleWith('Harris came', ['Mr Harris spoke.', 'Rain.'], 'HARRIS/1'), articleWith('Rain', ['Only rain.']), articleWith('Visit', ['Harris and Harris.'])];
  const ids = articles.map((article) => value(store.call('articles.create', { article, cause: 'import' }, context)).article.id);
  return { folder, store, ids };
}

function hitsOf(store: Store, articleId: string): readonly Hit[] {
  const found = findInArticle(value(store.call('articles.open', { articleId }, context)).article, query);
  if (!found.ok) throw new Error(found.error);
  return found.hits;
}

function pages(folder: string): ReturnType<typeof findPage>[] {
  const db = openForReading(databaseFile(folder));
  const found = [findPage(db, { query, after: null })];
  for (let next = found[0]?.next ?? null; next !== null; next = found.at(-1)?.next ?? null) found.push(findPage(db, { query, after: next }));
  db.close();
  return found;
}

const wordsOf = (store: Store, articleId: string): string => JSON.stringify(value(store.call('articles.open', { articleId }, context)).article);
const causes = (store: Store, articleId: string): string[] => value(store.call('revisions.list', { articleId, offset: 0, limit: 20 }, context)).rows.map(({ cause, note }) => [cause, note].filter((part) => part !== '').join(': '));

describe('finding in all articles', () => {
  it('reads beside the writer, newest first, and leaves the trash alone', () => {
    const { folder, store, ids } = filled();
    value(store.call('articles.trash', { articleId: ids[2] ?? '' }, context));
    const rows = pages(folder).flatMap((page) => page.rows);
    expect(rows.map(({ summary, hits }) => [summary.id, hits.length])).toEqual([[ids[0], 3]]);
    store.close();
  });
});

describe('replacing in an article of the store', () => {
  it('makes one revision, after one of what stood unkept, and says how many; the search index follows', () => {
    const { store, ids: [first = ''] } = filled();
    const opened = value(store.call('articles.open', { articleId: first }, context));
    const order = idsOf(opened.article.body);
    value(store.call('articles.save', { articleId: first, number: 1, changedBlocks: [paragraph(order.at(-1) ?? '', 'Rain on Harris.')], order, metadata: null, images: null }, context));
    const done = value(store.call('everywhere.replace', { articleId: first, hits: hitsOf(store, first), replacement: 'Hariss', isRegex: false, note: 'why' }, context));
    expect(done?.count).toBe(4);
    expect(causes(store, first)).toEqual(['replace-all: why', 'explicit-save', 'import']);
    expect(wordsOf(store, first)).not.toMatch(/harris/i);
    expect(value(store.call('articles.list', { query: 'hariss', filter: 'all', sort: 'changed', offset: 0, limit: 9 }, context)).rows.map(({ slugline }) => slugline)).toEqual(['Hariss/1']);
    // A page that has it open goes on from the number it knows.
    const answer = value(store.call('articles.save', { articleId: first, number: 2, changedBlocks: [paragraph(order.at(-1) ?? '', 'Sun.')], order, metadata: null, images: null }, context));
    expect(answer.number).toBe(2);
    expect(wordsOf(store, first)).toContain('Sun.');
    store.close();
  });
  it('changes nothing where the words are no longer where they were found', () => {
    const { store, ids: [first = ''] } = filled();
    const hits = hitsOf(store, first).map((hit) => ({ ...hit, text: `${hit.text}!` }));
    expect(value(store.call('everywhere.replace', { articleId: first, hits, replacement: 'X', isRegex: false, note: '' }, context))).toBeNull();
    expect(causes(store, first)).toEqual(['import']);
    store.close();
  });
  it('is taken back whole, or but for what was written since', () => {
    const { store, ids: [first = '', , third = ''] } = filled();
    const before = [first, third].map((id) => wordsOf(store, id));
    const [one, three] = [first, third].map((articleId) => value(store.call('everywhere.replace', { articleId, hits: hitsOf(store, articleId), replacement: 'Hariss', isRegex: false, note: '' }, context)));
    if (!one || !three) throw new Error('not replaced');
    expect(value(store.call('everywhere.takeBack', { replaced: one, note: 'back' }, context))).toEqual({ kept: 0 });
    expect(wordsOf(store, first)).toBe(before[0]);
    expect(causes(store, first)).toEqual(['restore: back', 'replace-all', 'import']);
    const order = idsOf(value(store.call('articles.open', { articleId: third }, context)).article.body);
    value(store.call('articles.save', { articleId: third, number: 1, changedBlocks: [paragraph(order.at(-1) ?? '', 'Hariss and Hariss met.')], order, metadata: null, images: null }, context));
    expect(value(store.call('everywhere.takeBack', { replaced: three, note: 'back' }, context))).toEqual({ kept: 1 });
    expect(wordsOf(store, third)).toContain('Hariss and Hariss met.');
    store.close();
  });
});
