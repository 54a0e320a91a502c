import { describe, expect, it } from 'vitest';
import { brief, moment, zoneName } from './times.ts';

const noon = Date.parse('2024-07-01T12:00:00Z');

describe('times as the window shows them', () => {
  it('names a zone as its own people do, and by offset where it has no name', () => {
    expect(zoneName(noon, 'Asia/Kolkata')).toBe('IST');
    expect(zoneName(noon, 'Europe/London')).toBe('BST');
    expect(zoneName(noon, 'America/New_York')).toBe('EDT');
    expect(zoneName(noon, 'Etc/GMT-4')).toBe('GMT+4');
  });
  it('shows day, clock and zone', () => {
    expect(moment(noon, 'Asia/Kolkata')).toBe('1 July 2024, 17:30 IST');
  });
  it('is brief by how long ago it was', () => {
    expect(brief(noon, 'Etc/UTC', noon + 1000)).toBe('12:00');
    expect(brief(noon, 'Etc/UTC', noon + 86_400_000 * 3)).toBe('1 Jul');
    expect(brief(noon, 'Etc/UTC', noon + 86_400_000 * 300)).toBe('1 Jul 2024');
  });
});
