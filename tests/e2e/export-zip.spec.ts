import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Bridge } from '../../src/ipc/contract.ts';
import { Galley } from './pages/galley.ts';

test('an export is one zip where that is asked for: twice the same bytes, one of several articles, narrower copies in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-zip-'));
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.pickerAnswers([folder]);
  await page.getByRole('button', { name: /Open the sample/ }).click();
  await expect(galley.headline()).toContainText('The last ferry leaves at nine');
  await page.keyboard.press('ControlOrMeta+,');
  const widths = page.getByRole('textbox', { name: 'Narrower copies for HTML, widths in pixels' });
  await widths.fill('wide');
  await widths.press('Tab');
  await expect(page.getByText('Up to ten whole numbers from 16 to 20,000')).toBeVisible();
  await widths.fill('640, 320');
  await widths.press('Tab');
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Export' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Export' });
  await panel.getByRole('combobox', { name: 'Written as' }).selectOption('zip');
  await panel.getByRole('button', { name: 'Write files', exact: true }).click();
  const zip = 'last-ferry-leaves-at-nine.zip';
  // Four narrower copies are made first.
  await expect(panel.getByRole('list', { name: 'Written zip' }).getByRole('listitem')).toContainText(zip, { timeout: 60_000 });
  expect(readdirSync(folder)).toEqual([zip]);
  const first = readFileSync(join(folder, zip));
  const inside = Object.keys(unzipSync(first));
  expect(inside).toContain('last-ferry-leaves-at-nine.html');
  expect(inside.filter((name) => name.endsWith('-640w.jpg'))).toHaveLength(2);
  await panel.getByText(`${inside.length} files in it`).click();
  await expect(panel.getByRole('list', { name: 'Written files' }).getByRole('listitem')).toHaveCount(inside.length);
  if (process.env['GALLEY_SHOTS']) {
    await panel.getByRole('list', { name: 'Written zip' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(process.env['GALLEY_SHOTS'], 'zip-light.png') });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join(process.env['GALLEY_SHOTS'], 'zip-dark.png') });
  }
  await page.keyboard.press('ControlOrMeta+Alt+E');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(`Wrote ${zip}`, { timeout: 60_000 });
  expect(readdirSync(folder)).toEqual([zip]);
  expect(readFileSync(join(folder, zip)).equals(first)).toBe(true);

  await galley.library().getByRole('button', { name: 'More about The last ferry leaves at nine' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(galley.library().locator('.row-open')).toHaveCount(2);
  await galley.library().locator('.row-open').first().focus();
  await page.keyboard.press('ControlOrMeta+A');
  await galley.library().getByRole('group', { name: 'Selected articles' }).getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export 2 articles' });
  await dialog.getByRole('button', { name: 'Write 2 articles' }).click();
  await expect(dialog.getByRole('list', { name: 'Written zip' }).getByRole('listitem')).toContainText('articles.zip', { timeout: 60_000 });
  const pages = Object.keys(unzipSync(readFileSync(join(folder, 'articles.zip')))).filter((name) => name.endsWith('.html'));
  expect(pages.toSorted()).toEqual(['last-ferry-leaves-at-nine-2.html', 'last-ferry-leaves-at-nine.html']);
  expect(readdirSync(folder).toSorted()).toEqual(['articles.zip', zip]);

  // A zip that cannot be written is no export: the history has none more.
  const before = await exportsOf(galley);
  expect(before).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  rmSync(folder, { recursive: true });
  await page.keyboard.press('ControlOrMeta+Alt+E');
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('alert')).toContainText(folder, { timeout: 60_000 });
  expect(await exportsOf(galley)).toBe(before);
  await galley.close();
});

/** How many exports the history of the article in front has. */
async function exportsOf(galley: Galley): Promise<number> {
  const { id } = await galley.stored();
  return galley.page.evaluate(async (articleId) => {
    const bridge = Reflect.get(window, 'galley') as Bridge;
    const listed = await bridge.call('revisions.list', { articleId, offset: 0, limit: 100 });
    return listed.ok ? listed.value.rows.filter(({ cause }) => cause === 'export').length : Number.NaN;
  }, id);
}
