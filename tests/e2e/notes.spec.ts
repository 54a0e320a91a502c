import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const secret = 'Zanzibar-77';
const pad = (galley: Galley): Locator => galley.page.getByRole('textbox', { name: 'Notes', exact: true });

test('the pad beside an article: saved like text, one for each article, there after a restart, and in no export', async () => {
  test.setTimeout(120_000);
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.button('Open the sample article').click();
  await expect(galley.headline()).not.toHaveText('');
  await page.keyboard.press('ControlOrMeta+4');
  await expect(pad(galley)).toBeFocused();
  await expect(pad(galley)).toBeEditable();
  await page.keyboard.insertText(`Call ${secret} before noon`);
  // At once, without waiting for the throttle.
  await galley.newArticle();
  await page.keyboard.press('ControlOrMeta+4');
  await expect(pad(galley)).toHaveValue('');
  await expect(pad(galley)).toBeEditable();
  await page.keyboard.insertText('Another');
  await page.keyboard.press('Control+Tab');
  await expect(pad(galley)).toHaveValue(`Call ${secret} before noon`);

  const again = await galley.reopen();
  await again.tab('Notes').click();
  await expect(pad(again)).toHaveValue(`Call ${secret} before noon`);
  const folder = mkdtempSync(join(tmpdir(), 'galley-notes-'));
  await again.pickerAnswers([folder]);
  await again.tab('Export').click();
  const panel = again.page.getByRole('tabpanel', { name: 'Export' });
  await expect(panel.getByRole('checkbox').first()).toBeVisible();
  for (const box of await panel.getByRole('checkbox').all()) if (await box.isVisible()) await box.check();
  await panel.getByRole('button', { name: /folder/i }).first().click();
  await panel.getByRole('button', { name: 'Write files', exact: true }).click();
  await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.galley')).length, { timeout: 30_000 }).toBe(1);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) expect(readFileSync(join(file.parentPath, file.name)).includes(secret), file.name).toBe(false);
  await again.close();
});
