// Memory over a morning's work, scripted through the real window's keys: typing, pastes taken back, going from article to article.
// The text is as long afterwards as before, so what the window holds after garbage collection may not grow from round to round.
import { galley, inWindow, openSeeded, withFolder } from './contestants.mjs';
import { allProcessBytes } from './opening.mjs';
import { paragraphs } from './text.mjs';

/** The whole is minutes of keys; a fifth shows a leak as well, as growth is told a round. */
const share = process.env['GALLEY_BENCH_WHOLE'] ? 1 : 0.2;
const work = { keys: 20_000 * share, pastes: 500 * share, switches: 200 * share };
const rounds = 10;
/** What is made once (code, caches, the kept texts of tabs) is there after so many. */
const warm = 3;
const articles = 6;

/** @typedef {{heap: number, nodes: number, listeners: number, memory: number}} Held bytes, counts, bytes of all processes */

/**
 * @param {{electronPath: string, env: NodeJS.ProcessEnv, storeProcess: (...words: string[]) => Promise<unknown>, say: (line: string) => void}} given
 * @returns {Promise<{work: typeof work, rounds: number, warm: Held, end: Held, all: Held[]}>}
 */
export async function session({ electronPath, env, storeProcess, say }) {
  return withFolder(async (folder) => {
    await storeProcess('seed', folder, '1000', '0', String(articles - 1));
    return inWindow(galley(), { electronPath, env, folder }, async (app) => {
      const page = await app.firstWindow();
      await openSeeded(page);
      await openAll(page);
      const inspector = await page.context().newCDPSession(page);
      await inspector.send('HeapProfiler.enable');
      await app.evaluate(({ clipboard }, html) => /** @type {any} */ (clipboard).write({ html, text: 'pasted' }), pasted());
      /** @type {Held[]} */
      const all = [];
      for (let round = 1; round <= rounds; round += 1) {
        await oneRound(page);
        all.push({ ...(await heldIn(inspector)), memory: await allProcessBytes(app) });
        say(`session: round ${round} of ${rounds}, ${(all.at(-1)?.heap ?? 0) / 1e6} MB, ${all.at(-1)?.nodes} nodes`);
      }
      return { work, rounds, warm: /** @type {Held} */ (all[warm - 1]), end: /** @type {Held} */ (all.at(-1)), all };
    });
  });
}

/** A page of copy as a web page gives it. */
const pasted = () => paragraphs(500, 3).map((text, index) => `<p>${index % 3 ? text : `<b>${text}</b>`}</p>`).join('');

/** Every article as a tab. @param {import('@playwright/test').Page} page */
async function openAll(page) {
  const rows = page.getByRole('region', { name: 'Articles' }).locator('.row-open');
  for (let index = 0; index < articles; index += 1) {
    await rows.nth(index).click();
    await page.waitForTimeout(400);
  }
}

/** @param {import('@playwright/test').Page} page */
async function oneRound(page) {
  const { keyboard } = page;
  await galley().paragraphs(page).last().click();
  await keyboard.press('End');
  const word = 'ferry ';
  for (let keys = 0; keys < work.keys / rounds; keys += word.length * 2) {
    await keyboard.type(word);
    for (let letter = 0; letter < word.length; letter += 1) await keyboard.press('Backspace');
  }
  for (let pastes = 0; pastes < work.pastes / rounds; pastes += 1) {
    await keyboard.press('ControlOrMeta+V');
    await keyboard.press('ControlOrMeta+Z');
  }
  for (let switches = 0; switches < work.switches / rounds; switches += 1) {
    await keyboard.press('Control+Tab');
    // As long as someone looks at it.
    await page.waitForTimeout(250);
  }
}

/** What is held when everything that can go has gone. @param {import('@playwright/test').CDPSession} inspector */
async function heldIn(inspector) {
  for (let time = 0; time < 4; time += 1) {
    await inspector.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const { usedSize } = await inspector.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await inspector.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}
