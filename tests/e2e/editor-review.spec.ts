import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

// One desk: what a test leaves is what the next one finds.
test.describe.configure({ mode: 'serial' });
let galley: Galley;
test.beforeAll(async () => { galley = await Galley.startAs('Asha Rao'); });
test.afterAll(() => galley.close());

const revisions = (of: Galley): Locator => of.page.getByRole('list', { name: 'Revisions' }).getByRole('listitem');

test('an editor makes three revisions, compares, restores the first, and takes that back', async () => {
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('Council backs the budget');
  const versions = ['The vote was close.', ' It came at midnight.', ' Nobody spoke against it.'];
  await galley.article().locator('p').last().click();
  for (const text of versions) {
    await galley.page.keyboard.type(text);
    await galley.saved();
    await galley.page.keyboard.press('ControlOrMeta+S');
    await expect(galley.page.getByText(/^Saved as revision \d/).last()).toBeVisible();
  }
  await galley.tab('History').click();
  // The working copy stands first.
  await expect(revisions(galley)).toHaveCount(4);
  await revisions(galley).last().click();
  await galley.button('Compare').click();
  const comparison = galley.page.getByRole('region', { name: 'Comparison' });
  await expect(comparison.locator('ins').first()).toContainText('midnight');
  await galley.page.getByRole('button', { name: 'Restore revision' }).first().click();
  await expect(galley.article()).not.toContainText('midnight');
  await expect(galley.article()).toContainText('The vote was close.');
  await galley.article().locator('p').last().click();
  await galley.page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article()).toContainText('Nobody spoke against it.');
});

test('the history of one block, and its version restored; filters of the timeline', async () => {
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('Ferries stop');
  await galley.article().locator('> p').last().click();
  for (const text of ['First words.', ' Second words.']) {
    await galley.page.keyboard.type(text);
    await galley.saved();
    await galley.page.keyboard.press('ControlOrMeta+S');
    await expect(galley.page.getByText(/^Saved as revision \d/).last()).toBeVisible();
  }
  await galley.article().locator('> p').last().hover();
  await galley.page.getByRole('button', { name: 'Block', exact: true }).click();
  await galley.page.getByRole('menuitem', { name: 'History of this block' }).click();
  const versions = galley.page.getByRole('list', { name: 'Versions of this block' }).getByRole('listitem');
  await expect(versions.first()).toContainText('First words. Second words.');
  await versions.last().getByRole('button', { name: 'Restore block' }).click();
  await expect(galley.article()).not.toContainText('Second words.');
  await galley.button('All revisions').click();
  await galley.page.getByRole('combobox', { name: 'By cause' }).selectOption('restore');
  await expect(revisions(galley)).toHaveCount(1);
  await expect(revisions(galley).first()).toContainText('Restored');
  await galley.page.getByRole('combobox', { name: 'By cause' }).selectOption('');
});

test('states with who and when; the last approved one is a menu away; a small window shows the comparison and not the panel', async () => {
  const { page } = galley;
  await page.getByRole('combobox', { name: 'State' }).selectOption('in-review');
  await expect(page.getByText(/^In review since .* IST · Asha Rao$/)).toBeVisible();
  await galley.button('Approve').click();
  const states = page.getByText(/^Approved since .* IST · Asha Rao$/);
  await states.click();
  await expect(page.getByRole('list', { name: 'Earlier states' })).toContainText('In review since');
  await galley.article().locator('> p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Written since.');
  // At once: the last word is part of what is published.
  await page.getByRole('combobox', { name: 'State' }).selectOption('published');
  await expect(page.getByText(/^Published since /)).toBeVisible();
  await galley.article().locator('> p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And after.');
  await page.getByRole('button', { name: '1 change since published' }).first().click();
  await expect(page.getByRole('region', { name: 'Comparison' }).locator('ins')).toHaveText('And after.');
  await page.keyboard.press('Escape');
  await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700));
  await galley.button('Compare with').click();
  await page.keyboard.press('Enter');
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await expect(comparison.locator('ins').first()).toContainText('Written since.');
  await expect(page.getByRole('tab', { name: 'History' })).toBeHidden();
  // The comparison has the keys at once.
  await page.keyboard.press('Escape');
  await expect(comparison).toBeHidden();
  await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1400, 900));
});

test('a file beside the page: picked, one block taken from it, another one dropped in its place, and both on paper', async () => {
  const { page } = galley;
  const folder = mkdtempSync(join(tmpdir(), 'galley-files-'));
  const [lawyer, wire] = [join(folder, 'from-the-lawyer.md'), join(folder, 'wire.txt')] as const;
  writeFileSync(lawyer, '# Ferries stop\n\nFirst words, with the lawyer’s own.\n');
  writeFileSync(wire, 'Ferries stop\n\nQuite another story.\n');
  await galley.pickerAnswers([lawyer]);
  await galley.button('Compare with').click();
  await page.getByRole('menuitem', { name: 'A file…' }).click();
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await expect(comparison.locator('.side-head').first()).toContainText('from-the-lawyer.md');
  await expect(comparison.locator('del').filter({ hasText: 'lawyer' })).toBeVisible();
  await comparison.getByRole('group', { name: /^Paragraph/ }).first().getByRole('button', { name: 'Restore block' }).click();
  await expect(comparison.locator('del').filter({ hasText: 'lawyer' })).toHaveCount(0);
  await galley.dropFiles(comparison, [wire]);
  await expect(comparison.locator('.side-head').first()).toContainText('wire.txt');
  await expect(comparison.getByText('another story', { exact: false })).toBeVisible();
  const paper = join(folder, 'paper.html');
  await galley.app.evaluate(({ dialog }, path) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path }); }, paper);
  await galley.button('Save as page').click();
  await expect(page.getByText(`Comparison saved as ${paper}`)).toBeVisible();
  expect(readFileSync(paper, 'utf8')).toMatch(/<h2>wire\.txt<\/h2>[\s\S]*SHA-256 [0-9a-f]{64}/);
  // Nothing was added to the library.
  await expect(galley.library().getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(2);
  await galley.button('Back to working copy').click();
  await expect(galley.article()).toContainText('with the lawyer’s own.');
});

test('the margin says who touched each block last, follows the text, and is remembered', async () => {
  const { page } = galley;
  const toggle = (): Promise<void> => galley.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('toggle-touched')?.click());
  await toggle();
  const paragraph = galley.article().locator('> p').last();
  await expect(paragraph).toHaveAttribute('aria-description', /^Last changed by Asha Rao, .* IST, in revision \d+$/);
  await expect(galley.headline()).toHaveAttribute('data-touched', /^Asha Rao\n\d\d:\d\d IST$/);
  await paragraph.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Once more.');
  await expect(paragraph).toHaveAttribute('aria-description', /^Last changed by Asha Rao, .* IST, after the last revision$/);
  expect(JSON.parse(readFileSync(join(galley.dataFolder, 'settings.json'), 'utf8'))).toMatchObject({ showTouched: true });
  await toggle();
  await expect(galley.article().locator('[data-touched]')).toHaveCount(0);
  // The history of the block the caret is in, by keys alone.
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.keyboard.type('history of this block');
  await page.keyboard.press('Enter');
  const versions = page.getByRole('list', { name: 'Versions of this block' });
  await expect(versions).toContainText('with the lawyer’s own.');
  await expect(galley.button('All revisions')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(galley.article()).toBeFocused();
});
