import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { offsetAt, steadyOffset } from './zone.ts';

const hour = 3600e3;
const zones = [...Intl.supportedValuesOf('timeZone'), 'Etc/UTC', '+05:30', '-03:00', 'Nowhere/None'];
const asked = (zone: string, instant: number): number | null => offsetAt(zone, Temporal.Instant.fromEpochMilliseconds(instant));

test('an offset that is kept is the zone’s own, whenever it is asked for', () => {
  const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 4 }), (zone, instant, hours) => {
      for (const away of hours) expect([zone, steadyOffset(zone, instant + away * hour)]).toEqual([zone, asked(zone, instant + away * hour)]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['Europe/London', Date.UTC(2026, 2, 29, 1)],
  ['America/New_York', Date.UTC(2026, 10, 1, 6)],
  ['Africa/Casablanca', Date.UTC(2026, 1, 15, 2)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
  ['America/Noronha', Date.UTC(2000, 9, 8, 2)],
])('hour by hour around the change of clocks in %s', (zone, change) => {
  const hours = Array.from({ length: 240 }, (_, index) => change + (index - 120) * hour);
  const offsets = hours.map((instant) => steadyOffset(zone, instant));
  expect(offsets).toEqual(hours.map((instant) => asked(zone, instant)));
  expect(new Set(offsets).size).toBe(2);
});
