// The figures as rows that say what DESIGN section 11 asks beside what was found.

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} figure
 * @property {string} beside
 * @property {string} ratio
 * @property {string} budget
 */
/** @typedef {{p50: number, p95: number, count: number}} Summary */

const milliseconds = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const both = (/** @type {Summary} */ { p50, p95 }) => `${p50.toFixed(2)} / ${p95.toFixed(2)} ms`;
const times = (/** @type {number} */ value) => `${value.toFixed(2)}x`;

/** @param {Record<string, Summary>} found @returns {Row[]} */
export function typingRows(found) {
  const budgets = { 1000: 'p95 within 1.5x', 10000: 'p95 within 1.5x', 100000: 'no slower', '10000 x4': 'p95 within 1.5x' };
  return Object.entries(budgets).flatMap(([words, ofTiptap]) => {
    const mine = found[`galley ${words}`];
    return [['tiptap', 'bare Tiptap', ofTiptap], ['tiptap with pictures', 'Tiptap with the same pictures', ''], ['contenteditable', 'plain contenteditable', ''], ['wordpress', 'WordPress', 'a third or less']].flatMap(([key, name, budget]) => {
      const other = found[`${key} ${words}`];
      if (!mine || !other) return [];
      return [{ what: `typing, ${words.replace(' x4', ' words at a quarter of the speed').replace(/\d$/, '$& words')}, p50 / p95`, figure: both(mine), beside: `${name} ${both(other)}`, ratio: `${times(mine.p50 / other.p50)} / ${times(mine.p95 / other.p95)}`, budget: budget ?? '' }];
    });
  });
}

/** @param {Record<string, {first: number, whole: number, memory: number}>} found @returns {Row[]} */
export function openingRows(found) {
  return ['1000', '10000', '100000'].flatMap((words) => {
    const [mine, other] = [found[`galley ${words}`], found[`tiptap ${words}`]];
    if (!mine || !other) return [];
    const row = (/** @type {string} */ what, /** @type {'first' | 'whole' | 'memory'} */ key, /** @type {string} */ budget) => {
      const figure = (/** @type {number} */ value) => (key === 'memory' ? `${Math.round(value / 2 ** 20)} MiB` : milliseconds(value));
      return { what: `${what}, ${words} words`, figure: figure(mine[key]), beside: `bare Tiptap ${figure(other[key])}`, ratio: times(mine[key] / other[key]), budget };
    };
    return [row('open to the first words', 'first', words === '100000' ? 'under 1 s' : ''), row('open to all of it', 'whole', words === '10000' ? 'within 1.5x' : ''), row('memory', 'memory', words === '100000' ? 'within 1.5x' : '')];
  });
}

/** @param {{articles: number, galley: number, empty: number}} found @returns {Row[]} */
export const startRows = ({ articles, galley, empty }) => [
  { what: `start to the last article painted, ${articles} articles`, figure: milliseconds(galley), beside: `empty window ${milliseconds(empty)}`, ratio: times(galley / empty), budget: 'within 1.5x' },
];

/** @param {{galley: number, fullCopies: number, gzipCopies: number}} found @returns {Row[]} */
export function revisionRows({ galley, fullCopies, gzipCopies }) {
  const bytes = (/** @type {number} */ value) => `${Math.round(value)} bytes`;
  return [['full copies', fullCopies, 'under 800 bytes'], ['gzip copies', gzipCopies, '']].map(([name, other, budget]) => ({
    what: 'a revision, one paragraph of 700 words', figure: bytes(galley), beside: `${name} ${bytes(Number(other))}`, ratio: times(galley / Number(other)), budget: String(budget),
  }));
}

/** @param {Record<string, Summary>} found @returns {Row[]} */
export function saveRows(found) {
  const { raw } = found;
  return ['700', '10000'].flatMap((words) => {
    const mine = found[`galley ${words}`];
    if (!mine || !raw) return [];
    return [{ what: `durable save, one paragraph of ${words} words, p50`, figure: milliseconds(mine.p50), beside: `4 KB append + fsync ${milliseconds(raw.p50)}`, ratio: times(mine.p50 / raw.p50), budget: 'within 2x' }];
  });
}

/** @param {{articles: number, galley: Summary, totals: Summary, like: Summary}} found @returns {Row[]} */
export function searchRows({ articles, galley, totals, like }) {
  const row = (/** @type {string} */ what, /** @type {Summary} */ mine, /** @type {string} */ budget) => ({ what, figure: both(mine), beside: `LIKE scan and count ${both(like)}`, ratio: times(mine.p95 / like.p95), budget });
  return [row(`search over ${articles} articles, p50 / p95`, galley, 'p95 under 10 ms'), row('how many it found, asked after the rows', totals, '')];
}

