import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOfTime, dayOfTime, displayTime, offsetTime, readTimePhrase, timeAt, timeOfClock } from './time.ts';

const order = (zone: string) => ({ zone, newsroomZone: '', machineZone: '' });
const read = (phrase: string, zone = 'Asia/Kolkata') => readTimePhrase(phrase, order(zone));
const instant = (phrase: string, zone?: string): string | null => read(phrase, zone).time?.instant ?? null;

describe('reading times', () => {
  it.each([
    ['March 3rd, 2024 at 18:05 IST', '2024-03-03T12:35:00Z'],
    ['3 Mar 2024, 6.05 pm', '2024-03-03T12:35:00Z'],
    ['3 Mar 2024, 6:05pm IST', '2024-03-03T12:35:00Z'],
    ['Sunday 3 March 2024 18:05 GMT', '2024-03-03T18:05:00Z'],
    ['2024-03-04 06:00 Asia/Kolkata', '2024-03-04T00:30:00Z'],
    ['2024-03-04T06:00:00+05:30', '2024-03-04T00:30:00Z'],
    ['2024-03-04T06:00:00Z', '2024-03-04T06:00:00Z'],
    ['2024-03-04T06:00:07.250Z', '2024-03-04T06:00:07Z'],
    ['Mar. 3, 2024 6:05 p.m. EST', '2024-03-03T23:05:00Z'],
    ['March 12, 2024, 6:05 p.m. ET', '2024-03-12T22:05:00Z'],
    ['3rd of March 2024 at 12:15 a.m. IST', '2024-03-02T18:45:00Z'],
    ['3-Mar-2024 | 18:05 IST', '2024-03-03T12:35:00Z'],
    ['13/04/2024 18:05 IST', '2024-04-13T12:35:00Z'],
    ['04/13/2024 18:05 IST', '2024-04-13T12:35:00Z'],
    ['1 Sept 2024 0905 hrs IST', '2024-09-01T03:35:00Z'],
    ['12 noon, 1 May 2024 IST', '2024-05-01T06:30:00Z'],
    ['18:05 IST, March 3, 2024', '2024-03-03T12:35:00Z'],
    ['3 March 2024 18:05 (UTC+2)', '2024-03-03T16:05:00Z'],
    ['3 March 2024 18:05 GMT+5:30', '2024-03-03T12:35:00Z'],
    ['March 3, 2024 6 PM CET', '2024-03-03T17:00:00Z'],
    ['MARCH 3 2024 18:05 ist', '2024-03-03T12:35:00Z'],
    ['March 3 , 2024 06:05 PM IST', '2024-03-03T12:35:00Z'],
    ['Sunday, 3 March, 2024 at 6:05 PM IST', '2024-03-03T12:35:00Z'],
    ['12:00 noon, Friday 3 May 2024 IST', '2024-05-03T06:30:00Z'],
    ['0001 GMT, 5 September 2024', '2024-09-05T00:01:00Z'],
    ['1805 IST on 3 March 2024', '2024-03-03T12:35:00Z'],
    ['3 March 2024, 18:05 Indian Standard Time', '2024-03-03T12:35:00Z'],
    ['July 3, 2024 6:05 p.m. Eastern Daylight Time', '2024-07-03T22:05:00Z'],
    ['3 July 2024, 18:05 Central European Summer Time', '2024-07-03T16:05:00Z'],
  ])('%s', (phrase, expected) => expect(instant(phrase)).toBe(expected));

  it.each([
    ['03/04/2024 18:05 IST', 'ambiguous-date'],
    ['3 March 2024', 'no-clock'],
    ['March 3 at 18:05', 'no-year'],
    ['31 February 2024 10:00 IST', 'not-a-time'],
    ['3 March 2024 25:10 IST', 'not-a-time'],
    ['3 March 2024 18:05 in the town hall', 'not-a-time'],
    ['3 March 2024 18:05 XQZ', 'unknown-zone'],
    ['midnight on 3 March 2024 IST', 'not-a-time'],
    ['3 March 2024 2575 GMT', 'not-a-time'],
    ['3 March 2024 18:05 Asia/Nowhere', 'unknown-zone'],
    ['figures', 'not-a-time'],
  ])('%s gives no time: %s', (phrase, why) => {
    const reading = read(phrase);
    expect(reading.time).toBeNull();
    expect(reading.why).toBe(why);
    expect(reading.statement).not.toBe('');
  });

  it('settles an abbreviation by the zone that uses it at that moment', () => {
    const march = 'March 3rd, 2024 at 18:05 IST';
    const july = 'July 3rd, 2024 at 18:05 IST';
    expect(read(march, 'Asia/Jerusalem').time).toMatchObject({ instant: '2024-03-03T16:05:00Z', zone: 'Asia/Jerusalem' });
    expect(read(july, 'Europe/Dublin').time).toMatchObject({ instant: '2024-07-03T17:05:00Z', zone: 'Europe/Dublin' });
    // Dublin is on GMT in March and Jerusalem on IDT in July: neither writes IST then.
    expect(read(march, 'Europe/Dublin').why).toBe('ambiguous-zone');
    expect(read(july, 'Asia/Jerusalem').why).toBe('ambiguous-zone');
    expect(read(march, 'Europe/London').statement).toContain('Asia/Kolkata, Asia/Jerusalem, Europe/Dublin');
    // The offset alone is not enough: Lagos keeps +01:00 but never writes IST.
    expect(read(july, 'Africa/Lagos').why).toBe('ambiguous-zone');
    expect(read(march, 'Asia/Calcutta').time?.zone).toBe('Asia/Calcutta');
  });

  it('takes the only group there is, with its main zone', () => {
    expect(read('3 March 2024 18:05 JST').time).toMatchObject({ zone: 'Asia/Tokyo', instant: '2024-03-03T09:05:00Z' });
    expect(read('3 March 2024 18:05 EST').time?.zone).toBe('America/New_York');
    for (const abbreviation of ['CST', 'BST', 'AST', 'PST']) expect(read(`3 July 2024 18:05 ${abbreviation}`).why).toBe('ambiguous-zone');
  });

  it('keeps the zone of the order where the offset fits, else names the offset', () => {
    expect(read('2024-03-03T18:05+05:30').time?.zone).toBe('Asia/Kolkata');
    expect(read('2024-03-03T18:05+05:45').time?.zone).toBe('+05:45');
    expect(read('3 March 2024 18:05 GMT').time?.zone).toBe('Etc/UTC');
    expect(read('3 March 2024 18:05 GMT', 'Europe/London').time?.zone).toBe('Europe/London');
    expect(read('3 July 2024 18:05 GMT', 'Europe/London').time?.zone).toBe('Etc/UTC');
  });

  it('asks in order: the zone given, the newsroom, the machine', () => {
    const phrase = '3 March 2024 18:05';
    expect(readTimePhrase(phrase, { zone: '', newsroomZone: '', machineZone: 'Asia/Tokyo' }).time?.zone).toBe('Asia/Tokyo');
    expect(readTimePhrase(phrase, { zone: '', newsroomZone: 'Asia/Kolkata', machineZone: 'Asia/Tokyo' }).time?.zone).toBe('Asia/Kolkata');
    expect(readTimePhrase(phrase, { zone: 'Europe/Paris', newsroomZone: 'Asia/Kolkata', machineZone: 'Asia/Tokyo' }).time?.zone).toBe('Europe/Paris');
    expect(readTimePhrase(phrase, { zone: '', newsroomZone: '', machineZone: '' }).why).toBe('no-zone');
  });

  it('never throws and keeps what it read as written', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (phrase) => {
      const { time } = read(phrase);
      return time === null || time.asWritten === phrase.trim();
    }));
  });
});

