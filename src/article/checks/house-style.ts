/** Finding house-style entries in a text: whole words, the forms as given, the longest where several begin at one place. */
import { formsOf } from '../newsroom/house-style.ts';
import type { StyleWish } from './finding.ts';
import { type Speech, speechIn } from './quotations.ts';

export interface StyleHit {
  readonly from: number;
  readonly to: number;
  readonly wrong: string;
  /** What to write, in the capitals of the text; '' where there is nothing to put in its place. */
  readonly right: string;
  readonly note: string;
}

interface Form {
  /** As it is looked for: small letters unless capitals count. */
  readonly form: string;
  readonly right: string;
  readonly note: string;
  readonly isExact: boolean;
  /** Letters of the form before its first word. */
  readonly lead: number;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
const isWordLetter = /[\p{L}\p{M}\p{N}]/u;
/** Apostrophes and blanks in their several shapes, one for one, so that places stay. */
const folded = (text: string): string => text.replaceAll(/[’ʼ]/gu, "'").replaceAll(/[\u00a0\u202f]/gu, ' ');

const compiled = new WeakMap<readonly StyleWish[], Map<string, ReadonlyMap<string, readonly Form[]>>>();

/** The forms for copy in a language by their first word in small letters; made once for a list. */
function formsFor(terms: readonly StyleWish[], language: string): ReadonlyMap<string, readonly Form[]> {
  const byLanguage = compiled.get(terms) ?? new Map<string, ReadonlyMap<string, readonly Form[]>>();
  compiled.set(terms, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const forms = new Map<string, Form[]>();
  for (const term of terms) {
    if (!isFor(term.language ?? '', language)) continue;
    const rights = formsOf(term.right);
    for (const [index, written] of formsOf(term.wrong).entries()) {
      const isExact = term.case === 'exact';
      const first = /[\p{L}\p{M}\p{N}]+/u.exec(written);
      if (!first) continue;
      const form = folded(isExact ? written : written.toLowerCase());
      const list = forms.get(first[0].toLowerCase()) ?? [];
      forms.set(first[0].toLowerCase(), [...list, { form, right: rights[index] ?? rights[0] ?? '', note: term.note ?? '', isExact, lead: first.index }].toSorted((a, b) => b.form.length - a.form.length));
    }
  }
  byLanguage.set(language, forms);
  return forms;
}

const isFor = (wanted: string, language: string): boolean => wanted === '' || language.toLowerCase() === wanted.toLowerCase() || language.toLowerCase().startsWith(`${wanted.toLowerCase()}-`);

export function styleHits(text: string, terms: readonly StyleWish[], speech: Speech): StyleHit[] {
  if (terms.length === 0) return [];
  const forms = formsFor(terms, speech.copyLanguage);
  const [asIs, small] = [folded(text), folded(text.toLowerCase())];
  // Some letters are longer in small (İ): then places would not be those of the text.
  if (small.length !== text.length) return [];
  const hits: StyleHit[] = [];
  const isSpoken = speechIn(text, speech);
  for (const { 0: first, index } of small.matchAll(word)) {
    if (index < (hits.at(-1)?.to ?? 0)) continue;
    const found = forms.get(first)?.find((one) => standsAt(one, one.isExact ? asIs : small, index - one.lead) && !isRightAlready(one, text, index - one.lead));
    if (!found) continue;
    const from = index - found.lead;
    const passage = text.slice(from, from + found.form.length);
    // What somebody said stays as it was said; how it is spelled is the newsroom's.
    if (isSpoken(from) && found.right !== '' && !isSpelling(found.form, found.right)) continue;
    hits.push({ from, to: from + found.form.length, wrong: passage, right: found.isExact ? found.right : inCapitalsOf(passage, found.right), note: found.note });
  }
  return hits;
}

function standsAt({ form }: Form, text: string, at: number): boolean {
  if (at < 0 || !text.startsWith(form, at)) return false;
  const isEdge = (inside: string, outside: string): boolean => !isWordLetter.test(inside) || !isWordLetter.test(outside);
  // "day-to-day" holds no "to-day".
  const isJoined = text[at - 1] === '-' && isWordLetter.test(text[at - 2] ?? ' ');
  return !isJoined && isEdge(form[0] ?? '', text[at - 1] ?? ' ') && isEdge(form.at(-1) ?? '', text[at + form.length] ?? ' ');
}

/** "Prize" for "Booker" is no fault where the text says "Booker Prize" already. */
function isRightAlready({ form, right }: Form, text: string, at: number): boolean {
  const inside = right.toLowerCase().indexOf(form.toLowerCase());
  return inside >= 0 && right.length > form.length && folded(text).toLowerCase().startsWith(folded(right).toLowerCase(), at - inside);
}

/** Two spellings of one word differ by one letter in three of the longer, and by two at most. */
const mostApart = (longest: number): number => Math.min(2, Math.floor(longest / 3));

/** Whether one form is the other spelled otherwise (e-mail, colour), and not another word for it. */
function isSpelling(form: string, right: string): boolean {
  const [a = '', b = ''] = [form, right].map((text) => text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, ''));
  return lettersApart(a, b) <= mostApart(Math.max(a.length, b.length));
}

/** Letters to put in, take out or change to make one text the other (Levenshtein). */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(a).entries()) {
    const next = [index + 1];
    for (const [at, other] of Array.from(b).entries()) next.push(Math.min((row[at] ?? 0) + (letter === other ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

function inCapitalsOf(passage: string, right: string): string {
  const letters = passage.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return right.toUpperCase();
  const [first = ''] = passage.match(/\p{L}/u) ?? [];
  return first !== first.toLowerCase() ? right.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : right;
}
