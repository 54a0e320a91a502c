import { describe, expect, it } from 'vitest';
import { draftOf, timeOf } from './time-draft.ts';

describe('a time in three inputs', () => {
  it('shows the clock of its own zone and reads the same instant back', () => {
    const time = { instant: '2024-03-03T12:35:00Z', zone: 'Asia/Kolkata', asWritten: '18:05 IST' };
    expect(draftOf(time, 'Europe/London')).toEqual({ date: '2024-03-03', clock: '18:05', zone: 'Asia/Kolkata' });
    expect(timeOf(draftOf(time, ''))).toEqual({ ...time, asWritten: '' });
  });
  it('keeps seconds', () => {
    const time = { instant: '2024-07-01T00:00:07Z', zone: 'Etc/UTC', asWritten: '' };
    expect(timeOf(draftOf(time, ''))).toEqual(time);
  });
  it('takes a bare offset as zone', () => {
    expect(timeOf({ date: '2024-01-02', clock: '05:30', zone: '+05:30' })?.instant).toBe('2024-01-02T00:00:00Z');
  });
  it('gives nothing without a clock time, a date or a known zone', () => {
    expect(timeOf({ date: '2024-01-02', clock: '', zone: 'Etc/UTC' })).toBeNull();
    expect(timeOf({ date: '', clock: '10:00', zone: 'Etc/UTC' })).toBeNull();
    expect(timeOf({ date: '2024-01-02', clock: '10:00', zone: 'Nowhere/Town' })).toBeNull();
  });
  it('moves a skipped clock time forward', () => {
    expect(timeOf({ date: '2024-03-31', clock: '01:30', zone: 'Europe/London' })?.instant).toBe('2024-03-31T01:30:00Z');
  });
});
