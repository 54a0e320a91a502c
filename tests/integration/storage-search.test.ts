import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
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
const list = (request: Partial<ListRequest>) => value(store.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 50, ...request }, context)).rows;
const total = (request: Partial<ListRequest>) => value(store.call('articles.total', { query: '', filter: 'all', ...request }, context));
const found = (query: string): string[] => list({ query }).map(({ headline }) => headline);

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
  for (const query of ['"', '*', 'headline:near', 'NEAR(a b)', 'a AND', '-', "'; DROP TABLE articles; --", '(', '^plain', '\u0000', '“', 'AND', '3.5', 'can’t', 'a😀b', 'a\u{1e900}b', 'a\u0378b']) expect(Array.isArray(found(query))).toBe(true);
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
  expect(list({ query: 'airport', filter: 'trash' })).toHaveLength(1);
  expect([total({ query: 'airport' }), total({ query: 'airport', filter: 'trash' })]).toEqual([0, 1]);
});

test('1,000 articles: pages, orders, counts and searches agree', () => {
  const topics = ['ferry', 'market', 'school', 'storm', 'budget'];
  store.close();
  const db = openWritable(databaseFile(folder));
  db.transaction(() => {
    const origin = originOf(db, context);
    for (let index = 0; index < 1_000; index += 1) {
      const article = articleWith(`Story ${String(index).padStart(5, '0')}`, [`About the ${topics[index % 5]} in ward${index % 97}.`], `slug-${String(999 - index).padStart(5, '0')}`);
      createArticle(db, article, { nowMs: index, origin, authorName: context.author.name });
    }
  })();
  db.close();
  store = openFolder(folder);
  expect(value(store.call('articles.counts', null, context))).toMatchObject({ all: 1_000, mine: 1_000, draft: 1_000, trash: 0 });
  const storm = list({ query: 'storm', limit: 5 });
  expect(total({ query: 'storm' })).toBe(200);
  expect(storm.map(({ headline }) => headline)).toEqual(['Story 00998', 'Story 00993', 'Story 00988', 'Story 00983', 'Story 00978']);
  expect(list({ query: 'budget ward42' }).every(({ headline }) => Number(headline.slice(6)) % 97 === 42 && Number(headline.slice(6)) % 5 === 4)).toBe(true);
  expect(list({ sort: 'slugline', limit: 2 }).map(({ headline }) => headline)).toEqual(['Story 00999', 'Story 00998']);
  expect(list({ sort: 'headline', offset: 500, limit: 1 })[0]?.headline).toBe('Story 00500');
  expect(list({ sort: 'changed', offset: 999, limit: 10 }).map(({ headline }) => headline)).toEqual(['Story 00000']);
});

test('a word that signs cut is found whole and by its beginning', () => {
  add(articleWith('Signs', ['She can’t pay 3.5 million to A&E, e-mail sources say.']));
  for (const query of ['can’t', 'can’t pa', '3.5', 'e-mail', 'A&E']) expect([query, found(query)]).toEqual([query, ['Signs']]);
});

test('what was changed last is found first, also after older ones were edited', () => {
  const articles = [1, 2, 3].map((number) => articleWith(`Storm ${number}`, ['Rain.']));
  for (const article of articles) add(article);
  expect(found('storm')).toEqual(['Storm 3', 'Storm 2', 'Storm 1']);
  const [first] = articles;
  const order = first ? idsOf(first.body) : [];
  value(store.call('articles.save', { articleId: first?.id ?? '', number: 1, changedBlocks: [paragraph(order[3] ?? '', 'Heavy rain.')], order, metadata: null, images: null }, context));
  expect(found('storm')).toEqual(['Storm 1', 'Storm 3', 'Storm 2']);
  expect(list({ query: 'rain', offset: 1, limit: 1 }).map(({ headline }) => headline)).toEqual(['Storm 3']);
});

test('a store of version 1 is searched as before it was upgraded', () => {
  store.close();
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  copyFileSync(new URL('../fixtures/store-1/galley.db', import.meta.url), databaseFile(folder));
  store = openFolder(folder);
  expect([found('cafes'), found('बारिश'), found('北京'), found('รัฐบาล')]).toEqual([['Ferries stop'], ['Hindi'], ['Chinese'], ['Thai']]);
  expect(found('old news')).toEqual([]);
  expect(list({ query: 'old news', filter: 'trash' })).toHaveLength(1);
});
