import { expect, type Locator, type Page, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const tabs = (galley: Galley): Locator => galley.page.getByRole('tablist', { name: 'Open articles' }).getByRole('tab');
const handle = (page: Page): Locator => page.locator('.block-grip');

async function twoArticles(): Promise<Galley> {
  const galley = await Galley.startAs('Jo Ferreira');
  await galley.button('Open the sample article').click();
  await expect(galley.headline()).toContainText('The last ferry');
  await galley.newArticle();
  await galley.page.keyboard.type('Second story');
  await galley.article().locator('> p').last().click();
  await galley.page.keyboard.insertText('Only paragraph.');
  await galley.page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toContainText('The last ferry');
  return galley;
}

async function centre(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('not there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a block dragged over a tab brings its article to the front and lands there whole; one click takes it out where it was', async () => {
  const galley = await twoArticles();
  const { page } = galley;
  const picture = galley.block('Image').first();
  const alt = await picture.getByRole('textbox', { name: 'Alt text' }).inputValue();
  const caption = await picture.locator('figcaption').first().textContent();
  await picture.hover();
  await expect(handle(page)).toBeVisible();
  const [from, tab] = [await centre(handle(page)), await centre(tabs(galley).nth(1))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y - 20, { steps: 3 });
  await page.mouse.move(tab.x, tab.y, { steps: 8 });
  // A system tells of a drag that rests again and again; the test has to.
  await expect(async () => {
    await page.mouse.move(tab.x + 1, tab.y);
    await page.mouse.move(tab.x, tab.y);
    await expect(galley.headline()).toHaveText('Second story', { timeout: 700 });
  }).toPass();
  const paragraph = await galley.article().locator('> p').last().boundingBox();
  await page.mouse.move(from.x + 200, (paragraph?.y ?? 0) + 2, { steps: 6 });
  await expect(page.locator('.drop-line')).toBeVisible();
  await page.mouse.up();
  await expect(galley.article().locator('> *').nth(3).locator('img')).toHaveCount(1);
  const landed = galley.block('Image');
  await expect(landed.getByRole('textbox', { name: 'Alt text' })).toHaveValue(alt);
  await expect(landed.locator('figcaption').first()).toHaveText(caption ?? '');
  await expect(landed.locator('img')).toBeVisible();
  // Its id is another: two articles never hold the same block.
  const stored = await galley.stored();
  expect(stored.body.content?.map(({ type }) => type)).toEqual(['headline', 'standfirst', 'byline', 'image', 'paragraph']);
  expect(Object.keys(stored.images)).toHaveLength(1);

  const notice = page.getByRole('region', { name: 'Messages' });
  await expect(notice).toContainText('A block was copied from “The last ferry leaves at nine');
  await notice.getByRole('button', { name: 'Remove there' }).click();
  await expect(notice).toContainText('A block was removed from “The last ferry');
  await expect(galley.headline()).toHaveText('Second story');
  await page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toContainText('The last ferry');
  await expect(galley.article().locator('> *').nth(3).locator('img')).toHaveCount(0);
  // Undo works in both.
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article().locator('> *').nth(3).locator('img')).toHaveCount(1);
  await page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toHaveText('Second story');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.block('Image')).toHaveCount(0);
  await galley.close();
});

test('several blocks dropped on a tab land behind the caret there; cut and pasted by keyboard they move', async () => {
  const galley = await twoArticles();
  const { page } = galley;
  const texts = await galley.article().locator('> p').evaluateAll((all) => all.slice(0, 2).map((one) => one.textContent));
  await galley.article().locator('> p').first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(galley.article().locator('> .is-picked')).toHaveCount(2);
  await galley.article().locator('> p').first().hover();
  const [from, tab] = [await centre(handle(page)), await centre(tabs(galley).nth(1))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y - 20, { steps: 3 });
  await page.mouse.move(tab.x, tab.y, { steps: 2 });
  await page.mouse.up();
  await expect(galley.headline()).toHaveText('Second story');
  await expect(galley.article().locator('> p')).toHaveText(['Only paragraph.', ...texts.map(String)]);

  await page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toContainText('The last ferry');
  await expect(galley.article().locator('> .is-picked')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+X');
  await expect(galley.article().locator('> p').first()).not.toHaveText(String(texts[0]));
  await page.keyboard.press('Control+Tab');
  await expect(galley.headline()).toHaveText('Second story');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article().locator('> p')).toHaveText(['Only paragraph.']);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+V');
  await expect(galley.article().locator('> p')).toHaveText(['Only paragraph.', ...texts.map(String)]);
  await galley.close();
});
