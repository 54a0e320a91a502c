import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { ListRequest } from '../../src/ipc/contract.ts';
import { createArticle } from '../../src/main/storage/articles.ts';
import { openWritable } from '../../src/main/storage/open-database.ts';
import { originOf } from '../../src/main/storage/origins.ts';
import { databaseFile, type Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = newFolder();
  store = openFolder(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (article: Article): string => value(store.call('articles.create', { article, cause: 'import' }, context)).article.id;
const list = (request: Partial<ListRequest>) => value(store.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 50, ...request }, context));
const found = (query: string): string[] => list({ query }).rows.map(({ headline }) => headline);

test('words are found whole, by their beginning where they come last, without diacritics, in Hindi, Chinese and Thai', () => {
  add(articleWith('French', ['The café’s owner spoke of a naïve plan.']));
  add(articleWith('Hindi', ['मुंबई में भारी बारिश के बाद रेल सेवा बंद रही।']));
  add(articleWith('Chinese', ['北京大学的学生昨天参观了博物馆。']));
  add(articleWith('Thai', ['รัฐบาลไทยประกาศนโยบายใหม่เมื่อวานนี้']));
  add(articleWith('Turkish', ['İstanbul’da vapur seferleri durdu.']));
  expect(found('cafe')).toEqual(['French']);
  expect(found('NAÏVE pl')).toEqual(['French']);
  expect(found('ners')).toEqual([]);
  expect(found('own')).toEqual(['French']);
  expect(found('own spoke')).toEqual([]);
  expect(found('बारिश')).toEqual(['Hindi']);
  expect(found('मुंबई रेल')).toEqual(['Hindi']);
  // The vowel signs are part of the word: without them it is another one.
  expect(found('बरश')).toEqual([]);
  expect(found('博物馆')).toEqual(['Chinese']);
  expect(found('学生')).toEqual(['Chinese']);
  expect(found('นโยบาย')).toEqual(['Thai']);
  expect(found('istanbul')).toEqual(['Turkish']);
});

test('every field is searched, and the words of one query may stand in different ones', () => {
  const article = articleWith('Ferries stop', ['The harbour was closed.'], 'FERRY-STRIKE');
  const [headline, standfirst, byline, ...body] = article.body.content ?? [];
  if (!headline || !standfirst || !byline) throw new Error('no fields');
  const contributor = { name: 'Meera Iyer', role: 'reported-by', affiliation: '', location: 'Kochi', email: '', url: '' };
  const image = { type: 'image', attrs: { blockId: 'img-1', imageId: null, alt: 'An empty jetty', credit: 'Salim' }, content: [{ type: 'text', text: 'Boats at rest' }] };
  const whole = {
    ...article,
    metadata: { ...article.metadata, tags: ['transport'] },
    body: { type: 'doc', content: [headline, { ...standfirst, content: [{ type: 'text', text: 'Commuters stranded' }] }, { ...byline, attrs: { ...byline.attrs, contributors: [contributor] } }, ...body, image] },
  };
  add(whole);
  add(articleWith('Something else', ['Nothing of it.']));
  for (const query of ['ferries', 'stranded', 'iyer', 'kochi', 'harbour', 'rest', 'jetty', 'salim', 'strike', 'transport', 'iyer harbour ferr']) expect([query, found(query)]).toEqual([query, ['Ferries stop']]);
});

test('a query of signs and operators is a query of words, never an error', () => {
  add(articleWith('Plain', ['AND OR NOT near headline']));
  for (const query of ['"', '*', 'headline:near', 'NEAR(a b)', 'a AND', '-', "'; DROP TABLE articles; --", '(', '^plain', '\u0000', '“', 'AND']) expect(Array.isArray(found(query))).toBe(true);
  expect(found('and or')).toEqual(['Plain']);
  expect(found('***')).toEqual([]);
  expect(found('   ')).toEqual(['Plain']);
});

test('what a save changed is what a search finds', () => {
  const article = articleWith('Ferries', ['The harbour was closed.']);
  add(article);
  const order = idsOf(article.body);
  value(store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: [paragraph(order[3] ?? '', 'The airport was closed.')], order, metadata: null, images: null }, context));
  expect(found('harbour')).toEqual([]);
  expect(found('airport')).toEqual(['Ferries']);
  value(store.call('articles.trash', { articleId: article.id }, context));
  expect(found('airport')).toEqual([]);
  expect(list({ query: 'airport', filter: 'trash' }).total).toBe(1);
});

test('10,000 articles: pages, orders, counts and searches agree', () => {
  const topics = ['ferry', 'market', 'school', 'storm', 'budget'];
  store.close();
  const db = openWritable(databaseFile(folder));
  db.transaction(() => {
    const origin = originOf(db, context);
    for (let index = 0; index < 10_000; index += 1) {
      const article = articleWith(`Story ${String(index).padStart(5, '0')}`, [`About the ${topics[index % 5]} in ward${index % 97}.`], `slug-${String(9999 - index).padStart(5, '0')}`);
      createArticle(db, article, { nowMs: index, origin, authorName: context.author.name });
    }
  })();
  db.close();
  store = openFolder(folder);
  expect(list({}).counts).toMatchObject({ all: 10_000, mine: 10_000, draft: 10_000, trash: 0 });
  const storm = list({ query: 'storm', limit: 5 });
  expect(storm.total).toBe(2000);
  expect(storm.rows.map(({ headline }) => headline)).toEqual(['Story 09998', 'Story 09993', 'Story 09988', 'Story 09983', 'Story 09978']);
  expect(list({ query: 'budget ward42' }).rows.every(({ headline }) => Number(headline.slice(6)) % 97 === 42 && Number(headline.slice(6)) % 5 === 4)).toBe(true);
  expect(list({ sort: 'slugline', limit: 2 }).rows.map(({ headline }) => headline)).toEqual(['Story 09999', 'Story 09998']);
  expect(list({ sort: 'headline', offset: 5000, limit: 1 }).rows[0]?.headline).toBe('Story 05000');
  expect(list({ sort: 'changed', offset: 9_999, limit: 10 }).rows.map(({ headline }) => headline)).toEqual(['Story 00000']);
  const started = performance.now();
  for (const query of ['', 'st', 'storm', 'budget ward42']) list({ query });
  console.info(`four lists of 10,000 articles: ${(performance.now() - started).toFixed(0)} ms`);
});
