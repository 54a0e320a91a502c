// A thousand photographs of 24 megapixels in one article, in the real window: how evenly it scrolls beside the same text without pictures,
// and the memory of all processes on the way from top to bottom.
// The first pictures have their thumbnails made meanwhile, the others have them already, as on the second day.
// Shared pages count once (PSS) where the system tells; elsewhere the working sets are added up, which says more than there is.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron } from '@playwright/test';
import Vips from 'wasm-vips';
import { root } from '../place.mjs';
import { launchWords } from '../runtime/index.mjs';
import { benchFolder } from './build.mjs';
import { wheeled } from './scrolling.mjs';

const count = 1000;
const words = 20_000;
/** Pictures whose thumbnail is made while they are looked at. */
const cold = 60;
/** Until the first look of checks, counts and thumbnails is over, milliseconds. */
const settlesMs = 5000;
const size = { width: 6000, height: 4000 };

/**
 * @param {{electronPath: string, env: NodeJS.ProcessEnv, storeProcess: (...words: string[]) => Promise<unknown>, say: (line: string) => void}} given
 * @returns {Promise<{count: number, photographBytes: number, openedBytes: number, peakBytes: number, restBytes: number, longestFrameMs: number, scroll: Record<'bare' | 'first' | 'again', import('./scrolling.mjs').Evenness>}>}
 */
export async function pictures(given) {
  const { storeProcess, say } = given;
  const [folder, bareFolder] = [mkdtempSync(join(benchFolder, 'data-')), mkdtempSync(join(benchFolder, 'data-'))];
  try {
    const photograph = await photographOf();
    const file = join(folder, 'photograph.jpg');
    writeFileSync(file, photograph);
    say(`pictures: ${count} of ${(photograph.length / 1e6).toFixed(1)} MB each`);
    await storeProcess('seed', folder, String(words), '0', '0', String(count), file, String(size.width), String(size.height));
    await storeProcess('seed', bareFolder, String(words), '0', '0', '0');
    for (const longest of [640, 1600]) placeThumbnails({ folder, photograph, longest, thumbnail: await thumbnailOf(photograph, longest) });
    const bare = await inApp(given, bareFolder, async (app) => wheeled(await opened(app)));
    return { count, photographBytes: photograph.length, ...(await inApp(given, folder, (app) => scrolled(app, bare, say))) };
  } finally {
    for (const one of [folder, bareFolder]) rmSync(one, { recursive: true, force: true });
  }
}

/**
 * @template Found
 * @param {Parameters<typeof pictures>[0]} given @param {string} folder @param {(app: import('@playwright/test').ElectronApplication) => Promise<Found>} measure
 */
async function inApp({ electronPath, env }, folder, measure) {
  const app = await _electron.launch({ executablePath: electronPath, env: /** @type {Record<string, string>} */ ({ ...env, NODE_ENV: 'production' }), args: [...launchWords(), root, `--data-dir=${folder}`] });
  try {
    return await measure(app);
  } finally {
    await app.close();
  }
}

/** Thumbnails as Galley keeps them, of all pictures but the first; the seed tells its photographs apart in the same way. @param {{folder: string, photograph: Uint8Array, longest: number, thumbnail: Uint8Array}} given */
function placeThumbnails({ folder, photograph, longest, thumbnail }) {
  for (let number = cold; number < count; number += 1) {
    const digest = createHash('sha256').update(photograph).update(`picture ${number}`).digest('hex');
    const path = join(folder, 'thumbnails', digest.slice(0, 2), `sha256-${digest}.${longest}.webp`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, thumbnail);
  }
}

/** @param {Uint8Array} photograph @param {number} longest @returns {Promise<Uint8Array>} */
async function thumbnailOf(photograph, longest) {
  const vips = await Vips({ printErr: () => undefined });
  return Uint8Array.from(vips.Image.thumbnailBuffer(photograph, longest, { height: longest }).writeToBuffer('.webp', { Q: 80, effort: 0 }));
}

/** A photograph's pixels and weight: soft noise, which compresses about as a crowd or a wood does. */
async function photographOf() {
  const vips = await Vips({ printErr: () => undefined });
  const band = () => vips.Image.gaussnoise(size.width, size.height, { mean: 128, sigma: 40 }).gaussblur(1.2);
  const whole = band().bandjoin([band(), band()]).cast('uchar').copy({ interpretation: 'srgb' });
  return Uint8Array.from(whole.writeToBuffer('.jpg', { Q: 85 }));
}

/** The page with the article, once the window has nothing left to do. @param {import('@playwright/test').ElectronApplication} app */
async function opened(app) {
  const page = await app.firstWindow();
  const text = page.getByRole('textbox', { name: 'Article', exact: true });
  const row = page.getByRole('region', { name: 'Articles' }).getByText('Benchmark article').first();
  await text.or(row).first().waitFor({ timeout: 60_000 });
  if (!(await text.isVisible())) await row.click();
  await text.waitFor();
  await page.waitForTimeout(settlesMs);
  return page;
}

/** @param {import('@playwright/test').ElectronApplication} app @param {import('./scrolling.mjs').Evenness} bare @param {(line: string) => void} say */
async function scrolled(app, bare, say) {
  const page = await opened(app);
  const text = page.getByRole('textbox', { name: 'Article', exact: true });
  const pictures = text.locator('img[src^="image:"]');
  await pictures.first().waitFor({ timeout: 120_000 });
  const seen = await pictures.count();
  if (seen !== count) throw new Error(`${seen} pictures are shown where ${count} were given`);
  const openedBytes = await memoryOf(app);
  // From the top, where thumbnails are still to be made, then where they are there already.
  const first = await wheeled(page);
  await pictures.nth(count / 2).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(settlesMs);
  const again = await wheeled(page);
  const scroll = { bare, first, again };
  say(`pictures: ${JSON.stringify(scroll)}`);
  let peakBytes = openedBytes;
  await page.evaluate(installProbe);
  for (let index = 0; index < count; index += 3) {
    const picture = pictures.nth(index);
    await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await page.waitForFunction(({ at }) => /** @type {HTMLImageElement | undefined} */ (document.querySelectorAll('.article img[src^="image:"]')[at])?.complete, { at: index }, { timeout: 120_000 });
    peakBytes = Math.max(peakBytes, await memoryOf(app));
    if (index % 150 === 0) say(`pictures: ${index} seen, ${(peakBytes / 1e6).toFixed(0)} MB at most`);
  }
  const longestFrameMs = /** @type {number} */ (await page.evaluate('window.galleyBenchLongest'));
  await page.waitForTimeout(15_000);
  return { openedBytes, peakBytes, restBytes: await memoryOf(app), longestFrameMs, scroll };
}

/** Runs in the page: the longest time between two frames. */
function installProbe() {
  let last = performance.now();
  const frame = (/** @type {number} */ now) => {
    Reflect.set(window, 'galleyBenchLongest', Math.max(Number(Reflect.get(window, 'galleyBenchLongest') ?? 0), now - last));
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** @param {import('@playwright/test').ElectronApplication} app @returns {Promise<number>} bytes of all its processes */
async function memoryOf(app) {
  const found = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid, memory }) => ({ pid, kilobytes: memory.workingSetSize })));
  return found.reduce((sum, { pid, kilobytes }) => sum + (ownKilobytes(pid) ?? kilobytes) * 1024, 0);
}

/** @param {number} pid */
function ownKilobytes(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? Number.NaN);
  } catch {
    return null;
  }
}
