/** Dashes, quotation marks and blanks as the copy's language has them; numbers and dates as the newsroom writes them. Each answers what to put in the place of what. */
import type { BlockContext, RuleId } from './finding.ts';
import { frenchBlankHits } from './french-blanks.ts';
import { nameThing } from './naming-figures.ts';
import { type Speech, speechIn } from './quotations.ts';
import { quotesOf } from './quote-marks.ts';

/** A passage that goes against a convention, and what it should be; '' where a person must decide. */
export interface ConventionHit {
  readonly rule: Extract<RuleId, 'dash-form' | 'quote-form' | 'french-blank' | 'number-form' | 'date-form'>;
  readonly from: number;
  readonly to: number;
  readonly wrong: string;
  readonly right: string;
}

type Setting = Pick<BlockContext, 'conventions' | 'copyLanguage' | 'isSpeech' | 'isTerse'>;

export function conventionHits(text: string, { conventions, copyLanguage, isSpeech, isTerse }: Setting): ConventionHit[] {
  return [...dashHits(text, dashOf(conventions.dash, copyLanguage)), ...quoteHits(text, copyLanguage), ...frenchBlankHits(text, copyLanguage), ...numberHits(text, conventions.thousands, copyLanguage), ...(isTerse ? [] : percentHits(text, conventions.percent, copyLanguage)), ...dateHits(text, conventions.dates, { copyLanguage, isSpeech })];
}

const hit = (rule: ConventionHit['rule'], { 0: wrong, index = 0 }: RegExpMatchArray, right: string): ConventionHit[] => (right === wrong ? [] : [{ rule, from: index, to: index + wrong.length, wrong, right }]);
const isEnglish = (language: string): boolean => language === '' || /^en\b/iu.test(language);

const dashes = { 'spaced-en': ' – ', 'spaced-em': ' — ', em: '—' } as const;

/** The dash between words, null where anything goes. Spanish sets its dashes against the words inside: only a person can tell. */
function dashOf(wanted: Setting['conventions']['dash'], language: string): string | null {
  if (wanted === 'any') return null;
  if (wanted !== 'language') return dashes[wanted];
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  if (/^en-(?:us|ca|ph)\b/iu.test(language)) return dashes['spaced-em'];
  return primary === 'es' ? '' : ['', 'en', 'de', 'fr', 'hi'].includes(primary) ? dashes['spaced-en'] : null;
}

