/** Times of an article: instants with the zone they were said in (DESIGN section 3, "Times"). */
import { Temporal } from 'temporal-polyfill';
import type { Time } from './metadata.ts';
import { abbreviationAt, isZone, offsetAt, offsetName } from './time/zone.ts';

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
  return zoned(time).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The day in the time's own zone, `YYYY-MM-DD`. */
export function dayOfTime(time: Time): string {
  return zoned(time).toPlainDate().toString();
}

/** RFC 3339 with the offset of the instant in its zone: `2024-03-03T18:05:00+05:30`. */
export function offsetTime(time: Time): string {
  const moment = zoned(time);
  // Seconds of a historic local mean time have no place in RFC 3339; `offset` has them cut by offsetName.
  return `${moment.toPlainDateTime().toString()}${offsetName(offsetAt(moment.timeZoneId, moment.toInstant()) ?? 0)}`;
}

/** For people: "3 March 2024, 18:05 IST", always with its zone. A language that is none (`en_GB`, as some pages say theirs) counts as English. */
export function displayTime(time: Time, language: string): string {
  const moment = zoned(time);
  const locale = language === 'en' || !isLocale(language) ? 'en-GB' : language;
  // Calendar and clock are formatted without a zone: Node's Intl refuses bare offsets.
  const clock = { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const wall = moment.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds;
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(wall);
  return `${date}, ${new Intl.DateTimeFormat(locale, clock).format(wall)} ${zoneLabel(moment)}`;
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

function zoneLabel(moment: Temporal.ZonedDateTime): string {
  const zone = moment.timeZoneId;
  const short = abbreviationAt(zone, moment.toInstant());
  if (short !== '') return short;
  if (zone === 'Etc/UTC' || zone === 'UTC') return 'UTC';
  if (moment.offsetNanoseconds === 0 && zone.includes('/')) return 'GMT';
  return zone.includes('/') ? `UTC${moment.offset} (${zone})` : `UTC${zone}`;
}

function zoned(time: Time): Temporal.ZonedDateTime {
  return Temporal.Instant.from(time.instant).toZonedDateTimeISO(isZone(time.zone) ? time.zone : 'Etc/UTC');
}
