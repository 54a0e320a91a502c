import { expect, it } from 'vitest';
import { creditAtEnd } from './figure-credit.ts';

it.each([
  ['The pier. Photograph: Jane Doe and John Roe/Agency', 'The pier.', 'Jane Doe and John Roe/Agency'],
  ['The pier (Jane Doe and John Roe/Agency)', 'The pier', 'Jane Doe and John Roe/Agency'],
  ['The pier. (Jane Doe, Bo Kerr & John Roe / The Paper)', 'The pier.', 'Jane Doe, Bo Kerr & John Roe / The Paper'],
  ['Le quai. (Jane van der Doe et John Roe/AFP)', 'Le quai.', 'Jane van der Doe et John Roe/AFP'],
  ['The pier. (Jane Doe for The Paper)', 'The pier.', 'Jane Doe for The Paper'],
  ['“The pier.” Jane Doe and John Roe/Agency', '“The pier.”', 'Jane Doe and John Roe/Agency'],
  ['The pier. Composite: Jane Doe/Agency; John Roe/Agency', 'The pier.', 'Jane Doe/Agency; John Roe/Agency'],
])('%s', (caption, rest, credit) => {
  const found = creditAtEnd(caption);
  expect([caption.slice(0, found?.start).trim(), found?.credit]).toEqual([rest, credit]);
});

it.each(['The pier (north/south arm)', 'The stage (Ana Lima for President)', 'It ended 3-2. Brazil and Peru/Chile played next.', 'Jane Doe and John Roe/Agency', 'The stage (Ana Lima for the first time)'])('no credit: %s', (caption) => {
  expect(creditAtEnd(caption)).toBeNull();
});

it('a caption made to keep a reader busy is read at once', () => {
  // Without an end: each name could be the first of many.
  expect(creditAtEnd(`The pier. ${'Ana Lima and Bo Kerr, '.repeat(80)}x`)).toBeNull();
  expect(creditAtEnd(`(${'Aa '.repeat(33)})`)).toBeNull();
});
