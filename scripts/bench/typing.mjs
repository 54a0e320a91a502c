// Typing, measured as keydown's timeStamp to a MessageChannel task queued in the first animation frame after `input`:
// the end of the main thread's work for the frame. Real key events, caret in the middle paragraph, a fresh process each time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';

const warmUp = 10;
const counted = 60;
const pauseMs = 60;

/** Runs in the page: collects one figure a key. */
function installProbe() {
  window.__keys = [];
  let started = 0;
  window.addEventListener('keydown', (event) => { started = event.timeStamp; }, true);
  window.addEventListener('input', () => {
    const from = started;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.__keys.push(performance.now() - from);
      channel.port2.postMessage(null);
    });
  }, true);
}

/**
 * @param {{electronPath: string, env: Record<string, string>, args: string[], prepare: (page: import('@playwright/test').Page) => Promise<string>, slowdown?: number}} options
 *   `prepare` opens the text and answers the selector of the paragraph to type in
 * @returns {Promise<{p50: number, p95: number}>} milliseconds
 */
export async function measureTyping({ electronPath, env, args, prepare, slowdown = 1 }) {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
  const app = await _electron.launch({ executablePath: electronPath, env: { ...process.env, ...env, GALLEY_DATA_DIR: folder }, args: ['--no-sandbox', ...args] });
  try {
    const page = await app.firstWindow();
    const target = await prepare(page);
    const paragraph = page.locator(target);
    await paragraph.scrollIntoViewIfNeeded();
    await paragraph.click();
    await page.keyboard.press('End');
    await page.evaluate(installProbe);
    if (slowdown > 1) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    }
    await page.keyboard.type('the quick '.repeat(7), { delay: pauseMs });
    await page.waitForTimeout(500);
    const keys = (await page.evaluate(() => window.__keys)).slice(warmUp, warmUp + counted);
    if (keys.length < counted) throw new Error(`only ${keys.length} keys were seen`);
    const sorted = keys.toSorted((a, b) => a - b);
    return { p50: sorted[Math.floor(sorted.length * 0.5)], p95: sorted[Math.floor(sorted.length * 0.95)] };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
