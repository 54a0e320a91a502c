import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

const settings = (page: Page): Locator => page.getByRole('dialog', { name: 'Settings' });

async function openKeys(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+,');
  await settings(page).getByRole('button', { name: 'Keyboard', exact: true }).click();
  return settings(page).getByRole('region', { name: 'Keyboard' });
}

/** What the application's menu shows. */
const accelerator = (galley: Galley, name: string): Promise<string | undefined> => galley.app.evaluate(({ Menu }, id) => String(Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator ?? ''), name);

test('keys are changed, taken from another command, reset one by one and all; menu, palette, sheet and text obey', async () => {
  let galley = await Galley.startAs('Jo Ferreira');
  let { page } = galley;
  await galley.newArticle();
  const keys = await openKeys(page);
  await keys.getByRole('searchbox', { name: 'Find a command or its keys' }).fill('compare');
  await expect(keys.getByRole('listitem')).toHaveCount(5);
  await keys.getByRole('searchbox', { name: 'Find a command or its keys' }).fill('');

  // While keys are chosen they do nothing else: this would begin a new article.
  await keys.getByRole('button', { name: 'Change the keys of Bold: Ctrl+B' }).press('Enter');
  await expect(page.locator(':focus')).toHaveAccessibleName(/Press the new keys of Bold/u);
  await page.keyboard.press('c');
  await expect(keys.getByRole('alert')).toContainText('These would be typed');
  await page.keyboard.press('ControlOrMeta+c');
  await expect(keys.getByRole('alert')).toContainText('Ctrl+C means something everywhere');
  await page.keyboard.press('ControlOrMeta+n');
  await expect(keys.getByRole('alert')).toContainText('Ctrl+N is “New article”.');
  expect(await axeFindings(page)).toEqual([]);
  await keys.getByRole('button', { name: 'Take it from there' }).press('Enter');
  await expect(keys.getByRole('button', { name: 'Change the keys of Bold: Ctrl+N' })).toBeVisible();
  await expect(keys.getByRole('button', { name: 'Change the keys of New article: None' })).toBeVisible();
  await expect(keys).toContainText('2 commands changed');
  // The keys that are free now go to a command that has none.
  await keys.getByRole('button', { name: 'Change the keys of Approve: None' }).click();
  await page.keyboard.press('ControlOrMeta+Alt+a');
  await expect(keys.getByRole('button', { name: 'Change the keys of Approve: Ctrl+Alt+A' })).toBeFocused();
  expect(await accelerator(galley, 'approve')).toBe('CmdOrCtrl+Alt+A');
  expect(await accelerator(galley, 'new-article')).toBe('');
  await page.keyboard.press('Escape');

  // The text hears the new keys, and the old ones no more; the window does not begin an article.
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText('plain ');
  await page.keyboard.press('ControlOrMeta+n');
  await page.keyboard.insertText('strong ');
  await page.keyboard.press('ControlOrMeta+n');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.insertText('plain');
  await expect(galley.article().locator('strong')).toHaveText('strong ');
  await expect(galley.library().getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.insertText('bold');
  await expect(page.getByRole('option', { name: /^Bold/u })).toContainText('Ctrl+N');
  // The palette does what the keys do.
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(' by palette');
  await expect(galley.article().locator('strong').last()).toHaveText(' by palette');
  await page.keyboard.press('ControlOrMeta+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('term').filter({ hasText: /^Approve$/u })).toBeVisible();
  await expect(sheet.getByRole('definition').filter({ hasText: 'Ctrl+Alt+A' })).toBeVisible();
  await page.evaluate(() => { window.print = () => { document.title = 'printed'; }; });
  await sheet.getByRole('button', { name: 'Print…' }).click();
  expect(await page.title()).toBe('printed');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.shortcuts-print')).toBeVisible();
  await expect(page.locator('.shortcuts-print')).toContainText('Ctrl+Alt+A');
  await expect(page.locator('#root')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await galley.saved();

  // Kept, and reset.
  galley = await galley.reopen();
  ({ page } = galley);
  await expect(galley.article()).toBeVisible();
  expect(await accelerator(galley, 'approve')).toBe('CmdOrCtrl+Alt+A');
  const again = await openKeys(page);
  await again.getByRole('button', { name: 'Reset the keys of New article' }).click();
  await expect(again.getByRole('alert')).toContainText('Ctrl+N is “Bold”.');
  await again.getByRole('button', { name: 'Leave it' }).click();
  await again.getByRole('button', { name: 'Reset the keys of Bold' }).click();
  await again.getByRole('button', { name: 'Reset the keys of New article' }).click();
  await expect(again).toContainText('1 command changed');
  await again.getByRole('button', { name: 'Change the keys of Find: Ctrl+F' }).click();
  await page.keyboard.press('Backspace');
  await expect(again.getByRole('button', { name: 'Change the keys of Find: None' })).toBeVisible();
  await again.getByRole('button', { name: 'Reset all' }).click();
  await expect(again).toContainText('All keys as they come');
  expect(await accelerator(galley, 'new-article')).toBe('CmdOrCtrl+N');
  await galley.close();
});
