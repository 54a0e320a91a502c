import { describe, expect, it } from 'vitest';
import { valueText } from './value-text.ts';

describe('a value in words', () => {
  it('shows a time with its zone, alone and inside an embargo', () => {
    const time = { instant: '2024-03-04T00:30:00Z', zone: 'Europe/London', asWritten: '' };
    expect(valueText(time)).toBe('4 March 2024, 00:30 GMT');
    expect(valueText({ until: time, note: 'Ministry' })).toBe('4 March 2024, 00:30 GMT, Ministry');
    expect(valueText({ until: 'indefinite', note: '' })).toBe('until further notice');
  });
  it('names emptiness and joins lists', () => {
    expect(valueText(null)).toBe('none');
    expect(valueText([])).toBe('none');
    expect(valueText(['rain', 'rail'])).toBe('rain; rail');
    expect(valueText([[300, 250], [320, 50]])).toBe('300 × 250; 320 × 50');
    expect(valueText([{ name: 'Ann Example', role: 'reported-by', email: '' }])).toBe('Ann Example, reported-by');
  });
});
