import { Temporal } from 'temporal-polyfill';
import { type AbbreviationGroup, abbreviations, seasonless } from './abbreviations.ts';

/** How the zone of a time was found; `statement` keys of the language file are built on it. */
export type ZoneFound =
  | { readonly kind: 'zone'; readonly zone: string; readonly offsetMinutes: number | null; readonly how: 'named' | 'order' | 'only-group' | 'offset' | 'none-written' }
  | { readonly kind: 'ambiguous'; readonly zones: readonly string[] }
  | { readonly kind: 'unknown' };

/** Minutes east of Greenwich at an instant; null for a zone nobody knows. */
export function offsetAt(zone: string, instant: Temporal.Instant): number | null {
  try {
    return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const twoDays = 48 * 3600e3;
/** Offsets by zone and two days; null where the clocks change in them, or nobody knows the zone. */
const steady = new Map<string, number | null>();
const mostKept = 10_000;

/**
 * The same, kept for the two days around: a batch of articles is of a few days, and asking costs as much as a paragraph.
 * No zone has ever left its offset and come back within them (the shortest such time: Freetown, four days of September 1939).
 */
export function steadyOffset(zone: string, milliseconds: number): number | null {
  const from = Math.floor(milliseconds / twoDays) * twoDays;
  const key = `${from} ${zone}`;
  const known = steady.get(key);
  if (known !== undefined && known !== null) return known;
  const at = (instant: number): number | null => offsetAt(zone, Temporal.Instant.fromEpochMilliseconds(instant));
  if (known === undefined) {
    const [first, last] = [at(from), at(from + twoDays)];
    if (steady.size >= mostKept) steady.clear();
    steady.set(key, first === last ? first : null);
    if (first === last) return first;
  }
  return at(milliseconds);
}

export function isZone(zone: string): boolean {
  return zone !== '' && offsetAt(zone, Temporal.Instant.fromEpochMilliseconds(0)) !== null;
}

/** `+05:30` from 330. */
export function offsetName(minutes: number): string {
  const whole = Math.abs(minutes);
  const digits = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${digits(whole / 60)}:${digits(whole % 60)}`;
}

const writtenOffset = /^(?:(?:UTC|GMT)\s*)?(?:([+\u2212-])(\d{1,2})(?::?(\d{2}))?)?$/i;

function offsetOf(written: string): number | null {
  if (/^(Z|UTC|GMT)$/i.test(written)) return 0;
  const match = writtenOffset.exec(written);
  if (!match?.[1]) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? null : match[1] === '+' ? minutes : -minutes;
}

const instantAt = (local: Temporal.PlainDateTime, minutes: number): Temporal.Instant => local.toZonedDateTime(offsetName(minutes)).toInstant();

/**
 * The zone of a local time (DESIGN, "Times").
 * @param written as the copy has it: offset, abbreviation, IANA name or ''
 * @param ordered the first zone known of: asked for, newsroom's, machine's; '' for none
 */
export function findZone(written: string, local: Temporal.PlainDateTime, ordered: string): ZoneFound {
  if (written === '') return ordered === '' ? { kind: 'unknown' } : { kind: 'zone', zone: ordered, offsetMinutes: null, how: 'none-written' };
  const offset = offsetOf(written);
  if (offset !== null) {
    const fits = ordered !== '' && offsetAt(ordered, instantAt(local, offset)) === offset;
    return { kind: 'zone', zone: fits ? ordered : offset === 0 ? 'Etc/UTC' : offsetName(offset), offsetMinutes: offset, how: 'offset' };
  }
  if (written.includes('/')) return isZone(written) ? { kind: 'zone', zone: written, offsetMinutes: null, how: 'named' } : { kind: 'unknown' };
  const season = seasonless[written];
  if (season) return seasonlessZone(season, ordered);
  const groups = abbreviations[written];
  return groups ? fromGroups(groups, local, ordered) : { kind: 'unknown' };
}

function fromGroups(groups: readonly AbbreviationGroup[], local: Temporal.PlainDateTime, ordered: string): ZoneFound {
  const used = groups.find((group) => group.zones.includes(ordered) && offsetAt(ordered, instantAt(local, group.offsetMinutes)) === group.offsetMinutes);
  if (used) return { kind: 'zone', zone: ordered, offsetMinutes: used.offsetMinutes, how: 'order' };
  const [only, ...others] = groups;
  if (only && others.length === 0) return { kind: 'zone', zone: only.zones[0] ?? '', offsetMinutes: only.offsetMinutes, how: 'only-group' };
  return { kind: 'ambiguous', zones: groups.map((group) => group.zones[0] ?? '') };
}

function seasonlessZone(names: readonly [string, string], ordered: string): ZoneFound {
  const group = abbreviations[names[0]]?.[0];
  if (!group) return { kind: 'unknown' };
  const fits = group.zones.includes(ordered);
  return { kind: 'zone', zone: fits ? ordered : (group.zones[0] ?? ''), offsetMinutes: null, how: fits ? 'order' : 'only-group' };
}

/** The abbreviation a zone writes while it is so many minutes east of Greenwich, '' where none is known. */
export const abbreviationOf = (zone: string, offset: number): string => ofZones.get(`${zone} ${offset}`) ?? '';

/** The first of each zone and offset, as the list has them. */
const ofZones: ReadonlyMap<string, string> = new Map(
  Object.entries(abbreviations).flatMap(([abbreviation, groups]) => groups.flatMap(({ offsetMinutes, zones }) => zones.map((zone) => [`${zone} ${offsetMinutes}`, abbreviation] as const))).toReversed(),
);
