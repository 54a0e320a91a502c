// From a click on an article to the end of the frame that shows its first words, and all of it; and the memory that takes. Beside it bare
// Tiptap with the same words and as many pictures, each a React component as Tiptap's guide makes it, from a click to the same frames. A fresh process each time.
import { readFileSync } from 'node:fs';
import { buildPages } from './build.mjs';
import { bare, galley, inWindow, servePages, withFolder } from './contestants.mjs';
import { percentile } from './figures.mjs';
import { paragraphs } from './text.mjs';

const rounds = 3;
const lengths = [1_000, 10_000, 100_000];

/** @typedef {{first: number, whole: number, memory: number}} Opened milliseconds, and bytes of all processes */

/**
 * @param {{electronPath: string, env: NodeJS.ProcessEnv, storeProcess: (...words: string[]) => Promise<unknown>, say: (line: string) => void}} given
 * @returns {Promise<Record<string, Opened>>} medians by `NAME WORDS`
 */
export async function opening({ electronPath, env, storeProcess, say }) {
  await buildPages();
  const { address, close } = await servePages();
  /** @type {Record<string, Opened[]>} */
  const found = {};
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const words of lengths) {
        for (const contestant of [bare('tiptap', address, `words=${words}&pictures&waits`), galley()]) {
          say(`opening: ${contestant.name}, ${words} words, round ${round} of ${rounds}`);
          const opened = await withFolder(async (folder) => {
            // A short article is the newest, so that the one to open is not open yet.
            if (contestant.name === 'galley') await storeProcess('seed', folder, String(words), '0', '1');
            return inWindow(contestant, { electronPath, env, folder }, (app) => openIn(contestant, app, words));
          });
          (found[`${contestant.name} ${words}`] ??= []).push(opened);
        }
      }
    }
  } finally {
    close();
  }
  const median = (/** @type {Opened[]} */ all, /** @type {keyof Opened} */ key) => percentile(all.map((one) => one[key]), 0.5);
  return Object.fromEntries(Object.entries(found).map(([name, all]) => [name, { first: median(all, 'first'), whole: median(all, 'whole'), memory: median(all, 'memory') }]));
}

/** @param {import('./contestants.mjs').Contestant} contestant @param {import('@playwright/test').ElectronApplication} app @param {number} words @returns {Promise<Opened>} */
async function openIn({ name, selector }, app, words) {
  const page = await app.firstWindow();
  const texts = paragraphs(words);
  const button = name === 'galley' ? page.getByRole('region', { name: 'Articles' }).getByText('Benchmark article').first() : page.getByRole('button', { name: 'Open' });
  if (name === 'galley') await page.getByRole('textbox', { name: 'Article', exact: true }).waitFor({ timeout: 60_000 });
  await button.waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_000);
  await page.evaluate(installProbe, { selector, first: texts[0] ?? '', count: texts.length });
  await button.click();
  /** @type {{first: number, whole: number} | undefined} */
  let times;
  // The app's own policy forbids Playwright's waiting in the page.
  while (!times) {
    await page.waitForTimeout(200);
    times = await page.evaluate('window.galleyBenchOpened');
  }
  await page.waitForTimeout(2_000);
  return { ...times, memory: await allProcessBytes(app) };
}

/** @param {import('@playwright/test').ElectronApplication} app */
export async function allProcessBytes(app) {
  const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid, memory }) => ({ pid, bytes: memory.workingSetSize * 1024 })));
  return pids.reduce((sum, { pid, bytes }) => sum + proportionalBytes(pid, bytes), 0);
}

/** A page that several processes share counts once, where the system says so (Linux). @param {number} pid @param {number} otherwise bytes */
function proportionalBytes(pid, otherwise) {
  if (process.platform !== 'linux') return otherwise;
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
}

/** Runs in the page: from the next click to the frames that hold the first and all of the paragraphs. @param {{selector: string, first: string, count: number}} awaited */
function installProbe({ selector, first, count }) {
  const atEndOfFrame = (/** @type {() => void} */ action) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', action, { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  };
  window.addEventListener('click', ({ timeStamp }) => {
    let firstMs = 0;
    const look = () => requestAnimationFrame(() => {
      if (document.querySelector(selector)?.textContent !== first) return look();
      const isWhole = document.querySelectorAll(selector).length === count;
      atEndOfFrame(() => {
        const ms = performance.now() - timeStamp;
        firstMs ||= ms;
        if (isWhole) Reflect.set(window, 'galleyBenchOpened', { first: firstMs, whole: ms });
        else look();
      });
    });
    look();
  }, { capture: true, once: true });
}
