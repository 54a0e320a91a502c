import { expect, it } from 'vitest';
import { measuresIn, quotationsIn } from './quotations.ts';

const measures = (text: string, language = 'en'): string[] => [...measuresIn(text, language)].map((at) => text.slice(0, at).split(/\s/u).at(-1) + (text[at] ?? ''));

it.each([
  ['A 5" pipe, a 6" pipe and 6\'2" of rope', ['5"', '6"', '6\'', '6\'2"']], ['A 5” pipe and a 6” pipe', ['5”', '6”']],
  ['“We have 5” and "only 5" of ‘those 5’ and 7"', ['7"']], ["(the 'Top 40') and 5'", ["5'"]],
] as const)('feet and inches of %s', (text, wanted) => {
  expect(measures(text)).toEqual(wanted);
});

it('two measures are no quotation, and a text of nothing but marks is read once', () => {
  expect(quotationsIn('A 5" pipe, a 6" pipe and 7" “of rope”', 'en').map(({ from, to }) => [from, to])).toEqual([[28, 37]]);
  expect(quotationsIn('5"a“'.repeat(60_000), 'en')).toHaveLength(1);
});
