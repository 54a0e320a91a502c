import { readFileSync } from 'node:fs';
import { expect, type Locator, test } from '@playwright/test';
import { fixture, Galley, root } from './pages/galley.ts';

test('a reporter pastes a story, adds a picture, fixes the byline, and finds it all after a restart', async () => {
  let galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await galley.clipboard({ text: readFileSync(fixture('copy/samples/harbour-bridge.txt'), 'utf8') });
  await galley.headline().click();
  await galley.paste();
  await expect(galley.headline()).toContainText('Port authority acknowledges delay');
  await expect(galley.standfirst()).toContainText('will not open before the monsoon');
  const name = (): Locator => galley.block('Byline').getByRole('textbox', { name: 'Name' }).first();
  await expect(name()).toHaveValue('Asha Rao');
  await expect(galley.block('Ad slot')).toHaveCount(2);

  await galley.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, `${root}/resources/sample/west-pier.jpg`);
  await galley.article().getByText('Meanwhile, the authority has shared').click();
  await galley.page.keyboard.press('End');
  await galley.button('Insert block').click();
  await galley.page.getByRole('option', { name: 'Image' }).click();
  await expect(galley.article().locator('img')).toBeVisible();

  await name().fill('Asha R. Rao');
  await galley.saved();

  galley = await galley.reopen();
  await expect(galley.headline()).toContainText('Port authority acknowledges delay');
  await expect(name()).toHaveValue('Asha R. Rao');
  const picture = galley.article().locator('img');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(galley.article()).toContainText('₹4.2 lakh per vessel');
  await galley.close();
});
