import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  // A bracket that the address opens is its own.
  await type(' (https://example.org/wiki/Kochi_(city)) and');
  await expect(links()).toHaveCount(4);
  await expect(links().nth(3)).toHaveText('https://example.org/wiki/Kochi_(city)');
  await expect(galley.article()).toContainText('Kochi_(city)) and');
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

test('an ad slot takes sizes, widths and targeting, each undone on its own', async () => {
  await galley.insert('Ad slot');
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
  await galley.insert('Gallery');
  await galley.pickerAnswers([fixture('pictures/plain.jpg'), fixture('pictures/plain.png'), fixture('pictures/plain.webp')]);
  await galley.button('Add pictures').click();
  const gallery = galley.block('Gallery');
  const picture = (index: number): Locator => gallery.getByRole('group', { name: 'Image' }).nth(index);
  await expect(gallery.locator('img')).toHaveCount(3);
  const order = (): Promise<string[]> => gallery.locator('img').evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''));
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
  expect(await exportedKinds()).toEqual(['webp', 'jpg', 'png']);
  await galley.article().focus();
  await undo();
  await expect.poll(order).toEqual([before[0], before[2], before[1]]);
  await undo();
  await expect.poll(order).toEqual(before);
  await picture(0).hover();
  await picture(0).getByRole('button', { name: 'Remove picture' }).click();
  await expect.poll(order).toEqual([before[1], before[2]]);
  await undo();
  await expect.poll(order).toEqual(before);
});

/** The kinds of the pictures in the order a reader of the exported page sees them. */
async function exportedKinds(): Promise<string[]> {
  const out = mkdtempSync(join(tmpdir(), 'galley-gallery-'));
  await galley.pickerAnswers([out]);
  await galley.saved();
  await galley.tab('Export').click();
  const panel = galley.page.getByRole('tabpanel', { name: 'Export' });
  await panel.getByRole('textbox', { name: /reason/i }).fill('The order is looked at');
  await panel.getByRole('button', { name: 'Write files', exact: true }).click();
  await expect(panel.getByRole('list', { name: 'Written files' })).toBeVisible();
  const page = readdirSync(out).find((name) => name.endsWith('.html')) ?? '';
  return Array.from(readFileSync(join(out, page), 'utf8').matchAll(/<img[^>]* src="[^"]+\.(\w+)"/gu), ([, kind = '']) => kind);
}
