/** Times of an article: instants with the zone they were said in (DESIGN section 3, "Times"). */
import { Temporal } from 'temporal-polyfill';
import type { Time } from './metadata.ts';
import { abbreviationOf, isZone, offsetName, steadyOffset } from './time/zone.ts';

export { besideMoment, readTimePhrase, zoneOfOrder, type TimeFault, type TimeReading, type ZoneOrder } from './time/read.ts';
export { isZone } from './time/zone.ts';

/**
 * A time from an instant.
 * @param instant RFC 3339 with any offset, or milliseconds since 1970
 * @param zone IANA name or bare offset; one nobody knows becomes Etc/UTC, so that the instant is never lost
 */
export function timeAt(instant: string | number, zone: string, asWritten = ''): Time {
  const moment = typeof instant === 'number' ? Temporal.Instant.fromEpochMilliseconds(instant) : Temporal.Instant.from(instant);
  return { instant: moment.toString(), zone: isZone(zone) ? zone : 'Etc/UTC', asWritten };
}

/** A time that wall clocks of a zone show; null where the zone or the date is none. For inputs of a date and a clock. */
export function timeOfClock(local: string, zone: string): Time | null {
  if (!isZone(zone)) return null;
  try {
    return { instant: Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString(), zone, asWritten: '' };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What the wall clock of the time's zone shows: `2024-03-03T18:05`, as date inputs take it. */
export function clockOfTime(time: Time): string {
  return inItsZone(time).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The day in the time's own zone, `YYYY-MM-DD`. */
export function dayOfTime(time: Time): string {
  return inItsZone(time).toPlainDate().toString();
}

/** RFC 3339 with the offset of the instant in its zone: `2024-03-03T18:05:00+05:30`. */
export function offsetTime(time: Time): string {
  return readTime(time).written;
}

/** For people: "3 March 2024, 18:05 IST", always with its zone. A language that is none (`en_GB`, as some pages say theirs) counts as English. */
export function displayTime(time: Time, language: string): string {
  const read = readTime(time);
  const { date, clock } = wordsFor(language);
  return `${date.format(read.wall)}, ${clock.format(read.wall)} ${zoneLabel(read)}`;
}

interface Words {
  readonly date: Intl.DateTimeFormat;
  readonly clock: Intl.DateTimeFormat;
}

/** Kept: making one takes as long as writing a page, and every page has some. */
const words = new Map<string, Words>();

/** Calendar and clock without a zone: Node's Intl refuses bare offsets. */
function wordsFor(language: string): Words {
  const kept = words.get(language);
  if (kept) return kept;
  const locale = language === 'en' || !isLocale(language) ? 'en-GB' : language;
  const made = {
    date: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
    clock: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  words.set(language, made);
  return made;
}

/** Whether Intl takes the text: it refuses anything else, '' included, by throwing. */
function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function zoneLabel(read: ReadTime): string {
  const { offset } = read;
  const known = abbreviationOf(read.time.zone, offset);
  if (known !== '') return known;
  const moment = inItsZone(read.time);
  const zone = moment.timeZoneId;
  const short = abbreviationOf(zone, offset);
  if (short !== '') return short;
  if (zone === 'Etc/UTC' || zone === 'UTC') return 'UTC';
  if (offset === 0 && zone.includes('/')) return 'GMT';
  return zone.includes('/') ? `UTC${moment.offset} (${zone})` : `UTC${zone}`;
}

interface ReadTime {
  readonly time: Time;
  /** Milliseconds that the wall clock shows, as if it were in Greenwich. */
  readonly wall: number;
  /** Minutes east of Greenwich. */
  readonly offset: number;
  readonly written: string;
}

/** Each time is read once: a page says it four times over, to people and to machines. */
const readTimes = new WeakMap<Time, ReadTime>();

function readTime(time: Time): ReadTime {
  const known = readTimes.get(time);
  if (known) return known;
  const instant = Date.parse(time.instant);
  const offset = steadyOffset(time.zone, instant) ?? 0;
  const wall = instant + offset * 60e3;
  const shown = new Date(wall).toISOString().replace(/\.\d+Z$/, '');
  const fraction = /\.\d*[1-9]/.exec(time.instant)?.[0] ?? '';
  // Seconds of a historic local mean time have no place in RFC 3339; offsetName cuts them.
  // A zone that carries the last hours of the year 9999 into the next has no place there either: in Greenwich, then.
  const written = /^\d{4}-/.test(shown) ? `${shown}${fraction}${offsetName(offset)}` : time.instant;
  const read = { time, wall, offset, written };
  readTimes.set(time, read);
  return read;
}

/** In Greenwich where nobody knows the zone. */
function inItsZone(time: Time): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(Date.parse(time.instant));
  try {
    return instant.toZonedDateTimeISO(time.zone);
  } catch (error) {
    if (error instanceof RangeError) return instant.toZonedDateTimeISO('Etc/UTC');
    throw error;
  }
}
