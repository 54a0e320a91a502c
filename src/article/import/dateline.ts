import { monthNumber } from '../time/phrase.ts';

/** A dateline as the copy has it; the year may be missing and is settled by the article's own times. */
export interface DatelineFound {
  readonly place: string;
  readonly country: string;
  readonly month: number;
  readonly day: number;
  /** 0 where none is written. */
  readonly year: number;
  readonly source: string;
  readonly asWritten: string;
  /** What follows it: the paragraph's text. */
  readonly rest: string;
}

/** A dateline stands within this many characters. */
const longestDateline = 160;

const monthWord = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const datePattern = new RegExp(`^(?:(${monthWord})\\s+(\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthWord}))(?:,?\\s+(\\d{4}))?$`, 'iu');
const isoPattern = /^(\d{4})-(\d\d)-(\d\d)$/u;

function dateOf(text: string): { month: number; day: number; year: number } | null {
  const iso = isoPattern.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const match = datePattern.exec(text);
  if (!match) return null;
  const day = Number(match[2] ?? match[3]);
  if (day < 1 || day > 31) return null;
  return { month: monthNumber(match[1] ?? match[4] ?? ''), day, year: Number(match[5] ?? 0) };
}

const separator = /^\s*(?:--|[-\u2013\u2014:])(?=\s|$)|^\s*(?:\u2014|--|:(?=\p{Lu}))/u;

/** Splits "PLACE, Country, March 3, 2024" into its parts; null where a part is neither. */
function partsOf(text: string): Pick<DatelineFound, 'place' | 'country' | 'month' | 'day' | 'year'> | null {
  // "March 3, 2024" holds a comma of its own.
  const joined = text.replace(/(\d),\s+(?=\d{4}$)/u, '$1 ');
  // "State [Country]".
  const pieces = joined.replace(/^([^[\],]+?)\s*\[([^[\]]+)\]/u, '$1, $2').split(/\s*,\s*/u);
  let date = { month: 0, day: 0, year: 0 };
  const last = dateOf(pieces.at(-1) ?? '');
  if (last) {
    date = last;
    pieces.pop();
  }
  const [place = '', country = '', ...more] = pieces;
  if (more.length > 0 || !isPlace(place) || (country !== '' && !isPlace(country))) return null;
  return { place, country, ...date };
}

function isPlace(text: string): boolean {
  const words = text.split(/[\s/]+/u);
  return text.length <= 50 && words.length <= 5 && words.every((word) => /^(?:\p{Lu}|\p{Lo}|['\u2019])[\p{L}\p{M}.'\u2019-]*$|^(?:de|la|le|of|am|an|upon|on|the|el|al|do|da)$/u.test(word));
}

const isUpperCase = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/**
 * The dateline a paragraph opens with: "PLACE, March 3 (Agency) -". A place in mixed case needs date or dash beside an agency,
 * one in capitals a dash beside date or agency, or an em or spaced dash alone.
 */
export function findDateline(paragraph: string): DatelineFound | null {
  const opening = paragraph.slice(0, longestDateline);
  const agency = /^([^()]{2,90}?)\s*\(([^()]{2,50})\)/u.exec(opening);
  if (agency) {
    const parts = partsOf(agency[1] ?? '');
    const dash = separator.exec(opening.slice(agency[0].length));
    if (parts && (dash || parts.month > 0)) return found(paragraph, agency[0].length + (dash?.[0].length ?? 0), parts, agency[2] ?? '');
  }
  const dash = /^([^()]{2,90}?)(\s+(?:--|[-\u2013\u2014])\s|\s?\u2014)/u.exec(opening);
  if (!dash) return null;
  const parts = partsOf(dash[1] ?? '');
  if (!parts || !isUpperCase(parts.place)) return null;
  return found(paragraph, dash[0].trimEnd().length, parts, '');
}

function found(paragraph: string, end: number, parts: Pick<DatelineFound, 'place' | 'country' | 'month' | 'day' | 'year'>, source: string): DatelineFound {
  return { ...parts, source, asWritten: paragraph.slice(0, end).trim(), rest: paragraph.slice(end).trim() };
}

/** A dateline that stands alone in a field, such as "PLACE, Country, 9 May 2024 (Agency)". */
export function datelineOfField(value: string): DatelineFound {
  const withoutDash = value.replace(/\s*(?:--|[-\u2013\u2014])$/u, '');
  const agency = /^([^()]*?)\s*\(([^()]+)\)$/u.exec(withoutDash);
  const parts = partsOf((agency?.[1] ?? withoutDash).trim());
  const whole = { place: value, country: '', month: 0, day: 0, year: 0 };
  return { ...(parts ?? whole), source: parts ? (agency?.[2] ?? '') : '', asWritten: value, rest: '' };
}
