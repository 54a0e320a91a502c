import { expect, test } from '@playwright/test';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

/** Chooses from the application's menu, as a person does. */
async function choose(galley: Galley, command: string): Promise<void> {
  await galley.app.evaluate(({ Menu, BrowserWindow }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click(undefined, BrowserWindow.getAllWindows()[0]);
  }, command);
}

async function expectNothing(galley: Galley, view: string): Promise<void> {
  // What fades in is looked at when it stands.
  await galley.page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  expect.soft(await axeFindings(galley.page), view).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view, ${theme}`, async () => {
    test.setTimeout(240_000);
    const galley = await Galley.start();
    const { page } = galley;
    await expect(galley.button('Start')).toBeVisible();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expectNothing(galley, 'welcome');
    await galley.button('Start').click();
    await expectNothing(galley, 'welcome with its errors');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Jo Ferreira');
    await galley.button('Start').click();
    await expect(page.getByRole('heading', { name: 'Start writing' })).toBeVisible();
    await choose(galley, `theme-${theme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectNothing(galley, 'start');

    await galley.newArticle();
    await expectNothing(galley, 'empty article');
    await choose(galley, 'checks');
    await expectNothing(galley, 'checks with errors');
    await galley.tab('Export').click();
    await expectNothing(galley, 'export, stopped');

    await galley.library().getByRole('button', { name: /^More about/ }).click();
    await expectNothing(galley, 'menu of an article');
    await page.keyboard.press('Escape');
    await choose(galley, 'quick-switch');
    await expectNothing(galley, 'quick switcher, empty');
    await page.keyboard.press('Escape');
    await galley.article().locator('p').last().click();
    await page.keyboard.type('/');
    await expect(page.getByRole('listbox', { name: 'Insert block' })).toBeVisible();
    await expectNothing(galley, 'list of blocks');
    await page.keyboard.type('image');
    await page.keyboard.press('Enter');
    await expect(galley.block('Image')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectNothing(galley, 'picture without its file');
    await galley.close();
  });

  test(`axe finds nothing around a whole article, ${theme}`, async () => {
    test.setTimeout(240_000);
    const galley = await Galley.startAs('Jo Ferreira');
    const { page } = galley;
    await galley.button('Open the sample article').click();
    await expect(galley.headline()).not.toHaveText('');
    await choose(galley, `theme-${theme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const group of await page.locator('details.details-group').all()) await group.evaluate((element) => element.setAttribute('open', ''));
    await expectNothing(galley, 'article and Details');
    await choose(galley, 'checks');
    await expectNothing(galley, 'checks');
    await galley.tab('Export').click();
    await expectNothing(galley, 'export');
    await galley.headline().click();
    await page.keyboard.press('End');
    await page.keyboard.type(', at last');
    await page.keyboard.press('Shift+Home');
    await expect(page.getByRole('toolbar')).toBeVisible();
    await expectNothing(galley, 'formatting');
    await choose(galley, 'save-revision');
    await choose(galley, 'history');
    await expect(page.getByRole('list', { name: 'Revisions' })).toContainText('Jo Ferreira');
    await choose(galley, 'toggle-touched');
    await expect(galley.article().locator('[data-touched]').first()).toBeVisible();
    await choose(galley, 'state-in-review');
    await expect(page.getByText(/^In review since/)).toBeVisible();
    await expectNothing(galley, 'history, margin and a message');
    await choose(galley, 'compare');
    await expect(page.getByRole('region', { name: 'Comparison' })).toBeVisible();
    await expectNothing(galley, 'comparison');
    await page.getByRole('button', { name: 'Back to working copy' }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Comparison' })).toBeHidden();
    for (const [command, dialog] of [['settings', 'Settings'], ['palette', 'Command'], ['shortcuts', 'Keyboard shortcuts']] as const) {
      await choose(galley, command);
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      await expectNothing(galley, dialog);
      await page.keyboard.press('Escape');
    }
    await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
    await choose(galley, 'details');
    await expectNothing(galley, 'twice as large');
    await choose(galley, 'pictures');
    await expect(page.getByRole('dialog', { name: 'Pictures' }).locator('li').first()).toBeVisible();
    await expectNothing(galley, 'pictures');
    await page.keyboard.press('Escape');
    await galley.close();
  });
}
