import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Article } from '../../src/article/article.ts';
import type { BodyJson } from '../../src/article/body.ts';
import { paste } from '../../src/article/import/paste.ts';
import type { Bridge } from '../../src/ipc/contract.ts';
import { fixture, Galley } from './pages/galley.ts';

/** Every clipboard of the fixtures through the real one, both flavours together, as the other program leaves it. */
interface Copied {
  readonly name: string;
  readonly html: string | null;
  readonly text: string | null;
}

function copiesOf(folder: string): Copied[] {
  const names = new Set(readdirSync(fixture(folder)).filter((file) => /\.(?:html|txt)$/u.test(file)).map((file) => basename(file).replace(/\.\w+$/u, '')));
  const read = (file: string): string | null => (existsSync(fixture(`${folder}/${file}`)) ? readFileSync(fixture(`${folder}/${file}`), 'utf8') : null);
  return [...names].map((name) => ({ name, html: read(`${name}.html`), text: read(`${name}.txt`) }));
}

/** What blocks say, without what differs from one paste to the next. */
const told = (blocks: readonly BodyJson[]): unknown => JSON.parse(JSON.stringify(blocks, (key, value: unknown) => (key === 'blockId' || key === 'imageId' ? null : value)));
const isEmpty = (block: BodyJson | undefined): boolean => block?.type === 'paragraph' && block.content === undefined;

/** Whether anything stands below the fields. */
const shape = (galley: Galley): Promise<string> => galley.article().evaluate(({ children }) => [children.length, children[3]?.tagName, children[3]?.textContent].join());

/** The articles of the library by what stands in their headline. */
const stored = (page: Page): Promise<Record<string, Article>> => page.evaluate(async () => {
  const bridge = Reflect.get(window, 'galley') as Bridge;
  const listed = await bridge.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 200 });
  const all: Record<string, Article> = {};
  for (const { id, headline } of listed.ok ? listed.value.rows : []) {
    const opened = await bridge.call('articles.open', { articleId: id });
    if (opened.ok) all[headline] = opened.value.article;
  }
  return all;
});

for (const [what, copies] of [['the corpus', copiesOf('paste-a')], ['programs, first half', copiesOf('paste-programs').filter((_, index) => index % 2 === 0)], ['programs, second half', copiesOf('paste-programs').filter((_, index) => index % 2 === 1)]] as const) {
  test(`clipboards of ${what} give in the window what they give headless, and one undo takes each back`, async () => {
    test.setTimeout(180_000);
    const galley = await Galley.startAs('Jo Ferreira');
    const { page } = galley;
    for (const { name, html, text } of copies) {
      await galley.newArticle();
      // An article that has begun: finished copy stays text.
      await page.keyboard.insertText(name);
      await galley.article().locator('> p').last().click();
      const before = await shape(galley);
      await galley.clipboard({ ...(html === null ? {} : { html }), ...(text === null ? {} : { text }) });
      await galley.paste();
      await expect.poll(() => shape(galley), name).not.toBe(before);
      await page.keyboard.press('ControlOrMeta+Z');
      await expect.poll(() => shape(galley), `${name}, taken back`).toBe(before);
      await page.keyboard.press('ControlOrMeta+Shift+Z');
    }
    await galley.saved();
    const articles = await stored(page);
    for (const { name, html, text } of copies) {
      const blocks = (articles[name]?.body.content ?? []).slice(3);
      expect.soft(told(isEmpty(blocks.at(-1)) ? blocks.slice(0, -1) : blocks), name).toEqual(told(paste({ html, text }).blocks));
    }
    await galley.close();
  });
}
