// Texts to search in: made-up words, used as often as words of a language are (Zipf), the same every time.
import { random } from './text.mjs';

const starts = ['b', 'br', 'c', 'ch', 'd', 'f', 'g', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v', 'w'];
const middles = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ends = ['', 'l', 'n', 'r', 's', 't', 'nd', 'ck'];

const size = 20_000;
const vocabulary = makeVocabulary();

function makeVocabulary() {
  const next = random(11);
  const pick = (/** @type {string[]} */ list) => list[Math.floor(next() * list.length)] ?? '';
  const found = new Set();
  while (found.size < size) found.add(`${pick(starts)}${pick(middles)}${pick(ends)}${pick(starts)}${pick(middles)}${pick(ends)}`);
  return [...found];
}

/** A word by Zipf's law: uniform in the logarithm of its rank. @param {() => number} next */
const word = (next) => vocabulary[Math.floor(size ** next()) - 1] ?? vocabulary[0] ?? '';

/** @param {number} count words @param {number} seed @param {number} [each] words of a paragraph @returns {string[]} paragraphs */
export function pressText(count, seed, each = 60) {
  const next = random(seed * 7_919 + 1);
  const result = [];
  for (let left = count; left > 0; left -= each) result.push(`${Array.from({ length: Math.min(each, left) }, () => word(next)).join(' ')}.`);
  return result;
}

/** What a person types: one to three words, the last one perhaps not yet whole. @param {number} count @returns {string[]} */
export function queries(count) {
  const next = random(5);
  return Array.from({ length: count }, (_, index) => {
    const chosen = Array.from({ length: (index % 3) + 1 }, () => word(next));
    const last = chosen.pop() ?? '';
    return [...chosen, last.slice(0, Math.ceil(last.length * next()))].join(' ');
  });
}
