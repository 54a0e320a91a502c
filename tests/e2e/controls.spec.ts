import { expect, type Locator, test } from '@playwright/test';
import { fixture, Galley } from './pages/galley.ts';

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
const links = (): Locator => galley.article().locator('a[data-href]');
const box = (name: string): Locator => galley.page.getByRole('textbox', { name, exact: true });
const combo = (name: string): Locator => galley.page.getByRole('combobox', { name, exact: true });
const insert = async (name: string): Promise<void> => {
  await galley.button('Insert block').click();
  await galley.page.getByRole('option', { name, exact: true }).click();
};

test('Ctrl+K links the selection, shows the address again, changes it and takes it off', async () => {
  await type('See the report');
  await press('ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+K');
  await box('Address of the link').fill('example.org/report');
  await press('Enter');
  await expect(links()).toHaveAttribute('data-href', 'https://example.org/report');
  await press('ArrowLeft', 'ArrowRight', 'ControlOrMeta+K');
  await expect(box('Address of the link')).toHaveValue('https://example.org/report');
  await box('Address of the link').fill('javascript:alert(1)');
  await expect(galley.button('Apply')).toBeDisabled();
  await box('Address of the link').fill('https://example.org/second');
  await press('Enter');
  await expect(links()).toHaveAttribute('data-href', 'https://example.org/second');
  await expect(links()).toHaveText('report');
  await press('ControlOrMeta+K');
  await galley.button('Remove link').click();
  await expect(links()).toHaveCount(0);
  await undo();
  await expect(links()).toHaveAttribute('data-href', 'https://example.org/second');
});

test('an address pasted on a selection links it; alone in a line of text it is a link; typed it becomes one', async () => {
  await type('See the report');
  await press('ControlOrMeta+Shift+ArrowLeft');
  await galley.clipboard({ text: 'https://example.org/report' });
  await galley.paste();
  await expect(links()).toHaveText('report');
  await undo();
  await expect(links()).toHaveCount(0);
  await expect(galley.article()).toContainText('See the report');
  await press('End');
  await type(' at ');
  await galley.paste();
  await expect(links()).toHaveText('https://example.org/report');
  await type(' and www.example.org/more, too');
  await expect(links()).toHaveCount(2);
  await expect(links().nth(1)).toHaveAttribute('data-href', 'https://www.example.org/more');
  await expect(links().nth(1)).toHaveText('www.example.org/more');
  await expect(galley.article()).toContainText('See the report at https://example.org/report and www.example.org/more, too');
  // The end of a paragraph ends an address as well; a full stop is none of it.
  await press('Enter');
  await type('Ask (https://example.org/a_b).');
  await press('Enter');
  await expect(links()).toHaveCount(3);
  await expect(links().nth(2)).toHaveText('https://example.org/a_b');
  await type('Next');
  await expect(links()).toHaveCount(3);
});

test('the address of a film pasted on an empty line is an embed, and one undo takes it back', async () => {
  await galley.clipboard({ text: 'https://www.youtube.com/watch?v=abc' });
  await galley.paste();
  await expect(galley.block('Embed')).toContainText('YouTube');
  await undo();
  await expect(galley.block('Embed')).toHaveCount(0);
  await press('ControlOrMeta+Shift+V');
  await expect(galley.article()).toContainText('https://www.youtube.com/watch?v=abc');
  await expect(galley.block('Embed')).toHaveCount(0);
});

test('words and paragraphs get a language and a direction, words a note', async () => {
  await type('He said bonjour');
  await press('ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+Alt+L');
  await combo('Language of the words').fill('French');
  await press('Enter');
  await expect(galley.article().locator('span[lang=fr]')).toHaveText('bonjour');
  await press('ControlOrMeta+Alt+M');
  await box('Note for colleagues').fill('Check the spelling');
  await press('Enter');
  await expect(galley.article().locator('[data-note]')).toHaveText('bonjour');
  await undo();
  await expect(galley.article().locator('[data-note]')).toHaveCount(0);
  await expect(galley.article().locator('span[lang=fr]')).toHaveText('bonjour');
  await press('End', 'Enter');
  await type('سلام');
  await press('ControlOrMeta+Alt+L');
  await combo('Language of the paragraph').fill('Urdu');
  await press('Enter');
  await expect(galley.article().locator('p[lang=ur]')).toHaveAttribute('dir', 'rtl');
  await press('ControlOrMeta+Alt+L');
  await galley.button('As the article').click();
  await expect(galley.article().locator('p[lang=ur]')).toHaveCount(0);
});