/** Hyphens that stand for a dash: `word - word`, `word -- word`, `word--word`; not between figures, nor behind a dateline. */
const asDash = /(?<=[\p{L}\p{M}’”»“)?!…,.\uFFFC])(?: --? |--)(?=[\p{L}«„“‘¿¡(\uFFFC])/gu;
const behindDateline = /^[\p{Lu}][\p{Lu}\p{M} .'’,-]*(?:,[^–—]{0,40}|\([^)]{1,40}\))?$/u;

function dashHits(text: string, dash: string | null): ConventionHit[] {
  if (dash === null) return [];
  return Array.from(text.matchAll(asDash)).filter((match) => match.index > 100 || !behindDateline.test(text.slice(0, match.index))).flatMap((match) => hit('dash-form', match, dash));
}

/** Curly marks that a language does not use, by its primary subtag. Marks inside other marks are left alone where both are in use. */
const foreignMarks: Readonly<Record<string, RegExp>> = {
  en: /[„«»]/gu, hi: /[„«»]/gu, es: /„/gu, de: /(?<=^|[\s([{—–])“(?=\p{L})|(?<=[\p{L}.!?,…])”/gu, fr: /[“”„]/gu,
};

function quoteHits(text: string, language: string): ConventionHit[] {
  const marks = quotesOf(language);
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const foreign = foreignMarks[primary];
  if (!marks || !foreign) return [];
  return Array.from(text.matchAll(foreign)).flatMap((match) => {
    // French has these inside its own.
    if (primary === 'fr' && isInside(text, match.index)) return [];
    const opens = /^$|[\s([{—–]/u.test(text[match.index - 1] ?? '') && !/^$|\s/u.test(text[match.index + 1] ?? '');
    return hit('quote-form', match, marks.double[opens ? 0 : 1]);
  });
}

const isInside = (text: string, at: number): boolean => text.lastIndexOf('«', at) > text.lastIndexOf('»', at);

const separators = { comma: ',', point: '.', space: '\u202f', indian: ',' } as const;
/** A whole number from 10,000 up, with or without separators; no part of a longer run, no phone number, no decimal. */
const bigNumber = /(?<!\d[ \u00a0\u202f])(?<![\p{L}\p{N}.,\u00a0\u202f/#+-])(?:[1-9]\d{4,8}|[1-9]\d{0,2}(?:([,.\u00a0\u202f' ])\d{3})(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})(?![\p{L}\p{N}/-]|[.,]\d|[ \u00a0\u202f]\d{3}\b)/gu;

/** Characters beside a number that can tell what it is. */
const near = 40;

function numberHits(text: string, wanted: Setting['conventions']['thousands'], language: string): ConventionHit[] {
  if (wanted === 'any') return [];
  return Array.from(text.matchAll(bigNumber)).flatMap((match) => {
    const digits = match[0].replaceAll(/\D/gu, '');
    // Up to four digits a number may be a year, and newsrooms differ.
    if (digits.length < 5 || nameThing(match[0], { before: text.slice(Math.max(0, match.index - near), match.index), after: text.slice(match.index + match[0].length, match.index + match[0].length + near), language })) return [];
    const right = grouped(digits, wanted);
    // Either no-break blank keeps a number together.
    return match[0].replaceAll('\u00a0', '\u202f') === right ? [] : hit('number-form', match, right);
  });
}

function grouped(digits: string, wanted: keyof typeof separators): string {
  const lastThree = digits.slice(-3);
  const rest = digits.slice(0, -3).replaceAll(wanted === 'indian' ? /\B(?=(?:\d{2})+$)/gu : /\B(?=(?:\d{3})+$)/gu, separators[wanted]);
  return `${rest}${separators[wanted]}${lastThree}`;
}

function percentHits(text: string, wanted: Setting['conventions']['percent'], language: string): ConventionHit[] {
  if (wanted === 'any' || !isEnglish(language)) return [];
  return Array.from(text.matchAll(/(?<=\d)(?:[ \u00a0\u202f]?%|[ \u00a0](?:per cent|percent)\b)/gu)).filter((match) => wanted === '%' || match[0].trim() !== wanted).flatMap((match) => hit('number-form', match, wanted === '%' ? '%' : ` ${wanted}`));
}

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const day = '(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const year = '(?:,? (\\d{4}))?';
const ends = '(?![\\p{L}\\p{N}])';
const dayMonth = new RegExp(`(?<![\\p{L}\\p{N}])${day} (${month})${year}${ends}`, 'gu');
/** "In March 3 people came" and "by July 12 per cent were sold" count something: no date is "in" a day, and none has a share. */
const monthDay = new RegExp(`(?<![\\p{L}\\p{N}]|\\b[Ii]n )(${month}) ${day}${year}${ends}(?![.,]\\d| (?:[mb]illion|per ?cent)\\b| ?%)`, 'gu');
/** Day and month in figures only: the third of April or the fourth of March. */
const figures = /(?<![\p{L}\p{N}/.-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/(?:\d{4}|\d{2})(?![\p{L}\p{N}/-]|\.\d)/gu;

/** Figures and their signs are writing, in speech too; the order of day and month is what was said. */
function dateHits(text: string, wanted: Setting['conventions']['dates'], speech: Speech): ConventionHit[] {
  if (wanted === 'any' || !isEnglish(speech.copyLanguage)) return [];
  const ambiguous = Array.from(text.matchAll(figures)).flatMap((match) => hit('date-form', match, ''));
  const isSpoken = speechIn(text, speech);
  const others = Array.from(text.matchAll(wanted === 'day-month' ? monthDay : dayMonth)).filter(({ index }) => !isSpoken(index));
  return [...ambiguous, ...others.flatMap((match) => hit('date-form', match, wanted === 'day-month' ? [match[2], match[1], match[3]].filter((part) => part !== undefined).join(' ') : `${match[2] ?? ''} ${match[1] ?? ''}${match[3] === undefined ? '' : `, ${match[3]}`}`))];
}