describe('writing times', () => {
  it('writes the offset of the zone at the moment', () => {
    expect(offsetTime(timeAt('2024-03-03T12:35:00Z', 'Asia/Kolkata'))).toBe('2024-03-03T18:05:00+05:30');
    expect(offsetTime(timeAt('2024-07-03T12:00:00Z', 'America/New_York'))).toBe('2024-07-03T08:00:00-04:00');
    expect(offsetTime(timeAt('2024-03-03T12:35:00Z', '+05:45'))).toBe('2024-03-03T18:20:00+05:45');
    expect(offsetTime(timeAt('2024-03-03T12:35:00Z', 'Etc/UTC'))).toBe('2024-03-03T12:35:00+00:00');
    expect(offsetTime(timeAt('9999-12-31T23:59:59Z', 'Asia/Kolkata'))).toBe('9999-12-31T23:59:59Z');
  });

  it('shows the zone to people', () => {
    expect(displayTime(timeAt('2024-03-03T12:35:00Z', 'Asia/Kolkata'), 'en')).toBe('3 March 2024, 18:05 IST');
    expect(displayTime(timeAt('2024-07-03T12:00:00Z', 'Europe/London'), 'en')).toBe('3 July 2024, 13:00 BST');
    expect(displayTime(timeAt('2024-01-03T12:00:00Z', 'Europe/London'), 'en')).toBe('3 January 2024, 12:00 GMT');
    expect(displayTime(timeAt('2024-01-03T12:00:00Z', 'Etc/UTC'), 'en')).toBe('3 January 2024, 12:00 UTC');
    expect(displayTime(timeAt('2024-01-03T12:00:00Z', '+05:45'), 'en')).toBe('3 January 2024, 17:45 UTC+05:45');
  });

  it('gives a clock and takes it back', () => {
    const time = timeAt('2024-03-03T12:35:00Z', 'Asia/Kolkata');
    expect(clockOfTime(time)).toBe('2024-03-03T18:05');
    expect(dayOfTime(timeAt('2024-03-03T20:00:00Z', 'Asia/Kolkata'))).toBe('2024-03-04');
    expect(timeOfClock('2024-03-03T18:05', 'Asia/Kolkata')).toEqual(time);
    expect(timeOfClock('2024-03-03T18:05', 'No/Zone')).toBeNull();
    expect(timeOfClock('yesterday', 'Asia/Kolkata')).toBeNull();
  });

  it('reads back what it writes, whatever the moment', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.constantFrom('Asia/Kolkata', 'America/New_York', '-03:30'), (seconds, zone) => {
      const time = timeAt(seconds * 1000, zone);
      return read(offsetTime(time), zone).time?.instant === time.instant;
    }), { numRuns: 200 });
  });
});
