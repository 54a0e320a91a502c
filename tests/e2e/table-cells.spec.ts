import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('cells are selected by mouse and by Shift with the arrows; what is done is done to all of them, and one undo takes it back', async () => {
  const galley = await Galley.startAs('Asha Rao');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('p').last().click();
  await galley.button('Insert block').click();
  await page.getByRole('option', { name: 'Table', exact: true }).click();
  const table = galley.block('Table');
  const cells = (): Locator => table.locator('td, th');
  const texts = async (): Promise<string[]> => (await cells().allInnerTexts()).map((text) => text.trim());
  const tool = (name: string): Locator => table.getByRole('button', { name, exact: true });
  const picked = (): Locator => table.locator('.selectedCell');
  // The caret is in the first cell of a new table.
  for (const word of 'abcdefghi'.split('')) {
    await page.keyboard.type(word);
    if (word !== 'i') await page.keyboard.press('Tab');
  }
  expect(await texts()).toEqual('abcdefghi'.split(''));

  // By mouse, from one cell to another.
  const [from, to] = [await cells().nth(0).boundingBox(), await cells().nth(4).boundingBox()];
  if (!from || !to) throw new Error('no cells');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + 8, { steps: 6 });
  await page.mouse.up();
  await expect(picked()).toHaveText(['a', 'b', 'd', 'e']);
  await page.keyboard.press('Delete');
  expect(await texts()).toEqual(['', '', 'c', '', '', 'f', 'g', 'h', 'i']);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await texts()).toEqual('abcdefghi'.split(''));

  // By keys: from the last letter of a cell on, cell by cell.
  await cells().nth(4).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(picked()).toHaveText(['e', 'f']);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(picked()).toHaveText(['e', 'f', 'h', 'i']);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(picked()).toHaveText(['e', 'h']);
  await page.keyboard.press('ControlOrMeta+b');
  await expect(table.locator('strong')).toHaveText(['e', 'h']);
  await page.keyboard.press('ControlOrMeta+b');
  await expect(table.locator('strong')).toHaveCount(0);
  await tool('Align right').click();
  await expect(table.locator('[data-align=right]')).toHaveText(['e', 'h']);

  // Cut as cells, pasted as cells; other programs get a table and tabs.
  await page.keyboard.press('ControlOrMeta+x');
  expect(await texts()).toEqual(['a', 'b', 'c', 'd', '', 'f', 'g', '', 'i']);
  const copied = await galley.app.evaluate(({ clipboard }) => (clipboard as unknown as { readText(): string }).readText());
  expect(copied).toBe('e\nh');
  await cells().nth(2).click();
  await page.keyboard.press('ControlOrMeta+v');
  expect(await texts()).toEqual(['a', 'b', 'e', 'd', '', 'h', 'g', '', 'i']);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await texts()).toEqual(['a', 'b', 'c', 'd', '', 'f', 'g', '', 'i']);

  // Whole rows and columns, also several.
  await cells().nth(3).click();
  await tool('Select row').click();
  await expect(picked()).toHaveCount(3);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(picked()).toHaveCount(6);
  await tool('Remove row').click();
  expect(await texts()).toEqual('abc'.split(''));
  await page.keyboard.press('ControlOrMeta+z');
  expect(await texts()).toHaveLength(9);
  await cells().nth(1).click();
  await tool('Select column').click();
  await expect(picked()).toHaveCount(3);
  // What is typed takes the place of what the cells said.
  await page.keyboard.type('new');
  expect(await texts()).toEqual(['a', 'new', 'c', 'd', '', 'f', 'g', '', 'i']);
  await page.keyboard.press('ControlOrMeta+z');
  expect((await texts())[1]).toBe('b');
  await galley.close();
});
