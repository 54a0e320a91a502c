import { readParts } from '../time/phrase.ts';
import { type Credits, readCredits, startsWithLabelledRole, startsWithRole } from './credits.ts';

/** A credit line of a picture. */
export interface CreditLine {
  readonly credit: string;
  readonly source: string;
}

/** "Updated ..." or "Published ...", as far as its face says. */
export interface TimeLabel {
  /** null for a time that stands alone: nobody says which of the two it is. */
  readonly field: 'updatedAt' | 'publishedAt' | null;
  readonly phrase: string;
  readonly text: string;
}

/** What a line of copy is by itself. */
export type Sign =
  | { readonly kind: 'text' }
  | { readonly kind: 'ad' }
  | { readonly kind: 'end' }
  | { readonly kind: 'image'; readonly line: CreditLine }
  | { readonly kind: 'closing-image'; readonly line: CreditLine }
  | { readonly kind: 'closing-credits'; readonly credits: Credits }
  | { readonly kind: 'furniture'; readonly times: readonly TimeLabel[]; readonly bylines: readonly { readonly text: string; readonly credits: Credits; readonly labelled: boolean }[] };

/** Lines longer than this are prose. */
const longestSign = 300;

const adLine = /^[\s([*\u2013\u2014-]*(?:advertisement|advertisment|ads?|advert|sponsored advertisement|ad feedback|(?:story|article) continues (?:below|after) (?:this |the )?(?:ad|advertisement)|advertisement\W{1,3}(?:scroll|story|article)[\w ]{0,40})[\s)\].:*\u2013\u2014-]*$/iu;
/** Marks that close copy: ENDS, -30-, ###. A bare number 30 is none. */
export function isEndMark(line: string): boolean {
  if (line.length > 20) return false;
  if (/^#(?:\s?#){2,}$/u.test(line)) return true;
  const word = line.replace(/^[\s([*\u2013\u2014-]+|[\s)\].*\u2013\u2014-]+$/gu, '');
  return /^(?:ENDS?|Ends?|ends)$/u.test(word) || (/^-?\s?30\s?-?$/u.test(word) && !/^\d/u.test(line) && !/\d$/u.test(line));
}

/** A line that is a date, with or without a time, and nothing else. */
const isBareTime = (line: string): boolean => line.length <= 80 && /\d{4}/u.test(line) && isDated(line);

/** True for a phrase that has at least a day, even where it gives no time. */
export function isDated(phrase: string): boolean {
  const parts = readParts(phrase);
  return typeof parts !== 'string' || parts === 'no-clock' || parts === 'ambiguous-date';
}

export const isAdLine = (line: string): boolean => line.length <= 100 && adLine.test(line);

const imageLabel = /^(?:(?:file|representational|representative|lead|main)\s+)?(?:image|photo|photograph|picture|pic|credit)s?(?:\s+(?:credits?|courtesy|source|by))?\s*(?:[:|/;]|(?<=\s(?:source|credit|credits|courtesy)),|\s[\u2013\u2014-]\s)\s*(?=\S)/iu;
const imageBy = /^(?:image|photo|photograph|picture|pic)s?\s+(?:by|courtesy(?:\s+of)?)\s+(?=\p{Lu})/iu;
const partLabel = /^(image|photo|photograph|picture|pic|source|via|courtesy|credit)s?\s*:\s*/iu;

/** "IMAGE: A | Image:B", "Photo / A", "Credit: A / B"; null for anything else. */
export function readCreditLine(line: string): CreditLine | null {
  if (line.length > 160) return null;
  const label = imageLabel.exec(line) ?? imageBy.exec(line);
  if (!label) return null;
  const value = line.slice(label[0].length);
  if (/(?<!(?:^|[\s.])\p{Lu})[.!?]\s+\p{Lu}/u.test(value) || value.split(/\s+/u).length > 16) return null;
  return creditParts(value);
}

/** Only a part with its own label is the source; everything else is one credit, as written. */
export function creditParts(value: string): CreditLine {
  let credit = '';
  let source = '';
  for (const piece of value.split(/(\s*[|;]\s*|\s*\/\s*(?=(?:image|photo|photograph|picture|pic|source|via|courtesy|credit)s?\s*:))/iu)) {
    if (/^\s*[|;/]\s*$/u.test(piece)) continue;
    const label = partLabel.exec(piece);
    const text = (label ? piece.slice(label[0].length) : piece).trim();
    if (text === '') continue;
    if (label && !/^credit/iu.test(label[1] ?? '')) source = source === '' ? text : `${source} | ${text}`;
    else credit = credit === '' ? text : `${credit} | ${text}`;
  }
  return { credit, source };
}

const timeLabel = /^\(?\s*(?:(?:(?:last|latest|first|originally)\s+)?(updated|update(?=\s*:)|(?<=(?:last|latest)\s)update|modified|published|posted|uploaded)|(?:date|time)\s+(?:of\s+)?(?:publication|published|posted)|publish(?:ed)?\s+date)(?:\s+(?:on|at|date|time))?\b\s*(:|\s[-\u2013\u2014]\s)?\s*/iu;
const timeStart = /^(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/iu;

function readTimeLabel(text: string): TimeLabel | null {
  const label = timeLabel.exec(text);
  if (!label) return null;
  const phrase = text.slice(label[0].length).replace(/^\((.*)\)$/u, '$1').replace(/\)$/u, text.startsWith('(') ? '' : ')');
  if (!timeStart.test(phrase) && !(label[2] && /\d/u.test(phrase))) return null;
  const updated = /^(?:update|modified)/iu.test(label[1] ?? '');
  return { field: updated ? 'updatedAt' : 'publishedAt', phrase, text };
}

/** Cuts "By A | Updated: 3 Mar 2024, 18:05 | Published: ..." where a new label begins. */
function segmentsOf(line: string): string[] {
  const pieces = line.split(/(\s*[|\u2022\u00b7]\s*|\s*[,;/(]\s*(?=(?:(?:last|first|originally)\s+)?(?:updated|published|posted|modified)\b))/iu);
  const segments: string[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const last = segments.length - 1;
    if (last >= 0 && !readTimeLabel(piece) && !startsWithRole(piece)) segments[last] = `${segments[last] ?? ''}${pieces[index - 1] ?? ''}${piece}`;
    else segments.push(piece);
  }
  return segments;
}

function readFurniture(line: string): Sign | null {
  if (isBareTime(line)) return { kind: 'furniture', times: [{ field: null, phrase: line, text: line }], bylines: [] };
  if (!startsWithRole(line) && !timeLabel.test(line)) return null;
  const times: TimeLabel[] = [];
  const bylines: { text: string; credits: Credits; labelled: boolean }[] = [];
  for (const text of segmentsOf(line)) {
    const time = readTimeLabel(text);
    if (time) {
      times.push(time);
      continue;
    }
    const credits = startsWithRole(text) ? readCredits(text, '') : null;
    if (!credits) return null;
    bylines.push({ text, credits, labelled: startsWithLabelledRole(text) });
  }
  return { kind: 'furniture', times, bylines };
}

function readClosing(line: string): Sign | null {
  const inner = /^[([](.+)[)\]]\.?$/u.exec(line)?.[1]?.trim();
  if (inner !== undefined) {
    const image = readCreditLine(inner);
    if (image) return { kind: 'closing-image', line: image };
  }
  const text = inner ?? line;
  if (inner === undefined && !/^(?:additional\s+)?(?:reporting|writing|editing)\s+by\b/iu.test(text)) return null;
  const credits = startsWithLabelledRole(text) ? readCredits(text, '') : null;
  return credits ? { kind: 'closing-credits', credits } : null;
}

/** What a line is by itself; where it stands may still make it text. */
export function signOf(line: string): Sign {
  if (line.length > 600) return { kind: 'text' };
  if (isAdLine(line)) return { kind: 'ad' };
  if (isEndMark(line)) return { kind: 'end' };
  const closing = readClosing(line);
  if (closing) return closing;
  if (line.length > longestSign) return { kind: 'text' };
  const image = readCreditLine(line);
  if (image) return { kind: 'image', line: image };
  return readFurniture(line) ?? { kind: 'text' };
}

const bullet = /^[*\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u2043]\s+(?=\S)|^[-\u2013]\s+(?=\S)/u;
const number = /^(\d{1,3})[.)]\s+(?=\S)/u;

/** The text of a bulleted line, null for another. */
export function bulletText(line: string): string | null {
  const match = bullet.exec(line);
  return match ? line.slice(match[0].length) : null;
}

/** Number and text of a numbered line, null for another. */
export function numbered(line: string): { readonly number: number; readonly text: string } | null {
  const match = number.exec(line);
  return match ? { number: Number(match[1]), text: line.slice(match[0].length) } : null;
}

/** Who said it: "— the chief engineer" under a quotation. */
export function attributionText(line: string): string | null {
  const match = /^(?:[\u2014\u2013\u2015]|--)\s*(?=\S)/u.exec(line);
  return match && line.length <= 120 ? line.slice(match[0].length) : null;
}

const furtherReading = /^(?:also\s+read|read\s+(?:also|more|full)|see\s+also|related|watch|recommended|more\s+on|follow|subscribe|click|share)\b/iu;

/** A short line without a full stop: a subhead where paragraphs stand around it. */
export function looksLikeSubhead(line: string): boolean {
  if (line.length > 90 || line.split(/\s+/u).length > 14 || !/\p{L}/u.test(line)) return false;
  if (/[.:;,\u2026\u0964)\]]$|[.!?,]["\u201d\u2019']$/u.test(line) || /^[("\u201c[\u2014\u2013>@#]/u.test(line)) return false;
  return !furtherReading.test(line) && bulletText(line) === null;
}

export const isUpperCaseLine = (line: string): boolean => /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);

const slugShape = /^[\p{Lu}\p{N}][\p{Lu}\p{N}&.'-]*(?:[/-][\p{Lu}\p{N}&.'-]*)+(?:\s+\([^()]{1,40}\))*$/u;

/** Some desks write a topic of several words before the stroke. */
const slugWords = /^[\p{Lu}\p{N}&.'-]+(?: [\p{Lu}\p{N}&.'-]+){0,4}\/[\p{Lu}\p{N}&.'-]*(?:\s+\([^()]{1,40}\))*$/u;

/** "TOPIC-PLACE/ANGLE (UPDATE 2)". */
export const isSlugline = (line: string): boolean => line.length <= 90 && (slugShape.test(line) || slugWords.test(line)) && /\p{Lu}{2}/u.test(line);

const labelAlone = /^(?:(?:last|first|originally)\s+)?(?:updated|published|posted|modified)(?:\s+(?:on|at))?\s*:?$|^(?:(?:reported|written|words|story|photographs|photography|pictures|edited)\s+)?by\s*:?$/iu;

/** True for a label whose value stands on the line below it, as pages with columns give it. */
export const isLabelAlone = (line: string): boolean => line.length <= 30 && labelAlone.test(line);
