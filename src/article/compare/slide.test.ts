import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextChange } from './comparison.ts';
import { slid } from './slide.ts';
import { compareText } from './words.ts';

const shown = (a: string, b: string): string => compareText(a, b).map(({ op, text }) => ({ same: text, insert: `[+${text}]`, delete: `[-${text}]` })[op]).join('');

it.each([
  ['The tests failed.', 'The tests failed. It came at midnight, said the mayor.', 'The tests failed.[+ It came at midnight, said the mayor.]'],
  ['One. Two. Three.', 'One. Three.', 'One.[- Two.] Three.'],
  ['One. He left. He slept.', 'One. He slept.', 'One.[- He left.] He slept.'],
  ['a red car', 'a red, red car', 'a [+red, ]red car'],
  ['the boats and the ferries', 'the boats and the trams and the ferries', 'the boats and the [+trams and the ]ferries'],
  ['He said “no.” She left.', 'He said “no.” He said “yes.” She left.', 'He said “no.”[+ He said “yes.”] She left.'],
])('shows a passage where a reader would put it: %s → %s', (a, b, expected) => {
  expect(shown(a, b)).toBe(expected);
  expect(shown(b, a)).toBe(expected.replaceAll('[+', '[~').replaceAll('[-', '[+').replaceAll('[~', '[-'));
});

const parts = (text: string): string[] => text.match(/\p{L}+|[^\p{L}]/gu) ?? [];
const inserted = (before: string, text: string, after: string): TextChange[] => [{ op: 'same', text: before }, { op: 'insert', text }, { op: 'same', text: after }];

it.each([
  ['to the right, behind the end of a sentence', ['He left', '. She came', '. Then'], ['He left.', ' She came.', ' Then']],
  ['to the head of a line rather than into it', ['It rained.\nbig ', 'dark big ', 'clouds'], ['It rained.\n', 'big dark ', 'big clouds']],
  ['not where it is too long to be read word by word', ['He left', `. ${'She came '.repeat(600)}`, '. Then'], ['He left', `. ${'She came '.repeat(600)}`, '. Then']],
] as const)('moves a passage %s', (_where, [before, text, after], expected) => {
  expect(slid(inserted(before, text, after), parts)).toEqual(inserted(expected[0], expected[1], expected[2]));
});

it('keeps both texts whatever they are', () => {
  const text = fc.array(fc.constantFrom('He', 'left', '. ', ' ', ', ', '“', '”', 'no', '。', '\n'), { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, text, (a, b) => {
    const changes = compareText(a, b);
    const without = (op: string): string => changes.filter((change) => change.op !== op).map((change) => change.text).join('');
    expect([without('insert'), without('delete')]).toEqual([a, b]);
    expect(changes.every(({ text: one }, index) => one !== '' && (index === 0 || changes[index - 1]?.op !== changes[index]?.op))).toBe(true);
  }), { numRuns: 3_000 });
});
