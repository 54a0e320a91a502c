import { Temporal } from 'temporal-polyfill';
import { say } from '../../language/index.ts';
import type { Time } from '../metadata.ts';
import { type PhraseFault, readParts, type TimeParts } from './phrase.ts';
import { findZone, isZone, offsetName, type ZoneFound } from './zone.ts';

/** Where a time without a clear zone is read. IANA names, '' where not known; the first one known counts. */
export interface ZoneOrder {
  readonly zone: string;
  readonly newsroomZone: string;
  readonly machineZone: string;
}

export type TimeFault = PhraseFault | 'ambiguous-zone' | 'unknown-zone' | 'no-zone';

export interface TimeReading {
  readonly time: Time | null;
  /** Why there is no time; null where there is one. */
  readonly why: TimeFault | null;
  /** A sentence for the report: how the zone was settled, or why the phrase gives no time. */
  readonly statement: string;
}

/** The one zone of the order: asked for, else the newsroom's, else the machine's; '' where none is known. */
export function zoneOfOrder({ zone, newsroomZone, machineZone }: ZoneOrder): string {
  return [zone, newsroomZone, machineZone].find(isZone) ?? '';
}

/** The moment a source says for machines, where its clock is the one the phrase shows: its offset settles what the phrase's zone leaves open. */
export function besideMoment(phrase: string, moment: string): string {
  const [shown, said] = [readParts(phrase), readParts(moment)];
  if (typeof shown === 'string' || typeof said === 'string' || said.zone === '') return phrase;
  const isSame = (['year', 'month', 'day', 'hour', 'minute'] as const).every((part) => shown[part] === said[part]);
  return isSame ? moment : phrase;
}

/** Reads "March 3rd, 2024 at 18:05 IST" and its kin; never guesses (DESIGN, "Times"). */
export function readTimePhrase(phrase: string, order: ZoneOrder): TimeReading {
  const asWritten = phrase.trim();
  const parts = readParts(asWritten);
  if (typeof parts === 'string') return fault(parts, asWritten);
  const local = localTime(parts);
  if (!local) return fault('not-a-time', asWritten);
  const ordered = zoneOfOrder(order);
  const found = findZone(parts.zone, local, ordered);
  if (found.kind === 'ambiguous') {
    const statement = say('importing.zoneAmbiguous', { zone: parts.zone, zones: found.zones.join(', ') });
    return { time: null, why: 'ambiguous-zone', statement };
  }
  if (found.kind === 'unknown') return fault(parts.zone === '' ? 'no-zone' : 'unknown-zone', parts.zone);
  const instant = local.toZonedDateTime(found.offsetMinutes === null ? found.zone : offsetName(found.offsetMinutes)).toInstant();
  return { time: { instant: instant.toString({ smallestUnit: 'second' }), zone: found.zone, asWritten }, why: null, statement: statementOf(found, parts.zone) };
}

function localTime({ year, month, day, hour, minute, second }: TimeParts): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function fault(why: Exclude<TimeFault, 'ambiguous-zone'>, text: string): TimeReading {
  const keys = {
    'not-a-time': 'importing.timeUnread',
    'no-clock': 'importing.timeNoClock',
    'no-year': 'importing.timeNoYear',
    'ambiguous-date': 'importing.timeAmbiguousDate',
    'unknown-zone': 'importing.zoneUnknown',
    'no-zone': 'importing.zoneMissing',
  } as const;
  return { time: null, why, statement: say(keys[why], { text }) };
}

function statementOf(found: Extract<ZoneFound, { kind: 'zone' }>, written: string): string {
  switch (found.how) {
    case 'named':
      return say('importing.zoneNamed', { zone: found.zone });
    case 'order':
      return say('importing.zoneOrder', { written, zone: found.zone });
    case 'only-group':
      return say('importing.zoneOnly', { written, zone: found.zone });
    case 'offset':
      return say('importing.zoneOffset', { written, zone: found.zone });
    case 'none-written':
      return say('importing.zoneNone', { zone: found.zone });
  }
}
