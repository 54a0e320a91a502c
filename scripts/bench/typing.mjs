// Typing, measured as keydown's timeStamp to a MessageChannel task queued in the first animation frame after `input`:
// the end of the main thread's work for the frame. Galley's text has ten pictures a thousand words, the bare pages have none. Real key events, caret in the middle paragraph, a fresh process each time.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { _electron } from '@playwright/test';
import { root } from '../place.mjs';
import { launchWords } from '../runtime/index.mjs';
import { benchFolder, pagesFolder } from './build.mjs';
import { summary } from './figures.mjs';
import { paragraphs } from './text.mjs';

const warmUp = 10;
const counted = 60;
const pauseMs = 60;
/** Each contestant is started this often, in turn; the keys of all rounds are counted together. */
const rounds = 2;

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {(page: import('@playwright/test').Page) => import('@playwright/test').Locator} paragraphs every paragraph of the text
 */

/**
 * @param {{electronPath: string, env: NodeJS.ProcessEnv, storeProcess: (...words: string[]) => Promise<unknown>, say: (line: string) => void}} given
 * @returns {Promise<Record<string, {p50: number, p95: number, count: number}>>} milliseconds, by `NAME WORDS`
 */
export async function typing({ electronPath, env, storeProcess, say }) {
  const { address, close } = await servePages();
  /** @type {Record<string, number[]>} */
  const keys = {};
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const words of [1_000, 10_000]) {
        for (const contestant of [bare('contenteditable', address, words), bare('tiptap', address, words), galley()]) {
          say(`typing: ${contestant.name}, ${words} words, round ${round} of ${rounds}`);
          const measured = await withFolder(async (folder) => {
            if (contestant.name === 'galley') await storeProcess('seed', folder, String(words));
            return typeInto(contestant, { electronPath, env, folder, words });
          });
          (keys[`${contestant.name} ${words}`] ??= []).push(...measured);
        }
      }
    }
  } finally {
    close();
  }
  return Object.fromEntries(Object.entries(keys).map(([name, values]) => [name, summary(values)]));
}

/** @param {'contenteditable' | 'tiptap'} name @param {string} address @param {number} words @returns {Contestant} */
function bare(name, address, words) {
  return {
    name,
    args: [join(import.meta.dirname, 'window.cjs')],
    env: { GALLEY_BENCH_PAGE: `${address}/${name}.html?words=${words}` },
    paragraphs: (page) => page.locator('#page p'),
  };
}

/** @returns {Contestant} the built app; it opens the seeded article by itself or from the list */
function galley() {
  return {
    name: 'galley',
    args: [root],
    env: {},
    paragraphs: (page) => page.getByRole('textbox', { name: 'Article', exact: true }).locator('p[data-block="paragraph"]'),
  };
}

/** @param {Contestant} contestant @param {{electronPath: string, env: NodeJS.ProcessEnv, folder: string, words: number}} given @returns {Promise<number[]>} */
async function typeInto({ name, args, env: own, paragraphs: find }, { electronPath, env, folder, words }) {
  const app = await _electron.launch({
    executablePath: electronPath,
    env: /** @type {Record<string, string>} */ ({ ...env, ...own, NODE_ENV: 'production' }),
    args: [...launchWords(), ...args, name === 'galley' ? `--data-dir=${folder}` : `--user-data-dir=${folder}`],
  });
  try {
    const page = await app.firstWindow();
    const found = find(page);
    const all = paragraphs(words).length;
    const middle = found.nth(Math.floor(all / 2));
    if (name === 'galley') await openSeeded(page);
    await middle.waitFor({ timeout: 20_000 });
    const seen = await found.count();
    if (seen !== all) throw new Error(`${name} shows ${seen} paragraphs where ${all} were given`);
    await middle.scrollIntoViewIfNeeded();
    await middle.click();
    await page.keyboard.press('End');
    await page.waitForTimeout(500);
    await page.evaluate(installProbe);
    await page.keyboard.type('the quick '.repeat((warmUp + counted) / 10), { delay: pauseMs });
    await page.waitForTimeout(300);
    const keys = (await page.evaluate('window.galleyBenchKeys')).slice(warmUp);
    if (keys.length < counted) throw new Error(`${name}: only ${keys.length} of ${counted} keys were seen`);
    return keys;
  } finally {
    await app.close();
  }
}

/** @param {import('@playwright/test').Page} page */
async function openSeeded(page) {
  const text = page.getByRole('textbox', { name: 'Article', exact: true });
  const row = page.getByRole('region', { name: 'Articles' }).getByText('Benchmark article').first();
  await text.or(row).first().waitFor({ timeout: 20_000 });
  if (!(await text.isVisible())) await row.click();
}

/** Runs in the page: collects one figure a key. */
function installProbe() {
  /** @type {number[]} */
  const keys = [];
  Reflect.set(window, 'galleyBenchKeys', keys);
  let pressed = 0;
  window.addEventListener('keydown', (event) => void (pressed = event.timeStamp), true);
  window.addEventListener('input', () => {
    const from = pressed;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => keys.push(performance.now() - from), { once: true });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  }, true);
}

/** @template T @param {(folder: string) => Promise<T>} action @returns {Promise<T>} */
async function withFolder(action) {
  mkdirSync(benchFolder, { recursive: true });
  const folder = mkdtempSync(join(benchFolder, 'data-'));
  try {
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Module scripts do not load from file:, so the bare pages come from this machine's loopback. */
async function servePages() {
  const types = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    const folder = name.startsWith('/assets/') ? join(pagesFolder, 'assets') : pagesFolder;
    readFile(join(folder, basename(name))).then(
      (bytes) => response.setHeader('content-type', types[/** @type {keyof typeof types} */ (name.split('.').at(-1))] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, close: () => (server.closeAllConnections(), server.close()) };
}
