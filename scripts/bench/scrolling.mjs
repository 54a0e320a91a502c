// How evenly a page scrolls: real turns of the wheel, the time between frames, and how long the page's thread was held meanwhile.
import { percentile } from './figures.mjs';

const turns = 120;
/** Pixels a turn moves the page, and milliseconds between two: a hand in a hurry. */
const step = 240;
const pauseMs = 16;

/** @typedef {{p50: number, p95: number, longest: number, heldMs: number, scrolledPx: number}} Evenness frames in milliseconds; `heldMs` is the sum of tasks over 50 ms */

/**
 * Turns the wheel over the article from where it stands.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Evenness>}
 */
export async function wheeled(page) {
  const box = await page.locator('.article').boundingBox();
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? view.width) / 2, view.height / 2);
  const top = () => page.evaluate(() => document.querySelector('.article')?.getBoundingClientRect().top ?? 0);
  const before = await top();
  await page.evaluate(startProbe);
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(pauseMs);
  }
  const { frames, heldMs } = /** @type {{frames: number[], heldMs: number}} */ (await page.evaluate('window.galleyBenchScroll()'));
  return { p50: percentile(frames, 0.5), p95: percentile(frames, 0.95), longest: Math.max(...frames), heldMs, scrolledPx: before - (await top()) };
}

/** Runs in the page. */
function startProbe() {
  /** @type {number[]} */
  const frames = [];
  let heldMs = 0;
  let last = performance.now();
  let isOver = false;
  const observer = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) heldMs += duration; });
  observer.observe({ type: 'longtask' });
  const frame = (/** @type {number} */ now) => {
    if (isOver) return;
    frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Reflect.set(window, 'galleyBenchScroll', () => {
    isOver = true;
    for (const { duration } of observer.takeRecords()) heldMs += duration;
    observer.disconnect();
    return { frames, heldMs };
  });
}
