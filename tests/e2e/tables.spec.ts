import { expect, type Locator, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

let galley: Galley;
test.beforeAll(async () => { galley = await Galley.startAs('Asha Rao'); });
test.afterAll(async () => { await galley.close(); });
test.beforeEach(async () => {
  await galley.newArticle();
  await galley.article().locator('p').last().click();
});

const press = async (...keys: string[]): Promise<void> => { for (const key of keys) await galley.page.keyboard.press(key); };
const type = (text: string): Promise<void> => galley.page.keyboard.type(text);
const undo = (): Promise<void> => press('ControlOrMeta+Z');

test('a table: Tab, rows and columns, merge and split, align, and a spreadsheet pasted into it', async () => {
  await galley.insert('Table');
  const cells = (): Locator => galley.block('Table').locator('td, th');
  const rows = (): Locator => galley.block('Table').locator('tr');
  const tool = (name: string): Locator => galley.block('Table').getByRole('button', { name, exact: true });
  await expect(rows()).toHaveCount(3);
  await cells().first().click();
  await type('Ward');
  await press('Tab');
  await type('Votes');
  await press('Shift+Tab');
  await expect(cells().nth(1)).toHaveText('Votes');
  await cells().nth(8).click();
  await press('Tab');
  await expect(rows()).toHaveCount(4);
  await undo();
  await expect(rows()).toHaveCount(3);
  await cells().nth(4).click();
  await tool('Add column').click();
  await expect(cells()).toHaveCount(12);
  await tool('Remove column').click();
  await tool('Add row above').click();
  await expect(rows()).toHaveCount(4);
  await tool('Remove row').click();
  await expect(rows()).toHaveCount(3);

  await cells().nth(3).click();
  await cells().nth(4).click({ modifiers: ['Shift'] });
  await expect(galley.block('Table').locator('.selectedCell')).toHaveCount(2);
  await tool('Merge cells').click();
  await expect(galley.block('Table').locator('td[colspan="2"]')).toHaveCount(1);
  await tool('Split cell').click();
  await expect(galley.block('Table').locator('td[colspan="2"]')).toHaveCount(0);
  await cells().nth(4).click();
  await tool('Align right').click();
  await expect(cells().nth(4)).toHaveAttribute('data-align', 'right');

  await cells().nth(3).click();
  await galley.clipboard({ text: 'North\t12\nSouth\t30\nEast\t7', html: '<table><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>30</td></tr><tr><td>East</td><td>7</td></tr></table>' });
  await galley.paste();
  await expect(rows()).toHaveCount(4);
  await expect(galley.block('Table')).toHaveCount(1);
  await expect(rows().nth(3).locator('td, th')).toHaveText(['East', '7', '']);
  await undo();
  await expect(rows()).toHaveCount(3);
  await expect(cells().nth(4)).toHaveAttribute('data-align', 'right');
});

test('cells selected together are emptied and pasted as cells', async () => {
  await galley.insert('Table');
  const cells = (): Locator => galley.block('Table').locator('td, th');
  await cells().nth(3).click();
  await type('One');
  await press('Tab');
  await type('Two');
  await cells().nth(3).click();
  await cells().nth(4).click({ modifiers: ['Shift'] });
  await press('ControlOrMeta+X');
  await expect(cells().nth(3)).toHaveText('');
  await cells().nth(6).click();
  await galley.paste();
  await expect(cells().nth(6)).toHaveText('One');
  await expect(cells().nth(7)).toHaveText('Two');
  await expect(galley.block('Table')).toHaveCount(1);
});

test('cells are selected by mouse and by Shift with the arrows; what is done is done to all of them, and one undo takes it back', async () => {
  const { page } = galley;
  await galley.insert('Table');
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
});
