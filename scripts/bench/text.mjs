// Made-up news copy of a given length, the same every time: 6 characters a word with the blank, 60 words a paragraph.
const words = 'council harbour bridge ferry budget minister report weather school police market station river engineer committee evening morning decision public statement money people winter summer question answer number region traffic company worker building hospital budget session village island railway festival election company support measure problem result meeting project service control history culture science energy region'.split(' ');

/** @param {number} seed @returns {() => number} a number in [0, 1), the same sequence for the same seed */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number} count words @param {number} [seed] @returns {string[]} paragraphs */
export function paragraphs(count, seed = 7) {
  const next = random(seed);
  const result = [];
  for (let left = count; left > 0; left -= 60) {
    const sentence = Array.from({ length: Math.min(60, left) }, () => words[Math.floor(next() * words.length)]).join(' ');
    result.push(`${sentence[0].toUpperCase()}${sentence.slice(1)}.`);
  }
  return result;
}
