import { type CreditLine, readCaptionedCredit, readCaptionLine, readCreditLine } from './credit-line.ts';
import { type Credits, readContribution, readCredits, startsWithLabelledRole } from './credits.ts';
import { type Furniture, readFurniture } from './furniture-line.ts';

/** What a line of copy is by itself. */
export type Sign =
  | { readonly kind: 'text' }
  | { readonly kind: 'ad' }
  | { readonly kind: 'end' }
  | { readonly kind: 'image'; readonly line: CreditLine }
  | { readonly kind: 'closing-image'; readonly line: CreditLine }
  | { readonly kind: 'closing-credits'; readonly credits: Credits }
  | { readonly kind: 'caption'; readonly caption: string }
  | Furniture;

/** Lines longer than this are prose. */
const longestSign = 300;

const adLine = /^[\s([*\u2013\u2014-]*(?:advertisement|advertisment|ads?|advert|publicit[\u00e9e]|publicidade?|pubblicit[\u00e0a]|anzeige|werbung|reclame|sponsored advertisement|ad feedback|(?:story|article) continues (?:below|after) (?:this |the )?(?:ad|advertisement)|advertisement\W{1,3}(?:scroll|story|article)[\w ]{0,40})[\s)\].:*\u2013\u2014-]*$/iu;
/** Marks that close copy: ENDS, -30-, ###. A bare number 30 is none. */
export function isEndMark(line: string): boolean {
  if (line.length > 20) return false;
  if (/^#(?:\s?#){2,}$/u.test(line)) return true;
  const word = line.replace(/^[\s([*\u2013\u2014-]+|[\s)\].*\u2013\u2014-]+$/gu, '');
  return /^(?:ENDS?|Ends?|ends)$/u.test(word) || (/^-?\s?30\s?-?$/u.test(word) && !/^\d/u.test(line) && !/\d$/u.test(line));
}

export const isAdLine = (line: string): boolean => line.length <= 100 && adLine.test(line);

function readClosing(line: string): Sign | null {
  const inner = /^[([](.+)[)\]]\.?$/u.exec(line)?.[1]?.trim();
  if (inner !== undefined) {
    const image = readCreditLine(inner);
    if (image) return { kind: 'closing-image', line: image };
  }
  const text = inner ?? line;
  const contribution = readContribution(text);
  if (contribution) return { kind: 'closing-credits', credits: contribution };
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
  const caption = readCaptionLine(line);
  if (caption !== null) return { kind: 'caption', caption };
  const credit = readCreditLine(line);
  if (credit) return { kind: 'image', line: credit };
  const furniture = readFurniture(line);
  if (furniture) return furniture;
  const captioned = readCaptionedCredit(line);
  return captioned ? { kind: 'image', line: captioned } : { kind: 'text' };
}

const bullet = /^(?:--|\*\*)\s+(?=\S)|^[*\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u2043]\s+(?=\S)|^[-\u2013]\s+(?=\S)/u;
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

const furtherReading = /^(?:also\s+read|read\s+(?:also|more|full)|see\s+also|related|watch|recommended|more\s+on|follow|subscribe|click|share|sign\s+up|sponsored|download|join\s+(?:us|our)|listen\s+to)\b/iu;

/** A short line without a full stop: a subhead where paragraphs stand around it. */
export function looksLikeSubhead(line: string): boolean {
  if (line.length > 90 || line.split(/\s+/u).length > 14 || !/\p{L}/u.test(line)) return false;
  if (/[.:;,\u2026\u0964)\]]$|[.!?,]["\u201d\u2019']$/u.test(line) || /^[("\u201c[\u2014\u2013>@#]/u.test(line)) return false;
  return !furtherReading.test(line) && bulletText(line) === null;
}

export const isUpperCaseLine = (line: string): boolean => /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);

const slugEnd = "(?:\\s+\\([^()]{1,40}\\)|\\s+(?:UPDATE )?\\d{1,2})*$";
const slugShape = new RegExp(`^(?=\\S*[/-])[\\p{Lu}\\p{N}][\\p{Lu}\\p{N}&.'/-]*${slugEnd}`, 'u');

/** Some desks write a topic of several words before the stroke. */
const slugWords = new RegExp(`^[\\p{Lu}\\p{N}&.'-]+(?: [\\p{Lu}\\p{N}&.'-]+){0,4}\\/[\\p{Lu}\\p{N}&.'-]*(?: \\p{Lu}+){0,2}${slugEnd}`, 'u');
/** "BC-Storm", "AP-EU--Dam Failure, 3rd Ld-Writethru": a service's letters, then the topic. */
const serviceSlug = /^\p{Lu}{2,5}-[\p{L}\p{N}.'&-]+( [\p{L}\p{N}.'& -]{1,50})?(,[\w -]{1,30})?$/u;

/** "TOPIC-PLACE/ANGLE (UPDATE 2)". */
export const isSlugline = (line: string): boolean => line.length <= 90 && (slugShape.test(line) || slugWords.test(line)) && /\p{Lu}{2}/u.test(line);

/** The same in the form that a headline may have too: only the first of two lines above the text is meant so. */
export function isServiceSlug(line: string): boolean {
  const match = line.length <= 90 ? serviceSlug.exec(line) : null;
  if (!match) return false;
  const [, words, version = ''] = match;
  return (words === undefined || line.includes('--')) && (version === '' || /\b(?:ld|lead|add|sub|take|writethru)\b/iu.test(version));
}
