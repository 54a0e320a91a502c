import { describe, expect, it } from 'vitest';
import { readReserve, readSizes, writeSizes } from './ad-sizes.ts';

describe('ad sizes', () => {
  it('reads what people write and writes it back', () => {
    expect(readSizes('300x250; 320 × 50,')).toEqual([[300, 250], [320, 50]]);
    expect(readSizes('')).toEqual([]);
    expect(writeSizes([[300, 250], [320, 50]])).toBe('300×250, 320×50');
  });
  it('refuses what is no size', () => {
    for (const text of ['300', 'fluid', '0x50', '300x250x2']) expect(readSizes(text)).toBeNull();
  });
  it('reads a reserved height', () => {
    expect([readReserve(''), readReserve('250 px'), readReserve('0'), readReserve('-4')]).toEqual([null, 250, undefined, undefined]);
  });
});
