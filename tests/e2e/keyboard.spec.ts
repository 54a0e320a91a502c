import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const focused = (page: Page): Locator => page.locator(':focus');

test('settings hold at once, are kept, and Escape gives the focus back', async () => {
  const galley = await Galley.startAs('Jo Ferreira', 'Asia/Kolkata');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.press('ControlOrMeta+,');
  const dialog = galley.page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toContainText('does not encrypt its store');
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Joana Ferreira');
  await dialog.getByRole('combobox', { name: 'Time zone of the newsroom' }).fill('Atlantis/Nowhere');
  await expect(dialog).toContainText('Choose a zone from the list');
  await dialog.getByRole('combobox', { name: 'Time zone of the newsroom' }).fill('Europe/Lisbon');
  await dialog.getByRole('combobox', { name: 'Language of the newsroom’s copy' }).fill('pt');
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect(galley.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const folder = mkdtempSync(join(tmpdir(), 'galley-second-'));
  await galley.app.evaluate(({ dialog: system }, path) => {
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await dialog.getByRole('button', { name: 'Choose folder' }).click();
  await expect(dialog).toContainText(folder);
  await galley.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(focused(galley.page)).toHaveAccessibleName('Article');
  await expect(galley.page.locator('footer')).toContainText('Europe/Lisbon');
  await galley.page.keyboard.type('Ponte');
  await galley.saved();
  await galley.page.keyboard.press('ControlOrMeta+s');
  await galley.tab('History').click();
  await expect(galley.page.getByRole('list', { name: 'Revisions' })).toContainText('Joana Ferreira');
  await galley.page.keyboard.press('ControlOrMeta+n');
  await galley.page.keyboard.press('ControlOrMeta+1');
  await expect(galley.page.getByRole('combobox', { name: 'Language', exact: true })).toHaveValue('pt');
  const again = await galley.reopen();
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(JSON.parse(readFileSync(join(again.dataFolder, 'settings.json'), 'utf8'))).toMatchObject({ person: { name: 'Joana Ferreira' }, zone: 'Europe/Lisbon', language: 'pt', theme: 'dark', backupFolder: folder });
  await again.close();
});

test('palette, quick switcher, sheet and F6 bring a keyboard everywhere', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Open an article first');
  await page.keyboard.press('ControlOrMeta+n');
  await expect(focused(page)).toHaveAccessibleName('Article');
  await page.keyboard.type('First story');
  await galley.saved();
  await page.keyboard.press('ControlOrMeta+n');
  await expect(galley.headline()).toHaveText('');
  await page.keyboard.type('Second story');
  await expect(galley.headline()).toHaveText('Second story');
  await galley.saved();

  await page.keyboard.press('ControlOrMeta+p');
  const switcher = page.getByRole('dialog', { name: 'Article to go to' });
  await page.keyboard.type('first');
  await expect(switcher.getByRole('option', { name: 'First story' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(galley.headline()).toHaveText('First story');

  await page.keyboard.press('ControlOrMeta+Shift+p');
  const palette = page.getByRole('dialog', { name: 'Command' });
  await expect(palette.getByRole('option', { name: 'Save revision' })).toContainText(/Ctrl\+S|⌘S/);
  await page.keyboard.type('dark the');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await galley.headline().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('italic');
  await page.keyboard.press('Enter');
  await expect(galley.headline().locator('em, i')).toHaveText('First');

  await page.keyboard.press('ControlOrMeta+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Move block up');
  await page.keyboard.press('Escape');

  await galley.headline().click();
  await page.keyboard.press('F6');
  await expect(focused(page)).toHaveRole('tab');
  await page.keyboard.press('F6');
  await expect(focused(page)).toHaveAccessibleName('Search articles');
  await page.keyboard.press('F6');
  await expect(focused(page)).toHaveAccessibleName('Article');
  await page.keyboard.press('Shift+F6');
  await expect(focused(page)).toHaveAccessibleName('Search articles');
  await page.keyboard.press('Escape');
  await expect(focused(page)).toHaveAccessibleName('Article');
  await galley.close();
});

test('a finding leads to its place: the words, the input, the field of the Details', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await page.keyboard.press('ControlOrMeta+n');
  await galley.article().locator('p').last().click();
  await page.keyboard.type('It costs TK crore.');
  await galley.tab('Checks').click();
  const findings = page.getByRole('tabpanel', { name: 'Checks' });
  await findings.locator('[data-rule=placeholder-text]').getByRole('button', { name: 'Go to it' }).click();
  await expect(focused(page)).toHaveAccessibleName('Article');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('TK');
  await findings.locator('[data-rule=slugline-missing]').getByRole('button', { name: 'Go to it' }).click();
  await expect(focused(page)).toHaveAccessibleName('Slugline');
  await page.keyboard.press('F8');
  await expect(focused(page)).toHaveAccessibleName('Article');
  await galley.close();
});

test('a screen reader hears what kind of block the caret has come to, and nothing from paragraph to paragraph', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  const spoken = page.getByRole('status', { name: 'Block of the caret' });
  await page.keyboard.press('ControlOrMeta+n');
  await page.keyboard.type('Ferry');
  await expect(spoken).toHaveText('');
  await page.keyboard.press('Enter');
  await expect(spoken).toHaveText('Standfirst');
  await galley.article().locator('> p').last().click();
  await expect(spoken).toHaveText('Paragraph');
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## Why');
  await expect(spoken).toHaveText('Subhead, level 2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- item');
  await expect(spoken).toHaveText('Bullet list');
  await page.keyboard.press('ArrowUp');
  await expect(spoken).toHaveText('Subhead, level 2');
  await page.keyboard.press('ArrowUp');
  await expect(spoken).toHaveText('Paragraph');
  // The same words are another line for the reader where the place is another.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## How');
  const before = await spoken.locator('span').elementHandle();
  await page.keyboard.press('ArrowUp');
  await before?.waitForElementState('hidden');
  await expect(spoken).toHaveText('Subhead, level 2');
  await galley.close();
});

test('on a narrow window the columns are drawers that close by Escape and never begin open', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await page.keyboard.press('ControlOrMeta+n');
  await expect(galley.tab('Details')).toBeVisible();
  await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect(galley.tab('Details')).toBeHidden();
  await expect(galley.library()).toBeHidden();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(galley.tab('Details')).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.press('Escape');
  await expect(galley.tab('Details')).toBeHidden();
  await expect(focused(page)).toHaveAccessibleName('Article');
  await galley.close();
});
