import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { findInArticle, replaceHits } from './index.ts';
import { takeBack } from './take-back.ts';

function replaced(article: Article, text: string, by: string): Article {
  const found = findInArticle(article, { text, matchCase: false, wholeWord: false, matchAccents: false, isRegex: false });
  return replaceHits(article, found.ok ? found.hits : [], by, false);
}

describe('a replacement taken back', () => {
  it('gives the article before, where nothing was done since; untouched blocks stay the same objects', () => {
    fc.assert(
      fc.property(articleArbitrary, fc.constantFrom('e', 'a', '.'), (before, text) => {
        const after = replaced(before, text, 'two words');
        expect(takeBack(after, { before, after })).toEqual({ article: before, kept: 0 });
        expect(takeBack(before, { before, after }).article.body.content?.every((block, index) => block === before.body.content?.[index])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
  it('leaves what was written since, and says how much of it there is', () => {
    const [base] = fc.sample(articleArbitrary, 1);
    if (!base) throw new Error('no article');
    const paragraph = (blockId: string, text: string): BodyJson => ({ type: 'paragraph', attrs: { blockId, lang: null, dir: null }, content: [{ type: 'text', text }] });
    const withBody = (...blocks: BodyJson[]): Article => ({ ...base, metadata: { ...base.metadata, slugline: 'HARRIS' }, body: { type: 'doc', content: [...(base.body.content ?? []).slice(0, 3), ...blocks] } });
    const before = withBody(paragraph('x1', 'Harris came.'), paragraph('x2', 'Harris left.'), paragraph('x3', 'Harris spoke.'));
    const after = replaced(before, 'Harris', 'Hariss');
    const now = { ...after, body: { ...after.body, content: [...(after.body.content ?? []).filter(({ attrs }) => attrs?.['blockId'] !== 'x3' && attrs?.['blockId'] !== 'x2'), paragraph('x2', 'Hariss left at noon.'), paragraph('x4', 'Hariss is new here.')] } };
    const { article, kept } = takeBack(now, { before, after });
    expect(article.body.content?.slice(3)).toEqual([paragraph('x1', 'Harris came.'), paragraph('x2', 'Hariss left at noon.'), paragraph('x4', 'Hariss is new here.')]);
    expect(article.metadata.slugline).toBe('HARRIS');
    expect(kept).toBe(1);
  });
});
