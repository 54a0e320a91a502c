import { expect, test } from 'vitest';
import { lineCount, linesOf } from './lines.ts';

test.each([
  ['', 0], ['   ', 0], ['one', 1],
  // 10 characters to a line: "one two" and "three", as no word is cut in two.
  ['one two three', 2], ['one two thr', 2], ['one two xx', 1],
  ['a\nb', 2], ['twelve-chars', 2], ['事実を確かめてから書くことにしている', 2], ['👩 👩 👩 👩 👩 👩', 2],
])('%j is %i lines', (text, lines) => {
  expect(linesOf(text, 10)).toBe(lines);
});

test('each paragraph begins a line, in a list as well', () => {
  const paragraph = (text: string, blockId: string): object => ({ type: 'paragraph', attrs: { blockId, lang: null, dir: null }, content: [{ type: 'text', text }] });
  const list = { type: 'bulletList', attrs: { blockId: 'l' }, content: ['one', 'two'].map((text, index) => ({ type: 'listItem', attrs: { blockId: `i${index}` }, content: [paragraph(text, `p${index}`)] })) };
  expect(lineCount(list as never, 30)).toBe(2);
  expect(lineCount(list as never, 2)).toBe(4);
});
