import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const word = 'Kilimanjaro';

/** Files of the data folder, the browser's own among them, that hold the word in one of its spellings. */
function holding(folder: string): string[] {
  const needles = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from('limanjaro')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => needles.some((needle) => readFileSync(path).includes(needle)));
}

test('an article is deleted for good from the trash, asked twice, and is in no file of the data folder afterwards', async () => {
  test.setTimeout(180_000);
  let galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type(`${word} informant`);
  await galley.saved();
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('Ferries stay');
  await galley.saved();
  // A backup at quit holds both, where the machine was quick enough to make it.
  galley = await galley.reopen();
  const library = galley.library();
  const rows = library.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  expect(holding(galley.dataFolder).length).toBeGreaterThan(0);
  await library.getByRole('button', { name: `More about ${word} informant` }).click();
  await galley.page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await library.getByRole('button', { name: /^Trash/u }).click();
  await library.getByRole('button', { name: `More about ${word} informant` }).click();
  await galley.page.getByRole('menuitem', { name: 'Delete for good…' }).click();
  const notices = galley.page.getByRole('region', { name: 'Messages' });
  await expect(notices).toContainText(`Delete “${word} informant” for good?`);
  await expect(notices).toContainText('Galley cannot reach what left it');
  await galley.page.screenshot({ path: test.info().outputPath('asked.png') });
  // A double click answers the first question and not the second.
  await galley.button('Delete for good').dblclick();
  await expect(notices).toContainText('Nobody can bring');
  await galley.page.waitForTimeout(700);
  await galley.button('Yes, delete it now').click();
  await expect(notices).toContainText('Deleted for good: 1 revision, from ', { timeout: 30_000 });
  await galley.page.screenshot({ path: test.info().outputPath('done.png') });
  await expect(library).toContainText('The trash is empty.');
  await library.getByRole('button', { name: /^All/u }).click();
  await expect(rows).toHaveCount(1);
  await notices.getByRole('button', { name: 'Close' }).first().click();
  galley = await galley.reopen();
  await expect(galley.headline()).toHaveText('Ferries stay', { timeout: 30_000 });
  expect(holding(galley.dataFolder)).toEqual([]);
  await galley.close();
});

test('selected words are deleted for good from every revision, asked twice; the page, its undo and the data folder no longer have them', async () => {
  test.setTimeout(180_000);
  let galley = await Galley.startAs('Asha Rao');
  const { page } = galley;
  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.type('Harbour story');
  const text = galley.article().locator('> p').last();
  await text.click();
  await page.keyboard.type(`We met ${word} at the quay.`);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Saved as revision 1');
  await page.keyboard.type(` Then ${word.toUpperCase()} left.`);
  await galley.saved();
  // Nothing is selected and nothing is looked for: the find panel opens and says how.
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('combobox', { name: 'Command' }).fill('Delete words for good');
  await page.keyboard.press('Enter');
  const find = page.getByRole('region', { name: 'Find', exact: true });
  await find.getByRole('searchbox').fill(word);
  await expect(find.getByRole('status')).toHaveText('1 of 2');
  await page.screenshot({ path: test.info().outputPath('find.png') });
  await find.getByRole('button', { name: 'Delete for good…' }).click();
  const notices = page.getByRole('region', { name: 'Messages' });
  await expect(notices).toContainText(`Delete “${word}” for good?`);
  await expect(notices).toContainText('It stands in 2 places of the article as it is and in 2 revisions.');
  await page.screenshot({ path: test.info().outputPath('asked.png') });
  await galley.button('Delete for good').click();
  await expect(notices).toContainText('no undo can');
  await page.waitForTimeout(700);
  await galley.button('Yes, delete it now').click();
  await expect(notices).toContainText(/Deleted for good: from 2 revisions and \d|Deleted for good: from 2 revisions and no backup/, { timeout: 30_000 });
  await expect(text).toHaveText('We met  at the quay. Then  left.');
  await page.screenshot({ path: test.info().outputPath('done.png') });
  await text.click();
  await page.keyboard.press('Control+z');
  await expect(text).toHaveText('We met  at the quay. Then  left.');
  await page.keyboard.press('End');
  await page.keyboard.type(' On.');
  await galley.saved();
  // What is selected is asked about by itself; nothing goes before it is said twice.
  await page.keyboard.press('Escape');
  await text.click();
  await page.keyboard.press('End');
  for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('combobox', { name: 'Command' }).fill('Delete words for good');
  await page.keyboard.press('Enter');
  await expect(notices).toContainText('Delete “On.” for good?');
  await notices.getByRole('button', { name: 'Close' }).first().click();
  await notices.getByRole('button', { name: 'Close' }).first().click();
  galley = await galley.reopen();
  await expect(galley.article().locator('> p').last()).toHaveText('We met  at the quay. Then  left. On.', { timeout: 30_000 });
  expect(holding(galley.dataFolder)).toEqual([]);
  await galley.close();
});
