import { expect, it } from 'vitest';
import { type Article, emptyArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { compareArticles, seamsOf } from './index.ts';

const para = (blockId: string, text: string): BodyJson => ({ type: 'paragraph', attrs: { blockId, lang: null, dir: null }, content: [{ type: 'text', text }] });
const empty = emptyArticle();
const article = (...blocks: BodyJson[]): Article => ({ ...empty, body: { ...empty.body, content: [...(empty.body.content?.slice(0, 3) ?? []), ...blocks] } });
const seams = (a: Article, b: Article): string[] => [...seamsOf(compareArticles(a, b).blocks)].map(([{ blockId }, seam]) => `${seam} ${blockId}`);

const whole = article(para('p', 'The boats left at dawn. Nobody saw them go.'), para('q', 'Later it rained.'));
const parts = article(para('p', 'The boats left at dawn.'), para('n', 'Nobody saw them go.'), para('q', 'Later it rained.'));

it('knows a split and a join', () => {
  expect(seams(whole, parts)).toEqual(['split n']);
  expect(seams(parts, whole)).toEqual(['joined n']);
});

it('takes no block for a part that is one of its own', () => {
  expect(seams(whole, article(para('p', 'The boats left at dawn.'), para('n', 'Something else.'), para('q', 'Later it rained.')))).toEqual([]);
  expect(seams(whole, article(para('p', 'The boats left at dawn.'), para('q', 'Later it rained.'), para('n', 'Nobody saw them go.')))).toEqual([]);
});
