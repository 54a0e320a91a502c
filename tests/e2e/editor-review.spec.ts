import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('an editor makes three revisions, compares, restores the first, and takes that back', async () => {
  const galley = await Galley.startAs('Daniel Okafor');
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
  const revisions = galley.page.getByRole('list', { name: 'Revisions' }).getByRole('listitem');
  // The working copy stands first.
  await expect(revisions).toHaveCount(4);
  await revisions.last().click();
  await galley.button('Compare').click();
  const comparison = galley.page.getByRole('region', { name: 'Comparison' });
  await expect(comparison.locator('ins').first()).toContainText('midnight');
  await galley.page.getByRole('button', { name: 'Restore revision' }).first().click();
  await expect(galley.article()).not.toContainText('midnight');
  await expect(galley.article()).toContainText('The vote was close.');
  await galley.article().locator('p').last().click();
  await galley.page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article()).toContainText('Nobody spoke against it.');
  await galley.close();
});
