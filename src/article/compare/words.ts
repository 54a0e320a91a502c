/**
 * Text by whole words. Cut by Intl.Segmenter, so that Chinese and Thai have words too; common ends are taken off first,
 * up to the nearest blank, so that only what differs is cut at all.
 */
import type { TextChange } from './comparison.ts';
import { align } from './sequence.ts';
import { slid } from './slide.ts';

interface Token {
  readonly text: string;
  readonly isWord: boolean;
}

/** Edits beyond which a passage counts as rewritten and is shown as replaced whole. */
const mostEdits = 400;
/** UTF-16 units beyond which a differing passage is cut at blanks instead of by the (slower) segmenter. */
const longPassage = 50_000;

/** Made when it is first needed, not at start, and once: making it costs a thousand times what a sentence does. */
let segmenter: Intl.Segmenter | undefined;

function segmentsOf(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return segmenter.segment(text);
}

/** Words of a text, blanks and punctuation left out; Chinese and Thai have words too. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmentsOf(text)) if (isWordLike) count += 1;
  return count;
}

/** The runs of two texts, neighbours of one kind joined; a deletion stands before the insertion that replaces it. */
export function compareText(a: string, b: string): TextChange[] {
  if (a === b) return a === '' ? [] : [{ op: 'same', text: a }];
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const middle = compareTokens(cut(a.slice(start, a.length - end)), cut(b.slice(start, b.length - end)));
  const runs = joined([{ op: 'same', text: a.slice(0, start) }, ...middle, { op: 'same', text: a.slice(a.length - end) }]);
  return slid(runs, (text) => cut(text).map((token) => token.text));
}

const isBlank = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);
/** Whether no word goes across. Not every blank ends one: a narrow no-break space groups digits, a combining mark may follow. */
const isBetweenWords = (text: string, at: number): boolean =>
  at === 0 || at === text.length || (/[ \t\n\u00a0\u2028\u2029\u3000]/u.test(text.charAt(at - 1)) && !/[\p{M}\p{Cf}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0)));

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  while (at > 0 && !(isBetweenWords(a, at) && isBetweenWords(b, at))) at -= 1;
  return at;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  while (length > 0 && !(isBetweenWords(a, a.length - length) && isBetweenWords(b, b.length - length))) length -= 1;
  return length;
}

function cut(text: string): Token[] {
  if (text === '') return [];
  if (text.length > longPassage) return (text.match(/\s+|[^\s]+/gu) ?? []).map((part) => ({ text: part, isWord: !isBlank(part[0]) }));
  return Array.from(segmentsOf(text), ({ segment, isWordLike }) => ({ text: segment, isWord: isWordLike === true }));
}

function compareTokens(a: readonly Token[], b: readonly Token[]): TextChange[] {
  const numbers = new Map<string, number>();
  const numberOf = ({ text }: Token): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const matches = align(a.map(numberOf), b.map(numberOf), mostEdits) ?? [];
  return withoutConfetti(runsOf(a, b, matches)).flatMap(({ removed, added, kept }) => [
    { op: 'delete', text: textOf(removed) },
    { op: 'insert', text: textOf(added) },
    { op: 'same', text: textOf(kept) },
  ]);
}

/** What was replaced, and the unchanged text that follows it. */
interface Run {
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
  readonly kept: readonly Token[];
}

function runsOf(a: readonly Token[], b: readonly Token[], matches: readonly (readonly [number, number])[]): Run[] {
  const runs: Run[] = [];
  let kept: Token[] = [];
  let nextA = 0;
  let nextB = 0;
  for (const [inA, inB] of [...matches, [a.length, b.length] as const]) {
    if (inA > nextA || inB > nextB) {
      kept = [];
      runs.push({ removed: a.slice(nextA, inA), added: b.slice(nextB, inB), kept });
    } else if (runs.length === 0) {
      kept = [];
      runs.push({ removed: [], added: [], kept });
    }
    const token = a[inA];
    if (token) kept.push(token);
    nextA = inA + 1;
    nextB = inB + 1;
  }
  return runs;
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');
const wordsIn = (tokens: readonly Token[]): number => tokens.reduce((sum, { isWord }) => sum + (isWord ? 1 : 0), 0);
const isChange = (run: Run): boolean => run.removed.length > 0 || run.added.length > 0;

/**
 * Takes unchanged islands into the changes around them: blanks and punctuation always, words where they are fewer than the
 * changed ones on both sides. A rewritten sentence then reads as one deletion and one insertion.
 */
function withoutConfetti(runs: readonly Run[]): readonly Run[] {
  let current = runs;
  for (;;) {
    const next: Run[] = [];
    for (const run of current) {
      const before = next.at(-1);
      if (before && isChange(before) && isIsland(before, run)) {
        next[next.length - 1] = { removed: [...before.removed, ...before.kept, ...run.removed], added: [...before.added, ...before.kept, ...run.added], kept: run.kept };
      } else next.push(run);
    }
    if (next.length === current.length) return next;
    current = next;
  }
}

function isIsland(before: Run, after: Run): boolean {
  const words = wordsIn(before.kept);
  const changed = ({ removed, added }: Run): number => Math.max(wordsIn(removed), wordsIn(added));
  // Two changed quotation marks around nothing but a blank are two changes; a blank between two changed words is not.
  if (words === 0) return changed(before) > 0 && changed(after) > 0;
  return words < changed(before) && words < changed(after);
}

/** Joins neighbours and drops empty runs; between two unchanged runs all deletions come before all insertions. */
function joined(changes: readonly TextChange[]): TextChange[] {
  const result: TextChange[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push({ op: 'delete', text: removed });
    if (added !== '') result.push({ op: 'insert', text: added });
    removed = '';
    added = '';
  };
  for (const { op, text } of changes) {
    if (text === '') continue;
    if (op === 'delete') removed += text;
    else if (op === 'insert') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.op === 'same') result[result.length - 1] = { op, text: last.text + text };
      else result.push({ op, text });
    }
  }
  flush();
  return result;
}
