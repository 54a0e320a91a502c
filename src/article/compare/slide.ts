import type { TextChange } from './comparison.ts';

/** Longer passages stay where they are: nobody reads them word by word. */
const longest = 5_000;

/**
 * Moves a passage that only came or went, where the text around it allows, to the place where a reader would put it: a whole sentence
 * between two others, not the end of one and the beginning of the next. Both texts stay what they are.
 * @param cut parts that stay whole, which is what keeps words whole
 */
export function slid(changes: readonly TextChange[], cut: (text: string) => readonly string[]): TextChange[] {
  // Unchanged text on both sides of every change, if it is none.
  const result: TextChange[] = [{ op: 'same', text: '' }, ...changes, { op: 'same', text: '' }];
  for (const [index, { op, text }] of result.entries()) {
    const [before, after] = [result[index - 1], result[index + 1]];
    if (op === 'same' || text.length > longest || before?.op !== 'same' || after?.op !== 'same') continue;
    const here = { before: before.text, text, after: after.text };
    // Two changes stay two.
    const isApart = (place: Place): boolean => place === here || ((place.before !== '' || index === 1) && (place.after !== '' || index + 2 === result.length));
    const best = bestPlace(placesOf(here, cut(text)).filter(isApart));
    result.splice(index - 1, 3, { op: 'same', text: best.before }, { op, text: best.text }, { op: 'same', text: best.after });
  }
  return result.filter(({ text }) => text !== '');
}

interface Place {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** Where the passage is, and every place to its left and right that gives the same texts. */
function placesOf(here: Place, parts: readonly string[]): readonly Place[] {
  const places = [here];
  let left = here;
  for (const part of parts.toReversed()) {
    if (!left.before.endsWith(part)) break;
    left = { before: left.before.slice(0, -part.length), text: part + left.text.slice(0, -part.length), after: part + left.after };
    places.push(left);
  }
  let right = here;
  for (const part of parts) {
    if (!right.after.startsWith(part)) break;
    right = { before: right.before + part, text: right.text.slice(part.length) + part, after: right.after.slice(part.length) };
    places.push(right);
  }
  return places;
}

/** The first of the best, which is the place itself where nothing is better. */
const bestPlace = (places: readonly Place[]): Place => places.reduce((best, place) => (scoreOf(place) > scoreOf(best) ? place : best));
const scoreOf = ({ before, text, after }: Place): number => border(before, text) + border(text, after);

/** How natural a border is: an end of the text, of a sentence, of a word, of punctuation. */
function border(left: string, right: string): number {
  if (left === '' || right === '') return 4;
  if (/[.!?…。！？][”’"»)]*$/u.test(left) && /^\s/u.test(right)) return 4;
  if (/[.!?…。！？][”’"»)]*\s+$/u.test(left)) return 3;
  if (/\s$/u.test(left) || /^\s/u.test(right)) return 2;
  return /[\p{L}\p{N}]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right) ? 0 : 1;
}
