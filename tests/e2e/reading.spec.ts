import { expect, test } from '@playwright/test';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

test('length in words, characters and lines of the newsroom’s column, and what is left of a target in each', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('> p').last().click();
  await page.keyboard.insertText(Array.from({ length: 30 }, () => 'ferry').join(' '));
  const foot = page.locator('.footer');
  // 30 words of 5 letters with 29 blanks; 5 of them with their blanks fill a line of 34.
  await expect(foot).toContainText('30 words');
  await expect(foot).toContainText('179 characters');
  await expect(foot).toContainText('6 lines');
  await page.locator('summary', { hasText: 'Length' }).click();
  await page.getByRole('spinbutton', { name: 'Target length' }).fill('10');
  await expect(foot).toContainText('20 over 10 words');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('lines');
  await expect(foot).toContainText('4 under 10 lines');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('characters');
  await expect(foot).toContainText('169 over 10 characters');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('lines');
  await page.keyboard.press('ControlOrMeta+,');
  const width = page.getByRole('textbox', { name: 'Characters to a line' });
  await width.fill('5');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('A whole number from 10 to 200.');
  await width.fill('12');
  await width.press('Enter');
  await page.keyboard.press('Escape');
  // Two words to a line now; the check counts as the foot does.
  await expect(foot).toContainText('15 lines');
  await expect(foot).toContainText('5 over 10 lines');
  await galley.tab('Checks').click();
  await expect(page.getByRole('tabpanel', { name: 'Checks' })).toContainText('15 of 10 lines');
  // Live: while one writes.
  await galley.article().locator('> p').last().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' one more');
  await expect(foot).toContainText('32 words');
  await galley.close();
});

test('typewriter keeps the line in the middle, focus lets the block at hand stand out, and both are remembered', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await galley.newArticle();
  await galley.article().locator('> p').last().click();
  await page.keyboard.press('ControlOrMeta+Alt+T');
  await page.keyboard.press('ControlOrMeta+Alt+F');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Focus: the block you write stands out.');
  const heights: number[] = [];
  for (let line = 0; line < 12; line += 1) {
    await page.keyboard.insertText(`Line ${line}`);
    await page.keyboard.press('Enter');
    const box = await galley.article().locator('> p').last().boundingBox();
    heights.push(Math.round(box?.y ?? 0));
  }
  expect(Math.max(...heights.slice(2)) - Math.min(...heights.slice(2))).toBeLessThanOrEqual(2);
  await expect(galley.article().locator('> .is-current')).toHaveCount(1);
  const colours = await galley.article().locator('> p').evaluateAll((all) => [all.at(0), all.at(-1)].map((one) => (one ? getComputedStyle(one).color : '')));
  expect(colours[0]).not.toBe(colours[1]);
  expect(await axeFindings(page)).toEqual([]);
  const again = await galley.reopen();
  await again.article().locator('> p').first().click();
  await expect(again.article().locator('> .is-current')).toHaveText('Line 0');
  await again.page.keyboard.press('ControlOrMeta+Alt+F');
  await expect(again.article().locator('> .is-current')).toHaveCount(0);
  await again.close();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the page as readers see it, on a telephone and at a desk, ${theme}`, async () => {
    const galley = await Galley.startAs('Jo Ferreira');
    const { page } = galley;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await galley.button('Open the sample article').click();
    await galley.headline().click();
    await page.keyboard.press('End');
    await page.keyboard.type(', at last');
    await page.keyboard.press('ControlOrMeta+Alt+V');
    const view = page.getByRole('dialog', { name: 'As readers see it' });
    const shown = view.getByRole('document');
    await expect(shown.getByRole('heading', { level: 1 })).toContainText('at last');
    await expect(shown).not.toContainText('Alt text');
    expect((await shown.boundingBox())?.width).toBe(390);
    expect(await axeFindings(page)).toEqual([]);
    await view.getByRole('button', { name: 'Desk' }).click();
    expect((await shown.boundingBox())?.width).toBeGreaterThan(900);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(view).toBeHidden();
    await expect(galley.article()).toBeFocused();
    await galley.close();
  });
}
