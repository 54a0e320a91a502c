import { expect, it } from 'vitest';
import { isExplained } from './corrections.ts';

const note = (instant: string, text = 'The fare is 30 rupees.'): Parameters<typeof isExplained>[0]['corrections'][number] => ({ at: { instant, zone: 'Asia/Kolkata', asWritten: '' }, kind: 'correction', text });

it('a note explains what was changed before it, to the minute, and only where it says something', () => {
  const since = '2024-03-04T10:00:30Z';
  const cases = [[], [note('2024-03-04T09:59:59Z')], [note('2024-03-04T10:00:00Z')], [note('2024-03-05T00:00:00Z', ' ')], [note('2024-03-03T00:00:00Z'), note('2024-03-04T15:30:00+05:30')]];
  expect(cases.map((corrections) => isExplained({ corrections }, since))).toEqual([false, false, true, false, true]);
});
