import { expect, type Locator, test } from '@playwright/test';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

async function choose(galley: Galley, command: string): Promise<void> {
  await galley.app.evaluate(({ Menu, BrowserWindow }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click(undefined, BrowserWindow.getAllWindows()[0]);
  }, command);
}

/** Every view that a command opens, and what shows that it is there. */
const views: readonly (readonly [command: string, shows: (galley: Galley) => Locator])[] = [
  ['details', ({ page }) => page.getByRole('tabpanel', { name: 'Details' })],
  ['checks', ({ page }) => page.getByRole('tabpanel', { name: 'Checks' })],
  ['history', ({ page }) => page.getByRole('list', { name: 'Revisions' }).getByRole('listitem').first()],
  ['notes', ({ page }) => page.getByRole('tabpanel', { name: 'Notes' })],
  ['export', ({ page }) => page.getByRole('tabpanel', { name: 'Export' })],
  ['replace', ({ page }) => page.getByRole('region', { name: 'Find' })],
  ['compare', ({ page }) => page.getByRole('region', { name: 'Comparison' })],
  ['toggle-library', ({ page }) => page.getByRole('region', { name: 'Articles' })],
  ...(['new-from-template', 'quick-switch', 'palette', 'outline', 'replace-everywhere', 'reader-view', 'place-ads', 'pictures', 'backups', 'settings', 'shortcuts'] as const).map((command) => [command, ({ page }: Galley) => page.getByRole('dialog').first()] as const),
];

for (const [name, media] of [['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }], ['high contrast', { colorScheme: 'dark', forcedColors: 'active' }]] as const) {
  test(`axe finds nothing in any view twice as large, ${name}`, async () => {
    test.setTimeout(240_000);
    const galley = await Galley.startAs('Jo Ferreira');
    const { page } = galley;
    await page.emulateMedia({ reducedMotion: 'reduce', ...media });
    await galley.button('Open the sample article').click();
    await expect(galley.headline()).not.toHaveText('');
    await choose(galley, 'save-revision');
    await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
    await expect(galley.library()).toBeHidden();
    for (const [command, shows] of views) {
      await choose(galley, command);
      await expect(shows(galley), command).toBeVisible();
      if (command === 'replace') await page.getByRole('searchbox', { name: 'Find in this article' }).fill('the');
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
      expect.soft(await axeFindings(page), command).toEqual([]);
      // Nothing of a view lies beyond the window's edge.
      const box = await shows(galley).boundingBox();
      const width = await page.evaluate(() => innerWidth);
      expect.soft(Math.round((box?.x ?? 0) + (box?.width ?? 0)), `${command}: right edge`).toBeLessThanOrEqual(width);
      await shows(galley).focus().catch(() => undefined);
      await page.keyboard.press('Escape');
    }
    await galley.close();
  });
}
