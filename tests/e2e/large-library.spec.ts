import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { Galley, root, sqliteOfRuntime } from './pages/galley.ts';

const count = 10_000;
let galley: Galley;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const first = await Galley.startAs('Asha Rao');
  await first.newArticle();
  await first.headline().click();
  await first.page.keyboard.type('The first of many');
  await first.saved();
  await first.close();
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  execFileSync(electron, [join(root, 'tests/e2e/pages/fill-library.mjs'), first.dataFolder, String(count)], { env: { ...process.env, ...sqliteOfRuntime(), ELECTRON_RUN_AS_NODE: '1' } });
  galley = await Galley.start(first.dataFolder);
});
test.afterAll(() => galley.close());

const rows = (): Locator => galley.library().getByRole('list', { name: 'Articles' }).getByRole('listitem');
const search = (): Locator => galley.library().getByRole('searchbox', { name: 'Search articles' });

test('10,000 articles: the list opens on the newest, goes to its end and back, and leaves no gap when it is scrolled', async () => {
  const { page } = galley;
  await expect(galley.headline()).toHaveText('The first of many');
  await expect(galley.library().getByRole('button', { name: 'All 10,001', exact: true })).toBeVisible();
  await rows().first().getByRole('button').first().focus();
  await page.keyboard.press('End');
  await expect(rows().last()).toContainText('number10000');
  await page.keyboard.press('Home');
  await expect(rows().first()).toContainText('The first of many');
  const list = galley.library().getByRole('list', { name: 'Articles' });
  await list.hover();
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 9_000);
  await expect(list.locator('.waiting')).toHaveCount(0);
  const numbers = (await rows().allInnerTexts()).map((text) => Number(/number(\d+)/.exec(text)?.[1]));
  expect(numbers[0]).toBeGreaterThan(2_000);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
});

test('a search is narrowed with every key, says how many it found, and comes back to the whole list', async () => {
  await search().click();
  await galley.page.keyboard.type('storm', { delay: 30 });
  await expect(galley.library().getByText('2,000 articles')).toBeVisible();
  await expect(rows().first()).toContainText('Storm number3');
  await galley.page.keyboard.type(' number999', { delay: 30 });
  await expect(galley.library().getByText('2 articles')).toBeVisible();
  await expect(rows()).toHaveCount(2);
  await expect(rows().nth(1)).toContainText('Storm number9998');
  await search().fill('zebra');
  await expect(galley.library().getByText('Nothing found for “zebra”', { exact: false })).toBeVisible();
  await search().fill('');
  await expect(rows().first()).toContainText('The first of many');
});
