import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { compareArticles, restoreRun } from './index.ts';

const empty = emptyArticle();
const article = (...content: BodyJson[]): Article => ({ ...empty, body: { ...empty.body, content: [...(empty.body.content?.slice(0, 3) ?? []), { type: 'paragraph', attrs: { blockId: 'p', lang: null, dir: null }, ...(content.length > 0 ? { content } : {}) }] } });
const text = (given: Article): string => (given.body.content?.[3]?.content ?? []).map((node) => node.text ?? '|').join('');

it('takes back one of two changes, its marks with it', () => {
  const before = article({ type: 'text', text: 'The ' }, { type: 'text', marks: [{ type: 'bold' }], text: 'old' }, { type: 'text', text: ' bridge will open in spring' });
  const after = article({ type: 'text', text: 'The new bridge will open in autumn' });
  const [change] = compareArticles(before, after).blocks;
  if (!change) throw new Error('they differ');
  const first = restoreRun(after, change, 1);
  expect(text(first)).toBe('The old bridge will open in autumn');
  expect(first.body.content?.[3]?.content?.[1]?.marks).toEqual([{ type: 'bold' }]);
  expect(text(restoreRun(after, change, change.text.findLastIndex(({ op }) => op === 'delete')))).toBe('The new bridge will open in spring');
});

it('changes nothing where the block reads differently by now', () => {
  const [before, after, later] = ['one two', 'one 2', 'one 2 three'].map((value) => article({ type: 'text', text: value }));
  if (!before || !after || !later) throw new Error('three articles');
  const [change] = compareArticles(before, after).blocks;
  expect(change && restoreRun(later, change, 1)).toEqual(later);
});

it('all changes of a block taken back, the last first, give the old text', () => {
  const words = fc.array(fc.constantFrom('the', 'ferry', 'late', 'council', '桥', 'it’s', '4.2'), { minLength: 1, maxLength: 20 }).map((list) => list.join(' '));
  fc.assert(fc.property(words, words, (one, other) => {
    const before = article({ type: 'text', text: one });
    let current = article({ type: 'text', text: other });
    for (let round = 0; round < 50; round += 1) {
      const [change] = compareArticles(before, current).blocks;
      if (!change) break;
      const last = change.text.findLastIndex(({ op }, index) => op !== 'same' && change.text[index - 1]?.op !== 'delete');
      current = restoreRun(current, change, last);
      expect(parseArticle(current)).toMatchObject({ ok: true });
    }
    expect(text(current)).toBe(one);
  }), { numRuns: 300 });
});
