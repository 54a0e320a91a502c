import { expect, test } from '@playwright/test';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

test('axe finds nothing in tabs, their list and the notes: light, dark, high contrast, twice as large', async () => {
  test.setTimeout(180_000);
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const headline of ['Ferry', 'Bridge', 'Tunnel']) {
    await galley.newArticle();
    await page.keyboard.type(headline);
  }
  await page.keyboard.press('ControlOrMeta+4');
  await page.keyboard.type('A note');
  for (const [name, media] of [['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }], ['high contrast', { colorScheme: 'light', forcedColors: 'active' }]] as const) {
    await page.emulateMedia({ forcedColors: 'none', ...media });
    expect.soft(await axeFindings(page), name).toEqual([]);
    // What is chosen is told by more than colour where the system takes the colours away.
    if (name === 'high contrast') for (const chosen of await page.locator('[role=tab][aria-selected=true]').all()) expect(await chosen.evaluate((tab) => getComputedStyle(tab).outlineStyle)).toBe('solid');
  }
  await page.emulateMedia({ forcedColors: 'none' });
  // Nothing moves by itself.
  expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0);
  await galley.button('All open articles').click();
  await expect(page.getByRole('menuitem', { name: 'Bridge' })).toBeVisible();
  expect.soft(await axeFindings(page), 'list of tabs').toEqual([]);
  await page.getByRole('menuitem', { name: 'Bridge' }).click();
  await expect(galley.headline()).toHaveText('Bridge');
  await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect(page.getByRole('tab', { name: 'Tunnel' })).toBeVisible();
  expect.soft(await axeFindings(page), 'twice as large').toEqual([]);
  await galley.close();
});
