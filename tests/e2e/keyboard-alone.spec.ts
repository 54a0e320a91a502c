import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';
import { story } from './pages/keyboard-story.ts';

/** Tab, as often as it takes, to what has that name: nothing is reached that the keys do not reach. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'checkbox' | 'combobox', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  for (let tries = 0; tries < 150; tries += 1) {
    if (await target.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to the ${role} ${String(name)}`);
}

/** Every press of a mouse, from the first start on. */
const countMouse = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Reflect.set(window, 'mousePresses', 0);
    window.addEventListener('pointerdown', () => Reflect.set(window, 'mousePresses', Number(Reflect.get(window, 'mousePresses')) + 1), { capture: true });
  });

/** As a reporter types it: Enter ends a block, a second one leaves a list or a quotation. */
async function typeBody(page: Page): Promise<void> {
  let isList = false;
  for (const [index, text] of story.body.entries()) {
    const begins = text.startsWith('- ');
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(begins && isList ? text.slice(2) : text);
    if (text.startsWith('> ')) await page.keyboard.press('Enter');
    isList = begins;
  }
}

test('a story of 900 words is written, corrected and exported by keyboard alone', async () => {
  test.setTimeout(600_000);
  const galley = await Galley.start();
  const { page } = galley;
  const folder = mkdtempSync(join(tmpdir(), 'galley-keyboard-'));
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await countMouse(page);
  await page.keyboard.type(story.name);
  await tabTo(page, 'combobox', /time zone/i);
  await page.keyboard.type('Europe/Lisbon');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Start writing' })).toBeVisible();

  // Written.
  await page.keyboard.press('ControlOrMeta+N');
  await expect(galley.article()).toBeFocused();
  await page.keyboard.type(story.headline);
  await page.keyboard.press('Enter');
  await page.keyboard.type(story.standfirst);
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', 'Name');
  await page.keyboard.type(story.name);
  await page.keyboard.press('Enter');
  await expect(galley.article()).toBeFocused();
  await typeBody(page);
  await expect(galley.article().locator('> *')).toHaveCount(3 + 20);
  await expect(page.locator('.footer')).toContainText(/1,1\d\d words/);
  await expect(galley.block('Subhead')).toHaveText(['What the ninth page says', 'Who knew, and when', 'A winter on the water']);

  // Corrected: a name that was heard wrongly, a fact that came late, a blank too many, a paragraph that stands too late.
  await page.keyboard.press('ControlOrMeta+H');
  await page.keyboard.type(story.wrongName);
  await tabTo(page, 'textbox', 'Replace with');
  await page.keyboard.type(story.rightName);
  await tabTo(page, 'button', /^Replace all/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('4');
  await page.keyboard.press('Escape');
  await expect(galley.article()).toBeFocused();
  // A field takes the keys and leaves the words of the text selected.
  const isAtTk = (): Promise<boolean> => page.evaluate(() => getSelection()?.toString() === 'TK' && document.activeElement?.getAttribute('role') === 'textbox' && !(document.activeElement instanceof HTMLInputElement));
  for (let tries = 0; tries < 25 && !(await isAtTk()); tries += 1) await page.keyboard.press('F8');
  await page.keyboard.type('fourteen');
  await expect(galley.article()).toContainText('There are fourteen people ahead of him');
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.type('It  sent');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.type('It sent');
  await expect(galley.article()).toContainText('It sent a statement');
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page.keyboard.type('winter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(galley.article().locator('> p').last()).toContainText('At nine on Tuesday night');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article().locator('> p').last()).toContainText('The bridge was to have opened');
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('F6');
  await tabTo(page, 'textbox', 'Slugline');
  await page.keyboard.type('HARBOUR/NIGHT-FERRY');
  await tabTo(page, 'textbox', 'Section');
  await page.keyboard.type('City');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+S');
  await galley.saved();

  // Exported. The system's own dialog is the system's to work by keyboard.
  await galley.pickerAnswers([folder]);
  await page.keyboard.press('ControlOrMeta+E');
  await page.keyboard.press('F6');
  for (const name of ['HTML page', 'Markdown']) {
    await tabTo(page, 'checkbox', name);
    if (!(await page.getByRole('checkbox', { name, exact: true }).isChecked())) await page.keyboard.press('Space');
  }
  await tabTo(page, 'button', /folder/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Export' }).getByText(/stop/)).toHaveText([]);
  await tabTo(page, 'button', 'Write files');
  await page.keyboard.press('Enter');
  await expect.poll(() => readdirSync(folder).filter((name) => /\.(html|md)$/.test(name)).length).toBe(2);
  const markdown = readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.md')) ?? ''), 'utf8');
  expect(markdown.split(/\s+/).length).toBeGreaterThan(900);
  for (const words of [story.headline, 'section: "City"', '“I thought he was selling me something,” said Ines Marwin', 'There are fourteen people ahead', 'It sent a statement', '## Who knew, and when', '- On 9 March', '> We were told the bridge was late.', 'a matter of clocks – the forms']) expect(markdown).toContain(words);
  for (const mistake of [story.wrongName, 'TK', 'It  sent', '"I thought']) expect(markdown).not.toContain(mistake);
  expect(await page.evaluate(() => Number(Reflect.get(window, 'mousePresses')))).toBe(0);
  await galley.close();
});
