/** Usage terms held against the day, and against where the newsroom's pictures go. */
import { say } from '../../language/index.ts';
import type { Use } from '../newsroom/rights.ts';
import type { CheckContext, Found } from './finding.ts';

interface Limit {
  readonly forbids: readonly Use[];
  readonly level?: 'warning' | 'error';
}

/** Terms as agencies write them, where the newsroom's own table says nothing. */
const usualTerms: readonly (readonly [RegExp, readonly Use[]])[] = [
  // “Web and print only” shuts neither out.
  [/(?<!(?:\band|\bor|[&,/])\s*)\bprint(?:ed)? (?:use )?only\b|\bonly (?:for|in) print\b(?! (?:and|or)\b)/iu, ['web', 'social']],
  [/\b(?:not for|no) (?:web|online|internet|digital|website)(?: use)?\b|\bweb (?:use )?excluded\b/iu, ['web', 'social']],
  [/\b(?:not for|no) (?:use (?:on|in) )?social(?: media| networks?)?(?: use)?\b|\bsocial media (?:use )?(?:excluded|prohibited)\b/iu, ['social']],
  [/(?<!(?:\band|\bor|[&,/])\s*)\b(?:web|online|digital)(?: use)? only\b/iu, ['print']],
  [/\bno (?:re-?sale|syndication|third[- ]part(?:y|ies))\b|\bnot for (?:re-?sale|syndication|third parties)\b/iu, ['partners']],
];

/** @param blockId of the picture; null for the terms of the whole article */
export function checkTerms(terms: string, blockId: string | null, context: CheckContext): Found[] {
  const place = { blockId, field: 'usageTerms' };
  const [mismatch, expired] = blockId === null ? (['usage-mismatch-article', 'usage-expired-article'] as const) : (['usage-mismatch', 'usage-expired'] as const);
  const { forbids, level } = limitOf(terms, context);
  const found: Found[] = [];
  if (forbids.length > 0) found.push({ rule: 'usage-mismatch', message: mismatch, values: { terms: terms.trim(), uses: namesOf(forbids, context.language) }, ...(level ? { level } : {}), ...place });
  const written = endOfUse.exec(terms)?.[1];
  const lastDay = written === undefined ? null : dayOf(written);
  // The named day itself is still covered, everywhere west of Greenwich included.
  if (written !== undefined && lastDay !== null && Date.parse(context.now) > lastDay + 1.5 * dayInMs) found.push({ rule: 'usage-expired', message: expired, values: { date: written }, ...place });
  else if (lastDay === null && overAlready.test(terms)) found.push({ rule: 'usage-expired', message: 'usage-expired-said', values: { terms: terms.trim() }, ...place });
  return found;
}

/** Which of the newsroom's uses the terms shut out. */
function limitOf(terms: string, { rights }: CheckContext): Limit {
  const row = rights.table.find(({ words }) => hasWords(terms, words));
  const forbids = row ? row.forbids : usualTerms.flatMap(([pattern, shut]) => (pattern.test(terms) ? shut : []));
  return { forbids: rights.uses.filter((use) => forbids.includes(use)), ...(row ? { level: row.level } : {}) };
}

/** Whole words: what stands before and behind is no letter and no figure. Blanks of any number are one. */
function hasWords(terms: string, words: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const [text, wanted] = [plain(terms), plain(words)];
  const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + wanted.length])) return true;
  }
  return false;
}

const namesOf = (shut: readonly Use[], language: string): string => new Intl.ListFormat(language, { type: 'disjunction' }).format(shut.map((use) => say(`rules.use-${use}`, undefined, language)));

const endOfUse = /\b(?:until|till|expires?(?: on)?|expired(?: on)?|valid (?:to|until|through)|through|ends(?: on)?)\s*:?\s*(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? \p{L}+\.? \d{4}|\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})/iu;
/** Terms that say so themselves, without a day. */
const overAlready = /^\W*expired\W*$|\b(?:rights?|licen[cs]es?|terms|permissions?) (?:have |has |are |is )?expired\b/iu;
const dayInMs = 86_400_000;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Milliseconds of a day's start in UTC; null for what is no date. Days and months written in figures only are ambiguous and not read. */
function dayOf(written: string): number | null {
  const [year, month, day] = /^\d{4}-/u.test(written) ? written.split('-').map(Number) : namedDay(written);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return Date.UTC(year, month - 1, day);
}

function namedDay(written: string): number[] {
  const month = months.indexOf((/\p{L}{3,}/u.exec(written)?.[0] ?? '').slice(0, 3).toLowerCase()) + 1;
  const [year, day] = [/\d{4}/u.exec(written)?.[0], /(?<!\d)\d{1,2}(?!\d)/u.exec(written)?.[0]];
  return [Number(year), month, Number(day)];
}
