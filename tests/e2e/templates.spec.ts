import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('an article begins as a template: what is typed right behind the choice is its headline, and the newsroom changes the list', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  const body = (): Locator => galley.article().locator('> p').last();
  await galley.newArticle();
  await page.keyboard.insertText('Ferry fares');
  await body().click();
  await page.keyboard.insertText('Up by a tenth.');
  await galley.saved();

  // Faster than the reader of templates is loaded: the words wait for the new article.
  await page.keyboard.press('Control+Shift+N');
  const choice = page.getByRole('dialog', { name: 'Begin as' });
  await expect(choice.getByRole('option')).toHaveText(['Flash', 'News', 'Feature', 'Live update', 'Obituary']);
  await page.keyboard.type('obit');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Anu Varma, poet, dies at 91');
  await expect(galley.headline()).toHaveText('Anu Varma, poet, dies at 91');
  await expect(galley.standfirst()).toHaveText('TK: the life in one sentence');
  await expect(galley.block('Subhead').first()).toHaveText('Early life');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('tabpanel', { name: 'Details' }).getByRole('textbox', { name: 'Genre' })).toHaveValue('Obituary');
  await expect(galley.tab('Checks')).toHaveAttribute('aria-description', /stop publishing/u);
  await galley.saved();
  await page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toHaveText('Ferry fares');
  await expect(body()).toHaveText('Up by a tenth.');
  await expect(galley.library().locator('.row-open')).toHaveCount(2);

  // A template of the newsroom's own; what was typed is kept also where the settings are closed from within the field.
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Add a template' }).click();
  const added = settings.locator('details[open]');
  await added.getByRole('textbox', { name: 'Name' }).fill('Weather');
  await added.locator('textarea').fill('---\ntitle: "TK weather"\n---\n\nTK: wind, rain, tide.\n');
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await page.keyboard.press('Control+Shift+N');
  await page.keyboard.type('weath');
  await page.keyboard.press('Enter');
  await expect(galley.headline()).toHaveText('TK weather');
  await expect(body()).toHaveText('TK: wind, rain, tide.');
  // The headline is there to be written over.
  await page.keyboard.type('Rain');
  await expect(galley.headline()).toHaveText('Rain');

  const again = await galley.reopen();
  await expect(again.headline()).toHaveText('Rain');
  await again.page.keyboard.press('Control+Shift+N');
  await expect(again.page.getByRole('dialog', { name: 'Begin as' }).getByRole('option')).toHaveText(['Flash', 'News', 'Feature', 'Live update', 'Obituary', 'Weather']);
  await again.close();
});
