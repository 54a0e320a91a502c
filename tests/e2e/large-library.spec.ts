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
  for (const filler of ['fill-library.mjs', 'fill-revisions.mjs']) {
    execFileSync(electron, [join(root, 'tests/e2e/pages', filler), first.dataFolder, String(count)], { env: { ...process.env, ...sqliteOfRuntime(), ELECTRON_RUN_AS_NODE: '1' } });
  }
  galley = await Galley.start(first.dataFolder);
});
test.afterAll(() => galley.close());

const rows = (): Locator => galley.library().getByRole('list', { name: 'Articles' }).getByRole('listitem');
const search = (): Locator => galley.library().getByRole('searchbox', { name: 'Search articles' });

test('10,000 articles: the list opens on the newest, goes to its end and back, and leaves no gap when it is scrolled', async () => {
  const { page } = galley;
  await expect(galley.headline()).toHaveText('The first of many', { timeout: 30_000 });
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

test('10,000 revisions of one article: the timeline goes to its end and back, is scrolled without a gap, and opens the oldest', async () => {
  const { page } = galley;
  await galley.tab('History').click();
  const list = page.getByRole('list', { name: 'Revisions' });
  const versions = list.getByRole('listitem');
  await expect(versions.nth(1)).toContainText('Milestone 10000');
  await versions.first().getByRole('button').focus();
  await page.keyboard.press('End');
  await expect(versions.last()).toContainText('Closed');
  await expect(versions.last().getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Read only: Closed · revision 1')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(versions.first()).toContainText('Working copy');
  await expect(versions.first().getByRole('button')).toBeFocused();
  await versions.nth(3).hover();
  for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, 9_000);
  // Between two turns of the wheel there may be no row at all.
  await expect(list.locator('.rev-facts').nth(10)).toBeAttached();
  await expect(list.locator('.waiting')).toHaveCount(0);
  const clocks = (await list.locator('.rev-facts').allInnerTexts()).map((text) => Number(/(\d+):/.exec(text)?.[1]));
  expect(clocks.length).toBeGreaterThan(10);
  // An hour apart, the newest first: none is left out.
  expect(clocks).toEqual(clocks.map((_, index) => ((clocks[0] ?? 0) - index + 2400) % 24));
  await page.getByRole('combobox', { name: 'Which revisions' }).selectOption('named');
  await expect(versions).toHaveCount(10);
  await page.getByRole('combobox', { name: 'By author' }).selectOption('Daniel Okafor');
  await expect(page.getByText('No revision of this kind.')).toBeVisible();
});
