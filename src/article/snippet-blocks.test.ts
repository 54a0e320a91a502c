import { expect, it } from 'vitest';
import { snippetBlocks } from './snippet-blocks.ts';

const blocksOf = (markdown: string): unknown => {
  const blocks = snippetBlocks({ name: 'Box', short: '', markdown });
  return blocks.ok ? blocks.value.map(({ type, content }) => [type, content?.map(({ text }) => text).join('')]) : blocks.error.message;
};

it('is the blocks its Markdown says, a first-level heading among them', () => {
  expect(blocksOf('The agency was *founded* in 1947.')).toEqual([['paragraph', 'The agency was founded in 1947.']]);
  expect(blocksOf('# Where to call\n\nAsk [us](https://example.org).')).toEqual([['subhead', 'Where to call'], ['paragraph', 'Ask us.']]);
  expect(blocksOf(' \n')).toEqual([]);
});

it('says what cannot be read', () => {
  expect(blocksOf('> '.repeat(300) + 'deep')).toMatch(/Nested/u);
});
