import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fixture, Galley } from './pages/galley.ts';

test('finished copy pasted into a started article is offered and overwrites nothing', async () => {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('My own headline');
  await galley.article().locator('p').last().click();
  await galley.page.keyboard.type('My own first sentence.');
  await galley.clipboard({ text: readFileSync(fixture('copy/samples/agency-flash.txt'), 'utf8') });
  await galley.paste();
  await expect(galley.headline()).toHaveText('My own headline');
  await expect(galley.article()).toContainText('My own first sentence.');
  await expect(galley.article()).toContainText('Western pier needs 40 more sensors');
  await galley.page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article()).not.toContainText('Western pier needs 40 more sensors');
  await expect(galley.article()).toContainText('My own first sentence.');
  await galley.close();
});

test('a page with both flavours fills an article nobody has begun, with its fields, links and pictures; in a started one it is pasted as it is', async () => {
  const galley = await Galley.startAs('Asha Rao');
  const read = (flavour: string): string => readFileSync(fixture(`paste-a/a07-web-news-page.${flavour}`), 'utf8');
  const whole = async (): Promise<void> => {
    await expect(galley.block('Image').getByRole('textbox', { name: 'Alt text' })).toHaveValue('Boats on the river');
    await expect(galley.article().locator('strong')).toHaveText('two metres');
  };
  await galley.newArticle();
  await galley.clipboard({ text: read('txt'), html: read('html') });
  await galley.paste();
  await expect(galley.headline()).toHaveText('River level falls');
  await expect(galley.block('Byline').locator('.person-name')).toHaveValue('Bhavya S');
  await whole();
  await galley.page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.headline()).toHaveText('');
  await expect(galley.block('Image')).toHaveCount(0);

  await galley.newArticle();
  await galley.page.keyboard.insertText('My own headline');
  await galley.article().locator('p').last().click();
  await galley.paste();
  await expect(galley.block('Subhead').first()).toHaveText('River level falls');
  await whole();
  await expect(galley.headline()).toHaveText('My own headline');
  await galley.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: /article/iu }).first().click();
  await expect(galley.headline()).toHaveText('River level falls');
  await whole();
  await galley.close();
});

test('a second Galley on the same data folder ends politely and touches nothing', async () => {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await expect(Galley.start(galley.dataFolder)).rejects.toThrow();
  await galley.headline().click();
  await galley.page.keyboard.type('Still here');
  await galley.saved();
  await expect(galley.headline()).toHaveText('Still here');
  await galley.close();
});

test('a picture file dropped on the page becomes an image block with its place for alt text and credit', async () => {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  const bytes = [...readFileSync(fixture('pictures/plain.png'))];
  const data = await galley.page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(given)], 'harbour.png', { type: 'image/png' }));
    return transfer;
  }, bytes);
  const paragraph = galley.article().locator('p').last();
  const box = await paragraph.boundingBox();
  if (!box) throw new Error('no paragraph');
  await paragraph.dispatchEvent('drop', { dataTransfer: data, clientX: box.x + 20, clientY: box.y + box.height / 2 });
  await expect(galley.block('Image').locator('img')).toBeVisible();
  await expect(galley.block('Image').getByRole('textbox', { name: 'Alt text' })).toBeVisible();
  await galley.close();
});
