import { describe, expect, it } from 'vitest';
import { gapAfter } from './clock-gap.ts';
import { checkArticle, gateOf } from './index.ts';
import { articleOf } from './rules/example-article.ts';

const friday = '2024-03-01T18:00:00Z';
const monday = '2024-03-04T08:00:00Z';

const look = (at: string, upSeconds: number | null = null): Parameters<typeof gapAfter>[1] => ({ at, upSeconds });
const hours = (count: number): number => count * 3600;

describe('looking at the clock', () => {
  it('doubts what lies behind a leap of more than a day, and nothing else', () => {
    expect(gapAfter(null, look(monday), null, false)).toBeNull();
    expect(gapAfter(look(friday), look('2024-03-02T17:59:00Z'), null, false)).toBeNull();
    expect(gapAfter(look(monday), look(friday), null, false)).toBeNull();
    expect(gapAfter(look(friday), look(monday), null, false)).toEqual({ from: friday, to: monday });
  });

  it('keeps a doubt until it is settled, and lets it grow', () => {
    const gap = gapAfter(look(friday), look(monday), null, false);
    expect(gapAfter(look(monday), look('2024-03-04T08:10:00Z'), gap, false)).toEqual(gap);
    expect(gapAfter(look(monday), look('2024-03-09T08:00:00Z'), gap, false)).toEqual({ from: friday, to: '2024-03-09T08:00:00Z' });
  });

  it('does not doubt a weekend that the computer slept through, and that it has counted', () => {
    expect(gapAfter(look(friday, hours(9)), look(monday, hours(9 + 62)), null, false)).toBeNull();
    // Started anew on Saturday evening: what it has counted since, less what it had counted before, has passed for sure.
    expect(gapAfter(look(friday, hours(1)), look(monday, hours(39)), null, false)).toBeNull();
    // Started anew this morning, or a clock that leapt: nothing is proven.
    expect(gapAfter(look(friday, hours(9)), look(monday, hours(1)), null, false)).toEqual({ from: friday, to: monday });
    expect(gapAfter(look(friday, hours(9)), look(monday, hours(10)), null, false)).toEqual({ from: friday, to: monday });
    expect(gapAfter(look(friday), look(monday, hours(80)), null, false)).toEqual({ from: friday, to: monday });
  });

  it('doubts a leap of minutes where Galley has run all the while, but no sleep', () => {
    expect(gapAfter(look(friday, 600), look('2024-03-01T18:07:00Z', 660), null, true)).toEqual({ from: friday, to: '2024-03-01T18:07:00Z' });
    expect(gapAfter(look(friday, 600), look('2024-03-01T18:04:00Z', 660), null, true)).toBeNull();
    expect(gapAfter(look(friday, 600), look(monday, 600 + hours(62)), null, true)).toBeNull();
    expect(gapAfter(look(friday, 600), look('2024-03-01T18:07:00Z', 660), null, false)).toBeNull();
  });
});

describe('an embargo', () => {
  const until = (instant: string): ReturnType<typeof articleOf> => articleOf({ metadata: { embargo: { until: { instant, zone: 'Asia/Kolkata', asWritten: '' }, note: '' } } });
  const clockGap = { from: friday, to: monday };
  const stops = (instant: string, now: string, gap: typeof clockGap | null): readonly string[] => gateOf(until(instant), checkArticle(until(instant), { now, clockGap: gap }), { now, clockGap: gap }).blocking.map(({ message }) => message);

  it('that ended while nobody saw the time holds until somebody says the clock is right', () => {
    expect(stops('2024-03-03T00:30:00Z', monday, clockGap)).toEqual([expect.stringMatching(/3 March 2024, 06:00 IST is over by this computer’s clock/u)]);
    expect(stops('2024-03-03T00:30:00Z', monday, null)).toEqual([]);
  });

  it('that ended before, or ends after, is held against the clock as ever', () => {
    expect(stops('2024-03-01T12:00:00Z', monday, clockGap)).toEqual([]);
    expect(stops('2024-03-04T09:00:00Z', monday, clockGap)).toEqual([expect.stringMatching(/^Under embargo until/u)]);
    expect(stops('2024-03-04T09:00:00Z', '2024-03-04T09:00:00Z', clockGap)).toEqual([]);
  });
});
