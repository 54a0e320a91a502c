// From the command to the largest paint of the window, which is the last article's text or picture; beside it an empty Electron window. Nothing is
// attached while it starts: the times are read afterwards, from what the page kept of its paints.
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { launchWords } from '../runtime/index.mjs';
import { bare, galley, withFolder } from './contestants.mjs';
import { percentile } from './figures.mjs';

const rounds = 7;
const articles = 10_000;
const settleMs = 5_000;

/**
 * @param {{electronPath: string, env: NodeJS.ProcessEnv, storeProcess: (...words: string[]) => Promise<unknown>, say: (line: string) => void}} given
 * @returns {Promise<{articles: number, galley: number, empty: number}>} medians, milliseconds
 */
export async function starting({ electronPath, env, storeProcess, say }) {
  const empty = { ...bare('tiptap', '', ''), name: 'empty window', env: { GALLEY_BENCH_PAGE: 'data:text/html,<p>An empty window.</p>' } };
  /** @type {Record<string, number[]>} */
  const times = {};
  await withFolder(async (library) => {
    say(`start: a library of ${articles} articles is made`);
    await storeProcess('seed', library, '700', String(articles));
    for (let round = 0; round <= rounds; round += 1) {
      for (const contestant of [empty, galley()]) {
        say(`start: ${contestant.name}, ${round === 0 ? 'to warm up' : `round ${round} of ${rounds}`}`);
        const started = await withFolder((own) => start(contestant, { electronPath, env, folder: contestant.name === 'galley' ? library : own }));
        if (round > 0) (times[contestant.name] ??= []).push(started);
      }
    }
  });
  return { articles, galley: percentile(times['galley'] ?? [], 0.5), empty: percentile(times['empty window'] ?? [], 0.5) };
}

/** @param {import('./contestants.mjs').Contestant} contestant @param {import('./contestants.mjs').Place} place @returns {Promise<number>} */
async function start({ name, args, env: own }, { electronPath, env, folder }) {
  const port = 9_333;
  const words = [...launchWords(), ...args, `--remote-debugging-port=${port}`, name === 'galley' ? `--data-dir=${folder}` : `--user-data-dir=${folder}`];
  const fromMs = Date.now();
  const child = spawn(electronPath, words, { env: { ...env, ...own, NODE_ENV: 'production' }, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    await wait(settleMs);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error(`${name} shows no window after ${settleMs} ms`);
    const { atMs, isArticle } = await page.evaluate(largestPaint);
    if (name === 'galley' && !isArticle) throw new Error('the largest paint is not in the article');
    await browser.close();
    return atMs - fromMs;
  } finally {
    child.kill();
    await ended;
  }
}

/** Runs in the page: when the largest thing was painted (time since 1970, milliseconds), and whether it is a paragraph or picture of an article. */
function largestPaint() {
  return new Promise((/** @type {(found: {atMs: number, isArticle: boolean}) => void} */ done) => {
    new PerformanceObserver((list) => {
      const last = /** @type {PerformanceEntry & {element?: Element}} */ (list.getEntries().at(-1));
      done({ atMs: performance.timeOrigin + last.startTime, isArticle: Boolean(last.element?.closest('[role="textbox"]')) });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