/** @param {Record<string, Record<string, Summary & {marks: number}>>} found @returns {Row[]} */
export function compareRows(found) {
  return ['300', '10000', '100000', 'unrelated'].flatMap((what) => {
    const { galley, renewed, jsdiff, dmp, changeset } = found[what] ?? {};
    if (!galley || !jsdiff) return [];
    const name = what === 'unrelated' ? 'compare two unrelated 10000-word texts' : `compare ${what} words, ${what === '300' ? 5 : 100} edits`;
    const budget = { '10000': 'no slower than jsdiff', '100000': '10x faster than jsdiff', unrelated: 'bounded' }[what] ?? '';
    const row = (/** @type {string} */ label, /** @type {typeof galley} */ mine, /** @type {[string, typeof galley]} */ [other, theirs], /** @type {string} */ asked) => ({
      what: label, figure: `${milliseconds(mine.p50)}, ${mine.marks} marks`, beside: `${other} ${milliseconds(theirs.p50)}, ${theirs.marks > 2 ? `${theirs.marks} marks` : 'no marks: it gave up'}`, ratio: times(mine.p50 / theirs.p50), budget: asked,
    });
    return [row(name, galley, ['jsdiff', jsdiff], budget), ...(renewed ? [row(`${name}, all ids new`, renewed, ['jsdiff', jsdiff], budget)] : []), ...(dmp ? [row(name, galley, ['diff-match-patch', dmp], '')] : []), ...(changeset ? [row(name, galley, ['prosemirror-changeset', changeset], '')] : [])];
  });
}

/** @param {{count: number, photographBytes: number, openedBytes: number, peakBytes: number, restBytes: number, longestFrameMs: number, scroll: Record<'bare' | 'first' | 'again', import('./scrolling.mjs').Evenness>}} found @returns {Row[]} */
export function pictureRows({ count, photographBytes, openedBytes, peakBytes, restBytes, longestFrameMs, scroll }) {
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
  return [
    { what: `${count} photographs of 24 megapixels, all processes`, figure: `${megabytes(peakBytes)} at most, ${megabytes(restBytes)} after`, beside: `opened ${megabytes(openedBytes)}; files of ${megabytes(photographBytes)} each; longest frame ${milliseconds(longestFrameMs)}`, ratio: times(peakBytes / 1.5e9), budget: 'under 1500 MB' },
    ...Object.entries({ 'their thumbnails still to be made': scroll.first, 'their thumbnails made': scroll.again }).map(([when, { p95, heldMs, longest }]) => ({
      what: `the wheel turned over them, ${when}: between frames, p95`, figure: milliseconds(p95),
      beside: `the same text without pictures ${milliseconds(scroll.bare.p95)}; longest ${milliseconds(longest)} and ${milliseconds(scroll.bare.longest)}; thread held ${milliseconds(heldMs)} and ${milliseconds(scroll.bare.heldMs)}`, ratio: times(p95 / scroll.bare.p95), budget: '',
    })),
  ];
}

/** @param {Record<string, any>} found @returns {Row[]} */
export function sessionRows({ work, warm, end }) {
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [{ what: `${work.keys} keys, ${work.pastes} pastes taken back, ${work.switches} times another article: what the window holds`, figure: megabytes(end.heap), beside: `${megabytes(warm.heap)} when warm; nodes ${end.nodes} and ${warm.nodes}; all processes ${megabytes(end.memory)} and ${megabytes(warm.memory)}`, ratio: times(end.heap / warm.heap), budget: 'does not grow' }];
}

/** @param {Record<string, any>} found @returns {Row[]} */
export function exportRows({ count, html, rehype, markdown, remark, pandocHtml, pandocMarkdown }) {
  const row = (/** @type {string} */ to, /** @type {any} */ mine, /** @type {[string, any]} */ [other, theirs], /** @type {string} */ budget) => ({
    what: `${count} articles to ${to}`, figure: milliseconds(mine.p50), beside: `${other} ${milliseconds(theirs.p50)}`, ratio: times(mine.p50 / theirs.p50), budget,
  });
  return [
    row('HTML', html, ['rehype, the trees given', rehype], 'within 2x'),
    row('Markdown', markdown, ['remark, the trees given', remark], 'within 2x'),
    ...(pandocHtml ? [row('HTML', html, ['pandoc from our Markdown', pandocHtml], '')] : []),
    ...(pandocMarkdown ? [row('Markdown', markdown, ['pandoc from our Markdown', pandocMarkdown], '')] : []),
  ];
}

/** @param {Row[]} rows @returns {string} */
export function tableOf(rows) {
  const lines = [{ what: 'what', figure: 'Galley', beside: 'beside it', ratio: 'ratio', budget: 'budget' }, ...rows].map((row) => [row.what, row.figure, row.beside, row.ratio, row.budget]);
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
