import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

// One test for each sentence of "Fields are walls".
let galley: Galley;

test.beforeAll(async () => { galley = await Galley.startAs('Asha Rao'); });
test.afterAll(async () => { await galley.close(); });
test.beforeEach(async () => {
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('Bridge opens');
  await galley.page.keyboard.press('Enter');
  await galley.page.keyboard.type('Ferries end in May');
  await galley.article().locator('p').last().click();
  await galley.page.keyboard.type('First paragraph.');
  await galley.page.keyboard.press('Enter');
  await galley.page.keyboard.type('Second paragraph.');
});

/** Ids of headline, standfirst and byline, as stored. */
const idsOf = async (): Promise<unknown[]> => ((await galley.stored()).body.content ?? []).slice(0, 3).map(({ attrs }) => attrs?.['blockId']);

test('the three fields always exist', async () => {
  for (const name of ['Headline', 'Standfirst', 'Byline']) await expect(galley.block(name)).toHaveCount(1);
});

test('Enter goes to the next field', async () => {
  await galley.headline().click();
  await galley.page.keyboard.press('End');
  await galley.page.keyboard.press('Enter');
  await galley.page.keyboard.type('All ');
  await expect(galley.standfirst()).toContainText('All ');
  await expect(galley.headline()).toHaveText('Bridge opens');
});

test('Backspace at the start of a field does nothing', async () => {
  await galley.standfirst().click();
  await galley.page.keyboard.press('Home');
  await galley.page.keyboard.press('Backspace');
  await expect(galley.headline()).toHaveText('Bridge opens');
  await expect(galley.standfirst()).toHaveText('Ferries end in May');
});

test('a change across fields empties what was selected in each and moves no text', async () => {
  const before = await idsOf();
  await galley.headline().click();
  await galley.page.keyboard.press('Home');
  for (let step = 0; step < 'Bridge'.length; step++) await galley.page.keyboard.press('ArrowRight');
  await galley.page.keyboard.press('Shift+ArrowDown');
  await galley.page.keyboard.press('Shift+ArrowDown');
  await galley.page.keyboard.press('Delete');
  await expect(galley.headline()).toHaveText('Bridge');
  await expect(galley.headline()).not.toContainText('paragraph');
  await expect(galley.article()).toContainText('Second paragraph.');
  expect(await idsOf()).toEqual(before);
});

test('Select all and Delete leaves three empty fields and one empty paragraph', async () => {
  const before = await idsOf();
  await galley.page.keyboard.press('ControlOrMeta+A');
  await galley.page.keyboard.press('Delete');
  await expect(galley.headline()).toHaveText('');
  await expect(galley.standfirst()).toHaveText('');
  await expect(galley.block('Byline')).toHaveCount(1);
  await expect(galley.article()).not.toContainText('paragraph.');
  expect(await idsOf()).toEqual(before);
  await galley.page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article()).toContainText('First paragraph.');
  await expect(galley.headline()).toHaveText('Bridge opens');
});

test('several paragraphs pasted into a field: the first stays there, the rest opens the body', async () => {
  await galley.clipboard({ text: 'New standfirst\n\nNew opening.\n\nNew second.' });
  await galley.standfirst().click();
  await galley.page.keyboard.press('End');
  await galley.paste();
  await expect(galley.standfirst()).toContainText('New standfirst');
  await expect(galley.standfirst()).not.toContainText('New opening');
  const text = await galley.article().innerText();
  expect(text.indexOf('New opening.')).toBeGreaterThan(text.indexOf('New standfirst'));
  expect(text.indexOf('New opening.')).toBeLessThan(text.indexOf('New second.'));
  expect(text.indexOf('New second.')).toBeLessThan(text.indexOf('First paragraph.'));
});
