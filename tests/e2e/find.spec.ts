import { expect, test } from '@playwright/test';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

test('a misspelt name is found as one types, wherever it stands, and replaced as one undo step and one revision', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.type('Harris arrives');
  await galley.article().locator('p').last().click();
  await page.keyboard.type('Mr Harris spoke. HARRISON did not. Later Harris left for 40 days.');
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('textbox', { name: 'Slugline' }).fill('HARRIS/VISIT');
  await galley.saved();

  await page.keyboard.press('ControlOrMeta+f');
  const panel = page.getByRole('region', { name: 'Find' });
  await page.keyboard.type('harris');
  await expect(panel.getByRole('status')).toHaveText('1 of 5');
  await panel.getByRole('button', { name: 'Whole word' }).click();
  await expect(panel.getByRole('status')).toHaveText('1 of 4');
  await expect(panel.getByRole('list', { name: 'Hits' })).toContainText('Details: Slugline');
  await panel.getByRole('button', { name: 'Match case' }).click();
  await expect(panel.getByRole('status')).toHaveText('Nothing found');
  await panel.getByRole('button', { name: 'Match case' }).click();
  await panel.getByRole('searchbox', { name: 'Find in this article' }).press('Enter');
  await expect(panel.getByRole('status')).toHaveText('2 of 4');
  expect(await page.evaluate(() => [...(CSS.highlights.get('find-current') ?? [])].map(String))).toEqual(['Harris']);

  await page.keyboard.press('ControlOrMeta+h');
  await panel.getByRole('textbox', { name: 'Replace with' }).fill('Hariss');
  await expect(panel.getByRole('list', { name: 'Hits' }).locator('ins').first()).toHaveText('Hariss');
  await panel.getByRole('checkbox', { name: 'Replace hit 3' }).uncheck();
  expect(await axeFindings(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Replace 3 of 4 hits' }).click();
  await expect(galley.headline()).toHaveText('Hariss arrives');
  await expect(galley.article()).toContainText('Mr Hariss spoke. HARRISON did not. Later Harris left for 40 days.');
  await expect(page.getByRole('textbox', { name: 'Slugline' })).toHaveValue('Hariss/VISIT');
  await panel.getByRole('searchbox', { name: 'Find in this article' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.locator(':focus')).toHaveAccessibleName('Article');
  await galley.tab('History').click();
  await expect(page.getByRole('list', { name: 'Revisions' }).getByRole('listitem')).toHaveCount(3);

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(galley.headline()).toHaveText('Harris arrives');
  await expect(galley.article()).toContainText('Mr Harris spoke.');
  await galley.tab('Details').click();
  await expect(page.getByRole('textbox', { name: 'Slugline' })).toHaveValue('HARRIS/VISIT');
  await galley.close();
});

test('the undo in the message is that of the replacement: of nothing that was written since, and of no other article', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  const undo = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' });
  const panel = page.getByRole('region', { name: 'Find' });
  const replace = async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+h');
    await page.keyboard.type('Harris');
    // From what is looked for, Tab leads to what takes its place.
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hariss');
    await panel.getByRole('button', { name: 'Replace 1 hit' }).click();
    await expect(undo).toBeVisible();
    await panel.getByRole('searchbox', { name: 'Find in this article' }).focus();
    await page.keyboard.press('Escape');
  };
  await galley.newArticle();
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText('Mr Harris spoke.');
  await replace();
  await galley.article().locator('p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(' He left.');
  await undo.click();
  await expect(galley.article()).toContainText('Mr Hariss spoke. He left.');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Something was written since.');
  await galley.newArticle();
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText('Ms Harris came.');
  await replace();
  await galley.newArticle();
  await expect(undo).toHaveCount(0);
  await galley.close();
});

test('a regular expression with groups; what is no expression says so', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('p').last().click();
  await page.keyboard.type('It costs 40 crore and 3 lakh.');
  await page.keyboard.press('ControlOrMeta+h');
  const panel = page.getByRole('region', { name: 'Find' });
  await panel.getByRole('button', { name: 'Regular expression' }).click();
  const field = panel.getByRole('searchbox', { name: 'Find in this article' });
  await field.fill(String.raw`(\d+) (crore`);
  await expect(panel.getByRole('status')).toHaveText('This is not a regular expression yet.');
  await field.fill(String.raw`(\d+) (crore|lakh)`);
  await panel.getByRole('textbox', { name: 'Replace with' }).fill('Rs $1 $2');
  await panel.getByRole('button', { name: 'Replace this one' }).click();
  await expect(galley.article()).toContainText('It costs Rs 40 crore and 3 lakh.');
  await page.keyboard.press('F3');
  await expect(panel.getByRole('status')).toHaveText('2 of 2');
  await panel.getByRole('button', { name: 'Replace this one' }).click();
  await expect(galley.article()).toContainText('It costs Rs 40 crore and Rs 3 lakh.');
  await galley.close();
});