test('Tab indents a list item, Shift+Tab takes it out again, and Tab on the first stays in the text', async () => {
  await type('- First');
  await press('Tab', 'Enter');
  await type('Second');
  await press('Tab');
  await expect(galley.article().locator('li li')).toHaveText('Second');
  await press('Shift+Tab');
  await expect(galley.article().locator('li li')).toHaveCount(0);
  await expect(galley.article().locator('li')).toHaveText(['First', 'Second']);
});

test('a table: Tab, rows and columns, merge and split, align, and a spreadsheet pasted into it', async () => {
  await insert('Table');
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
  await insert('Table');
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

test('an ad slot takes sizes, widths and targeting, each undone on its own', async () => {
  await insert('Ad slot');
  const slot = galley.block('Ad slot');
  await slot.getByRole('button', { name: 'Edit ad slot' }).click();
  await slot.getByRole('button', { name: '300×250', exact: true }).click();
  await slot.getByRole('button', { name: 'Add a width' }).click();
  await slot.getByRole('textbox', { name: 'From width, px' }).fill('768');
  await slot.getByRole('group', { name: 'Sizes by window width' }).getByRole('textbox', { name: 'Sizes', exact: true }).fill('728x90');
  await slot.getByRole('button', { name: 'Add a key' }).click();
  await slot.getByRole('textbox', { name: 'Key' }).fill('section');
  await slot.getByRole('textbox', { name: 'Values' }).fill('city, transport');
  await slot.getByRole('textbox', { name: 'Height kept, px' }).fill('250');
  await slot.getByRole('button', { name: 'Done' }).click();
  await expect(slot).toContainText('300×250');
  await expect(slot).toContainText('1 width mapped');
  await expect(slot).toContainText('250 px kept');
  await galley.saved();
  galley = await galley.reopen();
  await expect(galley.block('Ad slot')).toContainText('1 width mapped');
  await galley.block('Ad slot').getByRole('button', { name: 'Edit ad slot' }).click();
  await expect(galley.block('Ad slot').getByRole('textbox', { name: 'Values' })).toHaveValue('city, transport');
  await expect(galley.block('Ad slot').getByRole('textbox', { name: 'From width, px' })).toHaveValue('768');
});

test('pictures of a gallery change places by button, key and grip', async () => {
  await insert('Gallery');
  await galley.pickerAnswers([fixture('pictures/plain.jpg'), fixture('pictures/plain.png'), fixture('pictures/plain.webp')]);
  await galley.button('Add pictures').click();
  const gallery = galley.block('Gallery');
  const picture = (index: number): Locator => gallery.getByRole('group', { name: 'Image' }).nth(index);
  await expect(gallery.locator('img')).toHaveCount(3);
  const order = (): Promise<string[]> => gallery.locator('img').evaluateAll((images) => images.map((image) => (image.getAttribute('src') ?? '').slice(-8)));
  const before = await order();
  await picture(0).hover();
  await picture(0).getByRole('button', { name: 'Move picture later' }).click();
  await expect.poll(order).toEqual([before[1], before[0], before[2]]);
  await undo();
  await expect.poll(order).toEqual(before);
  await picture(2).locator('figcaption').click();
  await type('Third');
  await press('Alt+ArrowLeft');
  await expect.poll(order).toEqual([before[0], before[2], before[1]]);
  await expect(picture(1).locator('figcaption')).toHaveText('Third');
  await picture(1).hover();
  await picture(1).locator('.block-grip').dragTo(picture(0).locator('img'), { targetPosition: { x: 3, y: 60 } });
  await expect.poll(order).toEqual([before[2], before[0], before[1]]);
  await picture(0).hover();
  await picture(0).getByRole('button', { name: 'Remove picture' }).click();
  await expect.poll(order).toEqual([before[0], before[1]]);
});

test('cells are selected by mouse and by Shift with the arrows; what is done is done to all of them, and one undo takes it back', async () => {
  const { page } = galley;
  await insert('Table');
  const table = galley.block('Table');
  const cells = (): Locator => table.locator('td, th');
  const texts = async (): Promise<string[]> => (await cells().allInnerTexts()).map((text) => text.trim());
  const tool = (name: string): Locator => table.getByRole('button', { name, exact: true });
  const picked = (): Locator => table.locator('.selectedCell');
  await cells().first().click();
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
