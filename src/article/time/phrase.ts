import { withShortZone } from './zone-names.ts';

/** What a phrase says on its face; which moment it is depends on the zone. */
export interface TimeParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** As written: an abbreviation, an offset, an IANA name; '' where there is none. */
  readonly zone: string;
}

/** Why a phrase gives no time of its own. */
export type PhraseFault = 'not-a-time' | 'no-clock' | 'no-year' | 'ambiguous-date';

/** Longer lines are prose, not a time; the bound also keeps the expressions below cheap. */
const longestPhrase = 200;

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const month = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const blank = '[\\s\\u00a0]';

interface DateFound {
  readonly rest: string;
  readonly date: readonly [year: number, month: number, day: number] | 'ambiguous-date' | 'no-year';
}

const isoDate = /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const beforeYear = `(?:${blank}*,${blank}*|${blank}+)`;
const monthFirst = new RegExp(`\\b${month}${blank}*${day}${beforeYear}(\\d{4})(?!\\d)`, 'i');
const dayFirst = new RegExp(`(?<!\\d)${day}(?:${blank}+of)?[\\s\\u00a0-]*\\b${month}(?:${beforeYear}|[\\s\\u00a0]*-[\\s\\u00a0]*)(\\d{4})(?!\\d)`, 'i');
const numeric = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const withoutYear = new RegExp(`\\b${month}${blank}+${day}\\b|(?<!\\d)${day}(?:${blank}+of)?${blank}+${month}\\b`, 'i');

/** The number of a month's name, full or short; 0 where it is none. */
export function monthNumber(name: string): number {
  const short = name.toLowerCase().replace(/\.$/, '');
  return short.length < 3 ? 0 : months.findIndex((full) => full.startsWith(short === 'sept' ? 'sep' : short)) + 1;
}

function findDate(phrase: string): DateFound | null {
  const cut = (match: RegExpExecArray): string => `${phrase.slice(0, match.index)} ${phrase.slice(match.index + match[0].length)}`;
  const iso = isoDate.exec(phrase);
  if (iso) return { rest: cut(iso).replace(/^(\s*)T(?=\d)/i, '$1'), date: [Number(iso[1]), Number(iso[2]), Number(iso[3])] };
  const named = monthFirst.exec(phrase);
  if (named) return { rest: cut(named), date: [Number(named[3]), monthNumber(named[1] ?? ''), Number(named[2])] };
  const reversed = dayFirst.exec(phrase);
  if (reversed) return { rest: cut(reversed), date: [Number(reversed[3]), monthNumber(reversed[2] ?? ''), Number(reversed[1])] };
  const digits = numeric.exec(phrase);
  if (digits) return { rest: cut(digits), date: numericDate(Number(digits[1]), Number(digits[2]), Number(digits[3])) };
  return withoutYear.test(phrase) ? { rest: phrase, date: 'no-year' } : null;
}

/** 03/04/2024 is March in one country and April in the next: only a number over 12 or two equal ones decide. */
function numericDate(first: number, second: number, year: number): DateFound['date'] {
  if (first > 12 || first === second) return [year, second, first];
  if (second > 12) return [year, first, second];
  return 'ambiguous-date';
}

type Clock = { readonly rest: string; readonly hour: number; readonly minute: number; readonly second: number };

const twelveHour = /(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?[\s\u00a0\u202f]*([ap])(?:\.[\s\u00a0]?m\.?|m\b\.?)/i;
const twentyFourHour = /(?<![\d:.+-])(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?![\d:])/i;
/** "1805 hrs", "0001 GMT": the date with its year is cut before. */
const military = /(?<![\d:.+-])(\d{2})(\d{2})[\s\u00a0]*(?=(?:[Hh](?:rs|ours|RS|OURS)?|[A-Z]{2,5})\b)/;
const noon = /\b(?:12(?:[:.]00)?[\s\u00a0]*)?(?:noon|midday)\b/i;

function findClock(phrase: string): Clock | null {
  const cut = (match: RegExpExecArray): string => `${phrase.slice(0, match.index)} ${phrase.slice(match.index + match[0].length)}`;
  const twelve = twelveHour.exec(phrase);
  if (twelve) {
    const afternoon = twelve[4]?.toLowerCase() === 'p';
    const written = Number(twelve[1]);
    // Some desks print "18:05 pm": the hour already says it.
    const hour = written > 12 ? written : (written % 12) + (afternoon ? 12 : 0);
    if (written > 12 && !afternoon) return null;
    return { rest: cut(twelve), hour, minute: Number(twelve[2] ?? 0), second: Number(twelve[3] ?? 0) };
  }
  const middle = noon.exec(phrase);
  if (middle) return { rest: cut(middle), hour: 12, minute: 0, second: 0 };
  const digits = twentyFourHour.exec(phrase) ?? military.exec(phrase);
  return digits ? { rest: cut(digits), hour: Number(digits[1]), minute: Number(digits[2]), second: Number(digits[3] ?? 0) } : null;
}

const offset = /(?:\b(?:UTC|GMT)[\s\u00a0]*)?[+\u2212-]\d{1,2}(?::?\d{2})?(?!\d)/i;
const ianaName = /\b[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+/;
const fillers = new Set(['at', 'on', 'the', 'hrs', 'hours', 'h', 'from', 'until', 'till', 'by', 'time', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** The zone as written, '' for none, null where more stands there than a zone. */
function findZone(rest: string): string | null {
  let zone = '';
  let left = rest;
  for (const pattern of [ianaName, offset]) {
    const match = pattern.exec(left);
    if (!match) continue;
    zone ||= match[0].trim();
    left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`;
  }
  const isFixed = zone !== '';
  for (const word of left.split(/[\s\u00a0,.;:|()[\]@·•–—/-]+/)) {
    if (word === '' || fillers.has(word.toLowerCase())) continue;
    if (!/^[A-Za-z]{1,5}$/.test(word)) return null;
    // "18:05 IST (+05:30)": the offset has already fixed the moment, the name beside it is welcome.
    if (zone === '') zone = word.toUpperCase();
    else if (!isFixed || !/^[A-Z]{2,5}$/.test(word)) return null;
  }
  return zone;
}

/** Reads the face of a phrase such as "March 3rd, 2024 at 18:05 IST"; everything in it must belong to the time. */
export function readParts(phrase: string): TimeParts | PhraseFault {
  if (phrase.length > longestPhrase) return 'not-a-time';
  const found = findDate(withShortZone(phrase));
  if (!found) return 'not-a-time';
  if (found.date === 'no-year') return 'no-year';
  const clock = findClock(found.rest);
  const zone = findZone(clock?.rest ?? found.rest);
  if (zone === null) return 'not-a-time';
  if (found.date === 'ambiguous-date') return 'ambiguous-date';
  if (!clock) return 'no-clock';
  // A day or an hour that does not exist is refused where the calendar is known.
  const [year, monthOfYear, dayOfMonth] = found.date;
  return { year, month: monthOfYear, day: dayOfMonth, hour: clock.hour, minute: clock.minute, second: clock.second, zone };
}
