// Typing, measured as keydown's timeStamp to a MessageChannel task queued in the first animation frame after `input`:
// the end of the main thread's work for the frame. Galley's text has ten pictures a thousand words; beside it stand bare pages without any, which
// is what the budget asks, and bare Tiptap with the same pictures. Real key events, caret in the middle paragraph, a fresh process each time.
import { buildPages } from './build.mjs';
import { bare, galley, inWindow, openSeeded, servePages, withFolder } from './contestants.mjs';
import { summary } from './figures.mjs';
import { paragraphs } from './text.mjs';
import { wordPressEditor, wordPressSite } from './wordpress.mjs';

const warmUp = 10;
const counted = 60;
const pauseMs = 60;
/** Each contestant is started this often, each time in another order; the keys of all rounds are counted together. */
const rounds = 3;
/** Lengths of text, and how much slower than it is the processor is made. */
const conditions = [
  { words: 1_000, slower: 1 },
  { words: 10_000, slower: 1 },
  { words: 100_000, slower: 1 },
  { words: 10_000, slower: 4 },
];

/**
 * @param {{electronPath: string, env: NodeJS.ProcessEnv, storeProcess: (...words: string[]) => Promise<unknown>, say: (line: string) => void}} given
 * @returns {Promise<Record<string, {p50: number, p95: number, count: number}>>} milliseconds, by `NAME WORDS` and, where the processor is slowed, ` x4`
 */
export async function typing({ electronPath, env, storeProcess, say }) {
  await buildPages();
  const { address, close } = await servePages();
  const site = await wordPressSite(say);
  /** @type {Record<string, number[]>} */
  const keys = {};
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const { words, slower } of conditions) {
        const text = `${words}${slower > 1 ? ` x${slower}` : ''}`;
        if (site) {
          say(`typing: wordpress ${text}, round ${round} of ${rounds}`);
          (keys[`wordpress ${text}`] ??= []).push(...(await site.inEditor(words, (page) => typeInto(wordPressEditor, page, { words, slower }))));
        }
        for (const contestant of shuffled([bare('contenteditable', address, `words=${words}`), bare('tiptap', address, `words=${words}`), { ...bare('tiptap', address, `words=${words}&pictures`), name: 'tiptap with pictures' }, galley()])) {
          const name = `${contestant.name} ${text}`;
          say(`typing: ${name}, round ${round} of ${rounds}`);
          const measured = await withFolder(async (folder) => {
            if (contestant.name === 'galley') await storeProcess('seed', folder, String(words));
            return inWindow(contestant, { electronPath, env, folder }, async (app) => typeInto(contestant, await app.firstWindow(), { words, slower }));
          });
          (keys[name] ??= []).push(...measured);
        }
      }
    }
  } finally {
    close();
    site?.stop();
  }
  return Object.fromEntries(Object.entries(keys).map(([name, values]) => [name, summary(values)]));
}

/** @template T @param {T[]} all @returns {T[]} */
const shuffled = (all) => all.map((one) => ({ one, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ one }) => one);

/** @param {Pick<import('./contestants.mjs').Contestant, 'name' | 'paragraphs'>} contestant @param {import('@playwright/test').Page} page @param {{words: number, slower: number}} condition @returns {Promise<number[]>} */
async function typeInto({ name, paragraphs: find }, page, { words, slower }) {
  const found = find(page);
  const all = paragraphs(words).length;
  const middle = found.nth(Math.floor(all / 2));
  if (name === 'galley') await openSeeded(page);
  await middle.waitFor({ state: 'attached', timeout: 60_000 });
  const seen = await found.count();
  if (seen !== all) throw new Error(`${name} shows ${seen} paragraphs where ${all} were given`);
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
  await page.evaluate(installProbe);
  if (slower > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.keyboard.type('the quick '.repeat((warmUp + counted) / 10), { delay: pauseMs * slower });
  await page.waitForTimeout(300 * slower);
  const keys = (await page.evaluate('window.galleyBenchKeys')).slice(warmUp);
  if (keys.length < counted) throw new Error(`${name}: only ${keys.length} of ${counted} keys were seen`);
  return keys;
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
