import { expect, it } from 'vitest';
import { type Article, emptyArticle } from '../../article/article.ts';
import { compareWithContext, StagedComparison } from '../../article/compare/index.ts';
import { type ComparisonSoFar, withWords } from './comparison-so-far.ts';

const empty = emptyArticle();
const article = (...texts: readonly string[]): Article => ({
  ...empty,
  body: { ...empty.body, content: [...(empty.body.content?.slice(0, 3) ?? []), ...texts.map((text, index) => ({ type: 'paragraph', attrs: { blockId: `p${index}`, lang: null, dir: null }, content: [{ type: 'text', text }] }))] },
});
const [before, after] = [article('The vote was close.', 'Nobody spoke.', 'It came at noon.'), article('The vote was very close.', 'Nobody spoke.', 'It came at midnight.')];

it('puts words into their rows as they come, and in the end has what one comparison gives', () => {
  const staged = new StagedComparison(before, after);
  let soFar: ComparisonSoFar = { found: staged.found(), pending: new Set(staged.pending()) };
  const words = (): string[][] => soFar.found.comparison.blocks.map(({ text }) => text.filter(({ op }) => op !== 'same').map((run) => run.text));
  expect(words()).toEqual([['The vote was close.', 'The vote was very close.'], ['It came at noon.', 'It came at midnight.']]);
  const [first, second] = [staged.step(), staged.step()];
  if (!first || !second) throw new Error('two blocks changed');
  // In whatever order they come.
  soFar = withWords(soFar, [second]);
  expect(words()).toEqual([['The vote was close.', 'The vote was very close.'], ['noon', 'midnight']]);
  expect([...soFar.pending]).toEqual([first.at]);
  soFar = withWords(soFar, [first]);
  expect(soFar.found).toEqual(compareWithContext(before, after));
  expect(soFar.pending.size).toBe(0);
});
