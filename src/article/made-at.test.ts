import { expect, it } from 'vitest';
import { madeAt } from './made-at.ts';

it.each([
  ['018e0a5c-2f00-7000-8000-000000000001', '2024-03-04T16:46:37.312Z'],
  // Ids of other programs hold no time; read as one, it would lie thousands of years ahead.
  ['0747a1b2-58cc-4372-a567-0e02b2c3d479', '1970-01-01T00:00:00.000Z'],
  ['ffffffff-ffff-7000-8000-000000000001', '1970-01-01T00:00:00.000Z'],
])('%s was made at %s', (id, moment) => expect(madeAt(id).toISOString()).toBe(moment));
