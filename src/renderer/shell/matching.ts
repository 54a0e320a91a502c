/**
 * How well typed letters fit a name: each typed word stands at the start of a word of the name (best), inside it, or its
 * letters stand in it in order.
 * @returns the higher the better; 0 where it does not fit
 */
export function fit(query: string, name: string): number {
  const wanted = plainOf(query).split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return 1;
  const whole = plainOf(name);
  const scores = wanted.map((word) => fitOfWord(word, whole));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) + (whole.startsWith(wanted.join(' ')) ? 10 : 0);
}

function fitOfWord(word: string, whole: string): number {
  const at = whole.indexOf(word);
  if (at >= 0) return whole.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word)) ? 5 : 3;
  let from = 0;
  for (const letter of word) {
    const found = whole.indexOf(letter, from);
    if (found < 0) return 0;
    from = found + letter.length;
  }
  return 1;
}

/** Without case and accents. */
const plainOf = (text: string): string => text.trim().toLocaleLowerCase().normalize('NFD').replaceAll(/\p{Mn}/gu, '');
