import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BetweenKeys, type Waits } from './between-keys.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

/** Types for so long. @returns how long after the last key the work was done each time, and how long after the first that waited; milliseconds */
function typing(waits: Waits, { everyMs, forMs }: { readonly everyMs: number; readonly forMs: number }) {
  const done: { readonly sinceKey: number; readonly sinceFirst: number }[] = [];
  let keyMs = 0;
  let firstMs: number | null = null;
  const between = new BetweenKeys(() => {
    done.push({ sinceKey: performance.now() - keyMs, sinceFirst: performance.now() - (firstMs ?? Number.NaN) });
    firstMs = null;
  }, waits);
  for (const end = performance.now() + forMs; performance.now() < end; vi.advanceTimersByTime(everyMs)) {
    keyMs = performance.now();
    firstMs ??= keyMs;
    between.key();
  }
  return { between, done };
}

describe('work between keys', () => {
  it('is begun when the frame of a key is drawn and the next key is far, however fast they come, and never later than said', () => {
    for (const everyMs of [40, 60, 100, 240, 300]) {
      const { done } = typing({ latestMs: 500 }, { everyMs, forMs: 6000 });
      expect(done.length, `every ${everyMs} ms`).toBeGreaterThanOrEqual(11);
      for (const { sinceKey, sinceFirst } of done) {
        expect(sinceKey, `every ${everyMs} ms`).toBe(25);
        expect(sinceFirst, `every ${everyMs} ms`).toBeLessThanOrEqual(500);
      }
    }
  });

  it('is done also under a key that is held down and comes before any frame', () => {
    const { done } = typing({ latestMs: 500 }, { everyMs: 20, forMs: 6000 });
    expect(done.length).toBeGreaterThanOrEqual(11);
    expect(Math.max(...done.map(({ sinceFirst }) => sinceFirst))).toBeLessThanOrEqual(500);
  });

  it('waits to the last where hands type slowly, and is done once', () => {
    const { between, done } = typing({ latestMs: 500 }, { everyMs: 2000, forMs: 5000 });
    expect(done.map(({ sinceFirst }) => sinceFirst)).toEqual([500, 500, 500]);
    between.stop();
    vi.advanceTimersByTime(5000);
    expect(done).toHaveLength(3);
  });

  it('where a rest is given is done after that rest, and while there is none as late as said', () => {
    const waits = { restMs: 400, latestMs: 3000 };
    const { done } = typing(waits, { everyMs: 100, forMs: 3500 });
    expect(done).toHaveLength(1);
    expect(done[0]).toEqual({ sinceKey: 25, sinceFirst: 2825 });
    vi.advanceTimersByTime(1000);
    expect(done.slice(1).map(({ sinceKey }) => sinceKey)).toEqual([400]);
    expect(typing(waits, { everyMs: 900, forMs: 900 }).done).toEqual([{ sinceKey: 400, sinceFirst: 400 }]);
  });

  it('is not done once stopped', () => {
    const { between, done } = typing({ latestMs: 500 }, { everyMs: 60, forMs: 120 });
    between.stop();
    vi.advanceTimersByTime(5000);
    expect(done).toEqual([]);
  });
});

describe('drawing', () => {
  it('is at once before a pause, and in a rest', () => {
    const between = new BetweenKeys(() => undefined, { latestMs: 500 });
    const show = vi.fn();
    between.draw(show);
    expect(show).toHaveBeenCalledTimes(1);
    between.key();
    vi.advanceTimersByTime(240);
    between.key();
    vi.advanceTimersByTime(30);
    between.draw(show);
    expect(show).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(240);
    between.draw(show);
    expect(show).toHaveBeenCalledTimes(3);
  });

  it('waits where the next key would wait for it', () => {
    const between = new BetweenKeys(() => undefined, { latestMs: 500 });
    const show = vi.fn();
    between.key();
    vi.advanceTimersByTime(60);
    between.key();
    vi.advanceTimersByTime(30);
    between.draw(show);
    vi.advanceTimersByTime(80);
    expect(show).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(show).toHaveBeenCalledTimes(1);
  });
});
