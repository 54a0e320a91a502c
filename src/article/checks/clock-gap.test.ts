import { describe, expect, it } from 'vitest';
import { gapAfter } from './clock-gap.ts';
import { checkArticle, gateOf } from './index.ts';
import { articleOf } from './rules/example-article.ts';

const friday = '2024-03-01T18:00:00Z';
const monday = '2024-03-04T08:00:00Z';

describe('looking at the clock', () => {
  it('doubts what lies behind a leap of more than a day, and nothing else', () => {
    expect(gapAfter('', monday, null)).toBeNull();
    expect(gapAfter(friday, '2024-03-02T17:59:00Z', null)).toBeNull();
    expect(gapAfter(monday, friday, null)).toBeNull();
    expect(gapAfter(friday, monday, null)).toEqual({ from: friday, to: monday });
  });

  it('keeps a doubt until it is settled, and lets it grow', () => {
    const gap = gapAfter(friday, monday, null);
    expect(gapAfter(monday, '2024-03-04T08:10:00Z', gap)).toEqual(gap);
    expect(gapAfter(monday, '2024-03-09T08:00:00Z', gap)).toEqual({ from: friday, to: '2024-03-09T08:00:00Z' });
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
