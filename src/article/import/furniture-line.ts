import { readParts } from '../time/phrase.ts';
import { type Credits, readCredits, readSignature, startsWithLabelledRole, startsWithRole } from './credits.ts';

/** Lines of times and bylines around an article: "By A | Updated: 3 Mar 2024, 18:05 | Published: ...". */

/** "Updated ..." or "Published ...", as far as its face says. */
export interface TimeLabel {
  /** null for a time that stands alone: nobody says which of the two it is. */
  readonly field: 'updatedAt' | 'publishedAt' | null;
  readonly phrase: string;
  readonly text: string;
}

export interface Furniture {
  readonly kind: 'furniture';
  readonly times: readonly TimeLabel[];
  readonly bylines: readonly { readonly text: string; readonly credits: Credits; readonly labelled: boolean }[];
  /** Short passages that stand between them (a place, a minute count) and have no field. */
  readonly rest: readonly string[];
}

/** A line that is a date, with or without a time, and nothing else. */
const isBareTime = (line: string): boolean => line.length <= 80 && /\d{4}/u.test(line) && isDated(line);

/** True for a phrase that has at least a day, even where it gives no time. */
export function isDated(phrase: string): boolean {
  const parts = readParts(phrase);
  return typeof parts !== 'string' || parts === 'no-clock' || parts === 'ambiguous-date';
}

/** True for a phrase with a day and a time of day. */
export const hasClock = (phrase: string): boolean => typeof readParts(phrase) !== 'string';

const timeLabel = /^\(?\s*(?:(?:(?:last|latest|first|originally)\s+)?(updated|update(?=\s*:)|(?<=(?:last|latest)\s)update|modified|published|posted|uploaded)|(?:date|time)\s+(?:of\s+)?(?:publication|published|posted)|publish(?:ed)?\s+date)(?:\s+(?:on|at|date|time))?\b\s*(:|[-\u2013\u2014](?=\s))?\s*/iu;
const dayOrMonth = '(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b';
const timeStart = new RegExp(`^(?:\\d|${dayOrMonth})`, 'iu');

function readTimeLabel(text: string): TimeLabel | null {
  const label = timeLabel.exec(text);
  if (!label) return null;
  const phrase = text.slice(label[0].length).replace(/^\((.*)\)$/u, '$1').replace(/\)$/u, text.startsWith('(') ? '' : ')');
  if (!timeStart.test(phrase) && !(label[2] && /\d/u.test(phrase))) return null;
  const updated = /^(?:update|modified)/iu.test(label[1] ?? '');
  return { field: updated ? 'updatedAt' : 'publishedAt', phrase, text };
}

const nextLabel = '(?:(?:last|latest|first|originally)\\s+)?(?:updated|published|posted|modified)\\b';
/** Where a line may be cut: at bars and dots, at dashes, before a label with or without a sign in front. */
const cuts = new RegExp(`(\\s*[|\\u2022\\u00b7]\\s*|\\s+[-\\u2013\\u2014]\\s+|\\s*[,;/(]\\s*(?=${nextLabel})|(?<!\\b(?:last|latest|first|originally|and))\\s+(?=${nextLabel}\\s*(?::|-|at\\b|on\\b|\\d|${dayOrMonth})|update\\s*:))`, 'iu');

/** The pieces of a line; a piece that is no label of its own goes on with the one before, where the two make sense. */
function segmentsOf(line: string): string[] {
  const pieces = line.split(cuts);
  const hasTime = pieces.some((piece) => readTimeLabel(piece) !== null);
  const segments: string[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const joined = `${segments.at(-1) ?? ''}${pieces[index - 1] ?? ''}${piece}`;
    const isOwn = index === 0 || readTimeLabel(piece) !== null || startsWithRole(piece);
    if (isOwn || !goesOn(segments.at(-1) ?? '', joined, hasTime)) segments.push(piece);
    else segments[segments.length - 1] = joined;
  }
  return segments.filter((segment) => segment !== '');
}

function goesOn(before: string, joined: string, hasTime: boolean): boolean {
  const time = readTimeLabel(joined);
  if (time) return isDated(time.phrase) || !isDated(readTimeLabel(before)?.phrase ?? '');
  if (!startsWithRole(before)) return true;
  const people = readCredits(joined, '')?.people;
  // Between a byline and a time stands a place, no second name.
  return people !== undefined && (!hasTime || people.length === readCredits(before, '')?.people.length);
}

/** "By A on 3 March 2024", "Posted by A on 3 March 2024, 18:05": byline and time in one. */
function withItsTime(text: string): { readonly byline: string; readonly time: string } | null {
  const [, byline = '', time = ''] = /^((?:(?:posted|published|uploaded|submitted)\s+)?by\s.+?)\s*(?:,\s*|\s)((?:on\s+|at\s+|[-\u2013\u2014]\s+)?(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b).*)$/iu.exec(text) ?? [];
  return time !== '' && isDated(time.replace(/^[-\u2013\u2014]\s+/u, '')) ? { byline, time } : null;
}

interface Parts {
  readonly times: TimeLabel[];
  readonly bylines: Furniture['bylines'][number][];
  readonly rest: string[];
}

function readSegment(text: string, parts: Parts): void {
  const time = readTimeLabel(text);
  if (time) {
    parts.times.push(time);
    return;
  }
  const both = withItsTime(text);
  const line = both?.byline ?? text;
  const credits = startsWithRole(line) || both ? readSignature(line.split('\n')) ?? readCredits(line.replace(/^(?:posted|published|uploaded|submitted)\s+/iu, ''), '') : null;
  if (!credits) {
    parts.rest.push(text);
    return;
  }
  parts.bylines.push({ text: line, credits, labelled: startsWithLabelledRole(line) });
  if (both) parts.times.push({ field: 'publishedAt', phrase: both.time.replace(/^(?:on|at|[-\u2013\u2014])\s+/iu, ''), text: both.time });
}

/** Between times and bylines a page puts a place or a minute count, nothing like prose. */
const isAside = (text: string): boolean => text.length <= 60 && text.split(/\s+/u).length <= 8 && !/[.!?]$/u.test(text);

export function readFurniture(line: string): Furniture | null {
  if (isBareTime(line)) return { kind: 'furniture', times: [{ field: null, phrase: line, text: line }], bylines: [], rest: [] };
  if (!startsWithRole(line) && !/\b(?:updated?|modified|published|posted|uploaded|publication|submitted)\b/iu.test(line)) return null;
  const parts: Parts = { times: [], bylines: [], rest: [] };
  for (const text of segmentsOf(line)) readSegment(text, parts);
  const { times, bylines, rest } = parts;
  if (times.length + bylines.length === 0) return null;
  const isSure = times.some(({ phrase }) => isDated(phrase)) || bylines.some(({ labelled }) => labelled);
  if (rest.length > 0 && (!isSure || rest.length > 3 || !rest.every(isAside))) return null;
  return { kind: 'furniture', ...parts };
}

const labelAlone = /^(?:(?:last|first|originally)\s+)?(?:updated|published|posted|modified)(?:\s+(?:on|at))?\s*:?$|^(?:(?:reported|written|words|story|photographs|photography|pictures|edited)\s+)?by\s*:?$|^(?:authors?|words|story|reporters?|photographers?|photography)\s*:?$/iu;

/** A label whose value stands on the line below it, as pages with columns give it, joined with that value; null for another line. */
export function joinedLabel(line: string, next: string): string | null {
  if (line.length > 30 || !labelAlone.test(line)) return null;
  return /(?:by|:)$/iu.test(line) ? `${line} ${next}` : `${line}: ${next}`;
}