test('an expression without end is ended and said; the window goes on typing, and the next expression is searched with', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('p').last().click();
  await page.keyboard.insertText(`The port is shut. ${'a'.repeat(60)}!`);
  await page.keyboard.press('ControlOrMeta+f');
  const panel = page.getByRole('region', { name: 'Find' });
  await panel.getByRole('button', { name: 'Regular expression' }).click();
  const field = panel.getByRole('searchbox', { name: 'Find in this article' });
  await field.fill('(a|aa)+$');
  await galley.article().locator('p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Still typing.');
  await expect(galley.article()).toContainText('Still typing.');
  await galley.saved();
  await expect(panel.getByRole('status')).toHaveText('This expression takes too long to search with. Write it more simply.');
  await field.fill('p(or|i)t|typ(ing)');
  await expect(panel.getByRole('status')).toHaveText('1 of 2');
  // While one runs, the next takes its place.
  await field.fill('(a|aa)+$');
  await field.fill('shut');
  await expect(panel.getByRole('status')).toHaveText('1 of 1');
  await galley.close();
});

test('a search keeps to the selection, also while hits in it are replaced by longer words', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.type('Port of ports');
  await galley.article().locator('p').last().click();
  for (const line of ['The port opens. A port closes.', 'No port is safe.', 'Every port waits, this port too.']) {
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('port');
  const panel = page.getByRole('region', { name: 'Find' });
  await expect(panel.getByRole('status')).toHaveText('1 of 7');
  await panel.getByRole('button', { name: 'In selection' }).click();
  await expect(panel.getByRole('status')).toHaveText('Select words in the text first, then choose In selection.');

  // From behind the first sentence to before the last three words.
  await galley.article().locator('p', { hasText: 'The port opens' }).click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Home');
  for (let count = 0; count < 'The port opens.'.length; count += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+End');
  for (let count = 0; count < ' port too.'.length; count += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ControlOrMeta+h');
  await panel.getByRole('button', { name: 'In selection' }).click();
  await expect(panel.getByRole('status')).toHaveText('1 of 3');
  expect(await page.evaluate(() => [...(CSS.highlights.get('find-scope') ?? [])].map(String))).toEqual([' A port closes.', 'No port is safe.', 'Every port waits, this']);
  await panel.getByRole('textbox', { name: 'Replace with' }).fill('old harbour (port)');
  await panel.getByRole('button', { name: 'Replace this one' }).click();
  // The part has grown with the words in it, and holds the new one too.
  await expect(panel.getByRole('status')).toHaveText('1 of 3');
  await expect(galley.article()).toContainText('The port opens. A old harbour (port) closes.');
  await panel.getByRole('button', { name: 'Next hit' }).click();
  await panel.getByRole('button', { name: 'Replace this one' }).click();
  expect(await page.evaluate(() => [...(CSS.highlights.get('find-scope') ?? [])].map(String))).toEqual([' A old harbour (port) closes.', 'No old harbour (port) is safe.', 'Every port waits, this']);
  await panel.getByRole('textbox', { name: 'Replace with' }).fill('quay');
  await panel.getByRole('button', { name: 'Replace all 3 hits' }).click();
  await expect(galley.article()).toContainText('The port opens. A old harbour (quay) closes.');
  await expect(galley.article()).toContainText('Every quay waits, this port too.');
  await expect(galley.headline()).toHaveText('Port of ports');
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(galley.article()).toContainText('Every port waits, this port too.');
  await expect(panel.getByRole('status')).toHaveText('2 of 3');
  await panel.getByRole('button', { name: 'In selection' }).click();
  await expect(panel.getByRole('status')).toHaveText('1 of 7');
  await galley.close();
});

test('whoever writes on with the panel open stays where they write; the hit is gone to again when it is asked for', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('> p').last().click();
  await galley.clipboard({ text: Array.from({ length: 120 }, (_, index) => `Line ${index + 1} of an article${index === 5 ? ' about a ferry' : ''}.`).join('\n') });
  await galley.paste();
  const line = (number: number) => galley.article().locator('> p', { hasText: `Line ${number} of` });
  const count = () => page.evaluate(() => [...(CSS.highlights.get('find-current') ?? [])].length + [...(CSS.highlights.get('find') ?? [])].length);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.insertText('ferry');
  await expect.poll(count).toBe(1);
  await expect(line(6)).toBeInViewport();
  await line(90).click();
  await page.keyboard.press('End');
  // The new hit says that the panel has looked at what was written.
  await page.keyboard.insertText(' Another ferry');
  await expect.poll(count).toBe(2);
  await expect(line(90)).toBeInViewport();
  await expect(line(6)).not.toBeInViewport();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(count).toBe(1);
  await expect(line(90)).toBeInViewport();
  // The only hit there is, from within the text.
  await page.keyboard.press('F3');
  await expect(line(6)).toBeInViewport();
  await galley.close();
});
