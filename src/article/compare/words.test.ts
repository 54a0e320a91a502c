import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, longestRising } from './sequence.ts';
import { compareText } from './words.ts';

const changed = (a: string, b: string): string[] => compareText(a, b).filter(({ op }) => op !== 'same').map(({ op, text }) => `${op} ${text}`);
const word = fc.constantFrom('the', 'ferry', 'council', 'late', 'on', 'Monday', 'it’s', '4.2', '“we', 'said,”', '桥很长', 'แม่น้ำ', '👩🏽‍🚀');
const sentence = fc.array(word, { maxLength: 40 }).map((list) => list.join(' '));

describe('compareText', () => {
  it('is exact for any two texts', () => {
    fc.assert(fc.property(fc.oneof(sentence, fc.string({ unit: 'grapheme' })), fc.oneof(sentence, fc.string({ unit: 'binary' })), (a, b) => {
      const changes = compareText(a, b);
      expect(changes.filter(({ op }) => op !== 'insert').map(({ text }) => text).join('')).toBe(a);
      expect(changes.filter(({ op }) => op !== 'delete').map(({ text }) => text).join('')).toBe(b);
      expect(changes.every(({ text }) => text !== '')).toBe(true);
    }), { numRuns: 2000 });
  });

  it('never cuts a word', () => {
    const latin = fc.array(fc.constantFrom('report', 'reporter', 'reporters', 'port', 'ports', 'airport'), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(latin, latin, (a, b) => {
      for (const { text } of compareText(a.join(' '), b.join(' '))) for (const part of text.trim().split(/ +/)) expect([...a, ...b, '']).toContain(part);
    }), { numRuns: 1000 });
  });

  it('gives one deletion and one insertion for one replaced word, wherever it stands', () => {
    const text = 'The ferry operators, on the other hand, fear a lost season in the harbour.'.split(' ');
    for (const index of text.keys()) expect(changed(text.join(' '), text.with(index, 'replaced').join(' ')).map((one) => one.split(' ')[0])).toEqual(['delete', 'insert']);
  });

  it('keeps apart what is apart: two single words with one between are two changes', () => {
    expect(changed('one two three four five', 'one 2 three 4 five')).toEqual(['delete two', 'insert 2', 'delete four', 'insert 4']);
  });

  it('takes lone common words of a rewritten passage into it', () => {
    expect(changed('They sailed early and the crew slept soundly', 'We waited long and nobody else ever came')).toHaveLength(2);
  });

  it('shows a passage with too many changes as replaced whole instead of looking for ever', () => {
    const many = (start: number): string => Array.from({ length: 20_000 }, (_, index) => `w${index * 2 + start}`).join(' ');
    expect(compareText(many(0), many(1)).map(({ op }) => op)).toEqual(['delete', 'insert']);
  });
});

/** Length of a longest common subsequence, by the textbook table. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    for (const [index, y] of b.entries()) next.push(x === y ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

const numbers = fc.array(fc.nat(5), { maxLength: 25 });

describe('sequences', () => {
  it('align finds a longest common subsequence', () => {
    fc.assert(fc.property(numbers, numbers, (a, b) => {
      const matches = align(a, b, 100) ?? [];
      expect(matches).toHaveLength(commonLength(a, b));
      for (const [inA, inB] of matches) expect(a[inA]).toBe(b[inB]);
      for (const [index, [inA, inB]] of matches.slice(1).entries()) expect(inA > (matches[index]?.[0] ?? 0) && inB > (matches[index]?.[1] ?? 0)).toBe(true);
    }), { numRuns: 1000 });
  });

  it('align gives up beyond its limit', () => {
    expect(align([1, 2, 3], [4, 5, 6], 5)).toBeNull();
    expect(align([1, 2, 3], [4, 5, 6], 6)).toEqual([]);
  });

  it('longestRising keeps as many in place as can be', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 20 }), (values) => {
      const kept = [...longestRising(values)].sort((x, y) => x - y).map((index) => values[index] ?? -1);
      expect(kept).toEqual([...kept].sort((x, y) => x - y));
      expect(kept).toHaveLength(commonLength(values, values.toSorted((x, y) => x - y)));
    }), { numRuns: 500 });
  });
});
