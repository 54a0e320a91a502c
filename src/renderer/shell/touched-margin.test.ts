import { expect, it } from 'vitest';
import type { BlockTouch } from '../../ipc/contract.ts';
import { marginOf } from './touched-margin.ts';

const touch = (blockId: string, name: string, instant: string, zone = 'Asia/Kolkata'): BlockTouch => ({ blockId, author: { id: name, name }, time: { instant, zone, asWritten: '' }, revision: 1 });
const now = Date.parse('2026-03-02T09:00:00Z');

it('names a run of blocks once, and again where the person or the moment is another', () => {
  const margin = marginOf([
    touch('a', 'Asha Rao', '2026-03-02T04:30:00Z'),
    touch('b', 'Asha Rao', '2026-03-02T04:30:00Z'),
    touch('c', 'Daniel Okafor', '2026-02-27T13:02:00Z', 'Africa/Lagos'),
    { ...touch('d', 'Asha Rao', '2025-12-31T20:00:00Z'), revision: null },
  ], now);
  expect([...margin.values()].map(({ label }) => label)).toEqual(['Asha Rao\n10:00 IST', '', 'Daniel Okafor\n27 Feb, 14:02 WAT', 'Asha Rao\n1 Jan, 01:30 IST']);
  expect([...margin.values()].map(({ hue }) => hue)).toEqual([0, 0, 1, 0]);
  expect(margin.get('b')?.description).toBe('Last changed by Asha Rao, 2 March 2026, 10:00 IST, in revision 1');
  expect(margin.get('d')?.description).toBe('Last changed by Asha Rao, 1 January 2026, 01:30 IST, after the last revision');
});

it('has a colour for every person, and begins again where there are more than colours', () => {
  const people = Array.from({ length: 8 }, (_, index) => touch(`b${index}`, `Person ${index}`, '2026-03-02T04:30:00Z'));
  expect([...marginOf(people, now).values()].map(({ hue }) => hue)).toEqual([0, 1, 2, 3, 4, 5, 0, 1]);
});
