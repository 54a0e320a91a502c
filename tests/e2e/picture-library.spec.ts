import { copyFileSync, mkdtempSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { fixture, Galley, root } from './pages/galley.ts';

let galley: Galley;
test.beforeAll(async () => { galley = await Galley.startAs('Asha Rao'); });
test.afterAll(async () => { await galley.close(); });

const view = (): Locator => galley.page.getByRole('dialog', { name: 'Pictures' });
const open = async (): Promise<void> => {
  await galley.page.keyboard.press('ControlOrMeta+Shift+P');
  await galley.page.getByRole('combobox', { name: 'Command' }).fill('Pictures');
  await galley.page.keyboard.press('Enter');
  await expect(view()).toBeVisible();
};

test('every picture says where it is used; what is used nowhere is cleaned up, and one undo brings it back', async () => {
  const text = (): Locator => galley.article().locator('p').last();
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('The ferry came in late');
  await galley.dropFiles(text(), [join(root, 'resources/sample/west-pier.jpg')]);
  await expect(galley.block('Image')).toHaveCount(1);
  await galley.saved();
  // One that was dropped, thrown out again before any revision, a day ago.
  const path = join(mkdtempSync(join(tmpdir(), 'galley-unused-')), 'unused.png');
  copyFileSync(fixture('pictures/plain.png'), path);
  await galley.dropFiles(text(), [path]);
  await expect(galley.block('Image')).toHaveCount(2);
  await galley.page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.block('Image')).toHaveCount(1);
  await galley.saved();
  const files = (folder: string): readonly string[] => readdirSync(join(galley.dataFolder, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('sha256')).map((name) => join(galley.dataFolder, folder, name));
  const dayAgo = new Date(Date.now() - 86_400_000);
  for (const file of files('images')) utimesSync(file, dayAgo, dayAgo);

  await open();
  await expect(view().getByText('west-pier.jpg')).toBeVisible();
  await expect(view().getByRole('button', { name: 'The ferry came in late' })).toBeVisible();
  if (process.env['GALLEY_LOOK']) await galley.page.screenshot({ path: `${process.env['GALLEY_LOOK']}/pictures.png` });
  await view().getByRole('button', { name: /^Unused 1/ }).click();
  await expect(view().getByText('Used nowhere')).toHaveCount(1);
  await view().getByRole('button', { name: /^Clean up one picture/ }).click();
  await expect(view().getByRole('status')).toHaveText('One picture put aside for thirty days.');
  expect(files('images').filter((file) => file.endsWith('.png'))).toEqual([]);
  await view().getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(view().getByRole('status')).toHaveText('One picture is back in the library.');
  await view().getByRole('button', { name: /^Clean up one picture/ }).click();
  await view().getByRole('button', { name: /^Cleaned up 1/ }).click();
  await view().getByRole('button', { name: /^Put back/ }).click();
  await expect(view().getByText('Nothing was cleaned up')).toBeVisible();
  expect(files('images').filter((file) => file.endsWith('.png')).map((file) => statSync(file).isFile())).toEqual([true]);
  await galley.page.keyboard.press('Escape');
  await expect(view()).toHaveCount(0);

  await galley.block('Image').getByRole('button', { name: 'More', exact: true }).click();
  await galley.block('Image').getByRole('button', { name: 'Where used' }).click();
  await expect(galley.block('Image').getByRole('region', { name: 'Where used' })).toContainText('The ferry came in late · in the text');
  if (process.env['GALLEY_LOOK']) await galley.page.screenshot({ path: `${process.env['GALLEY_LOOK']}/where-used.png` });
});
