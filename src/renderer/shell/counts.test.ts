import { describe, expect, it } from 'vitest';
import { type Article, emptyArticle } from '../../article/article.ts';
import { countsOf } from './counts.ts';

function withBody(...texts: string[]): Article {
  const article = emptyArticle();
  const [headline, standfirst, byline] = article.body.content ?? [];
  if (!headline || !standfirst || !byline) throw new Error('an empty article has three fields');
  const paragraphs = texts.map((text, index) => ({ type: 'paragraph', attrs: { blockId: `p${index}`, lang: null, dir: null }, content: [{ type: 'text', text }] }));
  return { ...article, body: { type: 'doc', content: [{ ...headline, content: [{ type: 'text', text: 'Four words TK here' }] }, standfirst, byline, ...paragraphs] } };
}

describe('the counts at the foot of the window', () => {
  it('counts the body, not the headline', () => {
    expect(countsOf(withBody('One two three.', 'Four.'), 8)).toEqual({ words: 4, characters: 19, lines: 3, minutes: 1 });
  });
  it('says nothing of time where there is nothing to read', () => {
    expect(countsOf(emptyArticle(), 34)).toEqual({ words: 0, characters: 0, lines: 0, minutes: 0 });
  });
});
