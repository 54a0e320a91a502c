// The windows that are measured: Galley as it is built, and the bare pages beside it, each in a fresh process.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { _electron } from '@playwright/test';
import { root } from '../place.mjs';
import { launchWords } from '../runtime/index.mjs';
import { benchFolder, pagesFolder } from './build.mjs';

/** The picture of which every text has its copies. */
const photograph = join(root, 'resources', 'sample', 'west-pier.jpg');

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} selector every paragraph of the text
 * @property {(page: import('@playwright/test').Page) => import('@playwright/test').Locator} paragraphs the same
 */

/** @typedef {{electronPath: string, env: NodeJS.ProcessEnv, folder: string}} Place */

/** @param {'contenteditable' | 'tiptap'} name @param {string} address @param {string} query `words=N`, and `pictures` for as many as Galley’s text has, `waits` for a button before the text @returns {Contestant} */
export function bare(name, address, query) {
  return {
    name,
    args: [join(import.meta.dirname, 'window.cjs')],
    env: { GALLEY_BENCH_PAGE: `${address}/${name}.html?${query}` },
    selector: '#page p',
    paragraphs: (page) => page.locator('#page p'),
  };
}

/** @returns {Contestant} the built app; it opens the seeded article by itself or from the list */
export function galley() {
  return {
    name: 'galley',
    args: [root],
    env: {},
    selector: '[role="textbox"][aria-label="Article"] p[data-block="paragraph"]',
    paragraphs: (page) => page.locator('[role="textbox"][aria-label="Article"] p[data-block="paragraph"]'),
  };
}

/** Starts it, lets `action` at its window, and ends it. @template T @param {Contestant} contestant @param {Place} place @param {(app: import('@playwright/test').ElectronApplication) => Promise<T>} action @returns {Promise<T>} */
export async function inWindow({ name, args, env: own }, { electronPath, env, folder }, action) {
  const app = await _electron.launch({
    executablePath: electronPath,
    env: /** @type {Record<string, string>} */ ({ ...env, ...own, NODE_ENV: 'production' }),
    args: [...launchWords(), ...args, name === 'galley' ? `--data-dir=${folder}` : `--user-data-dir=${folder}`],
  });
  try {
    return await action(app);
  } finally {
    await app.close();
  }
}

/** @param {import('@playwright/test').Page} page */
export async function openSeeded(page) {
  const text = page.getByRole('textbox', { name: 'Article', exact: true });
  const row = page.getByRole('region', { name: 'Articles' }).getByText('Benchmark article').first();
  await text.or(row).first().waitFor({ timeout: 60_000 });
  if (!(await text.isVisible())) await row.click();
}

/** @template T @param {(folder: string) => Promise<T>} action @returns {Promise<T>} */
export async function withFolder(action) {
  mkdirSync(benchFolder, { recursive: true });
  const folder = mkdtempSync(join(benchFolder, 'data-'));
  try {
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Module scripts do not load from file:, so the bare pages come from this machine's loopback. */
export async function servePages() {
  const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', jpg: 'image/jpeg' };
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    const folder = name.startsWith('/assets/') ? join(pagesFolder, 'assets') : pagesFolder;
    const file = name.startsWith('/picture-') ? photograph : join(folder, basename(name));
    readFile(file).then(
      (bytes) => response.setHeader('content-type', types[/** @type {keyof typeof types} */ (name.split('.').at(-1))] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, close: () => (server.closeAllConnections(), server.close()) };
}
