// The block editor of a real WordPress, in Chromium, with a text of the measured length.
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { buildWordPress, wordPressBundle } from './build.mjs';
import { paragraphs } from './text.mjs';

/**
 * @typedef {object} Site
 * @property {<T>(words: number, action: (page: import('@playwright/test').Page) => Promise<T>) => Promise<T>} inEditor opens a draft of that length in a fresh browser
 * @property {() => void} stop
 */

/** How a paragraph of the block editor is found. */
export const wordPressEditor = { name: 'wordpress', paragraphs: (/** @type {import('@playwright/test').Page} */ page) => page.locator('[data-type="core/paragraph"]') };

/** @param {(line: string) => void} say @returns {Promise<Site | null>} null where WordPress or Chromium cannot be had, which is said */
export async function wordPressSite(say) {
  await buildWordPress();
  const { wordPressServer } = await import(wordPressBundle);
  const server = await wordPressServer();
  const executablePath = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout.trim();
  if (server === null || executablePath === '') {
    server?.stop();
    say('WordPress is not measured: it needs php, the Debian packages wordpress and chromium, and npm.');
    return null;
  }
  return {
    stop: server.stop,
    inEditor: async (words, action) => {
      const post = await server.draft('editor', paragraphs(words).map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n\n'));
      const browser = await chromium.launch({ executablePath, headless: false, args: ['--no-sandbox', '--disable-background-networking'] });
      try {
        const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
        await page.goto(`${server.address}/wp-login.php`);
        await page.fill('#user_login', 'editor');
        await page.fill('#user_pass', 'editor-pass');
        await Promise.all([page.waitForURL(/wp-admin/), page.click('#wp-submit')]);
        await page.goto(`${server.address}/wp-admin/post.php?post=${post}&action=edit`, { waitUntil: 'domcontentloaded' });
        await wordPressEditor.paragraphs(page).nth(Math.ceil(words / 60) - 1).waitFor({ state: 'attached', timeout: 120_000 });
        // Its welcome comes over the text whenever it is ready.
        await page.evaluate("wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false)");
        return await action(page);
      } finally {
        await browser.close();
      }
    },
  };
}
