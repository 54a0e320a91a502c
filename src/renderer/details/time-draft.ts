import { Temporal } from 'temporal-polyfill';
import type { Time } from '../../article/metadata.ts';

/** A moment as its three inputs hold it. */
export interface TimeDraft {
  /** YYYY-MM-DD or '' */
  readonly date: string;
  /** HH:MM, with seconds where the time has some, or '' */
  readonly clock: string;
  readonly zone: string;
}

/** The inputs' texts for a time; the given zone where there is none yet. */
export function draftOf(time: Time | null, zone: string): TimeDraft {
  if (!time) return { date: '', clock: '', zone };
  try {
    const zoned = Temporal.Instant.from(time.instant).toZonedDateTimeISO(time.zone);
    const clock = zoned.toPlainTime().toString({ smallestUnit: zoned.second === 0 ? 'minute' : 'second' });
    return { date: zoned.toPlainDate().toString(), clock, zone: time.zone };
  } catch {
    // A zone this build does not know: the instant is still right in UTC.
    return draftOf({ ...time, zone: 'UTC' }, 'UTC');
  }
}

/** The time three inputs say; null while one is missing or wrong. A clock time that a change of clocks skips moves forward. */
export function timeOf({ date, clock, zone }: TimeDraft): Time | null {
  if (date === '' || clock === '') return null;
  try {
    const zoned = Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
    return { instant: zoned.toInstant().toString({ smallestUnit: 'second' }), zone, asWritten: '' };
  } catch {
    return null;
  }
}

/** This minute in a zone. */
export function nowIn(zone: string): Time {
  return { instant: Temporal.Now.instant().round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString({ smallestUnit: 'second' }), zone: zone || 'Etc/UTC', asWritten: '' };
}
