// Comparing two revisions: Galley's whole comparison (text, marks, attributes, metadata) beside jsdiff's diffWords and
// diff-match-patch on the plain text alone, and prosemirror-changeset on the same documents, which it is given as nodes already. Each round gets articles never seen before, so that nothing is remembered between rounds.
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { diffWords } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { ChangeSet, simplifyChanges } from 'prosemirror-changeset';
import { StepMap } from 'prosemirror-transform';
import { compareBundle } from './build.mjs';
import { summary } from './figures.mjs';
import { paragraphs, random } from './text.mjs';

/** Words, edits, rounds. prosemirror-changeset gives up on all but short texts: the first is one. */
const lengths = /** @type {const} */ ([[300, 5, 30], [10_000, 100, 15], [100_000, 100, 3]]);

/** @param {{say: (text: string) => void}} tools */
export async function compare({ say }) {
  const { compareArticles, emptyArticle, schema } = await import(pathToFileURL(compareBundle).href);
  /** @param {string[]} texts @param {string} prefix */
  const article = (texts, prefix) => {
    const empty = emptyArticle('018e0000-0000-7000-8000-000000000000');
    const fields = structuredClone(empty.body.content.slice(0, 3)).map((/** @type {any} */ field, /** @type {number} */ index) => ({ ...field, attrs: { ...field.attrs, blockId: `${prefix}-f${index}` } }));
    return { ...empty, body: { type: 'doc', content: [...fields, ...texts.map((text, index) => ({ type: 'paragraph', attrs: { blockId: `${prefix}-${index}`, lang: null, dir: null }, content: [{ type: 'text', text }] }))] } };
  };
  /** @type {Record<string, unknown>} */
  const found = {};
  for (const [words, edits, rounds] of lengths) {
    say(`compare, ${words} words…`);
    const before = paragraphs(words);
    const after = edited(before, edits);
    const [a, b] = [before.join('\n'), after.join('\n')];
    const [docA, docB] = [before, after].map((texts) => schema.nodeFromJSON(article(texts, 'a').body));
    found[String(words)] = measured(rounds, {
      galley: () => marksOf(compareArticles(article(before, 'a'), article(after, 'a'))),
      renewed: () => marksOf(compareArticles(article(before, 'a'), article(after, 'b'))),
      jsdiff: () => diffWords(a, b).filter(({ added, removed }) => added || removed).length,
      dmp: () => {
        const tool = new DiffMatchPatch();
        const diffs = tool.diff_main(a, b);
        tool.diff_cleanupSemantic(diffs);
        return diffs.filter(([op]) => op !== 0).length;
      },
      changeset: () => changesetMarks(docA, docB),
    });
  }
  say('compare, unrelated texts…');
  const [one, other] = [paragraphs(10_000, 7), paragraphs(10_000, 8)];
  found.unrelated = measured(3, {
    galley: () => marksOf(compareArticles(article(one, 'a'), article(other, 'b'))),
    jsdiff: () => diffWords(one.join('\n'), other.join('\n'), { timeout: 20_000 })?.length ?? 0,
  });
  return found;
}

/** Word replaced, words put in and words taken out, scattered over the paragraphs. @param {string[]} texts @param {number} edits */
function edited(texts, edits) {
  const next = random(3);
  const result = [...texts];
  for (let count = 0; count < edits; count += 1) {
    const at = Math.floor(next() * result.length);
    const words = (result[at] ?? '').split(' ');
    const place = Math.floor(next() * words.length);
    if (count % 3 === 0) words[place] = 'replaced';
    else if (count % 3 === 1) words.splice(place, 0, 'newly', 'written');
    else words.splice(place, 1);
    result[at] = words.join(' ');
  }
  return result;
}

/** Two documents as one whole replacement, which it narrows down. @param {import('prosemirror-model').Node} docA @param {import('prosemirror-model').Node} docB */
function changesetMarks(docA, docB) {
  const { changes } = ChangeSet.create(docA).addSteps(docB, [new StepMap([0, docA.content.size, docB.content.size])], null);
  return simplifyChanges(changes, docB).reduce((sum, { fromA, toA, fromB, toB }) => sum + Number(toA > fromA) + Number(toB > fromB), 0);
}

/** Separate marks a reader sees. @param {{blocks: readonly {text: readonly {op: string}[]}[]}} comparison */
const marksOf = ({ blocks }) => blocks.reduce((sum, { text }) => sum + text.filter(({ op }) => op !== 'same').length, 0);

/** Interleaved, so that a busy moment of the machine falls on all. @param {number} rounds @param {Record<string, () => number>} tasks */
function measured(rounds, tasks) {
  /** @type {Record<string, {times: number[], marks: number}>} */
  const results = {};
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      const marks = task();
      const time = performance.now() - start;
      const result = (results[name] ??= { times: [], marks });
      // The first round warms up.
      if (round >= 0) result.times.push(time);
    }
  }
  return Object.fromEntries(Object.entries(results).map(([name, { times, marks }]) => [name, { ...summary(times), marks }]));
}
