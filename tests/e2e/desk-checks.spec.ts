import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

test('the newsroom’s own rules: house style from a table, levels with reasons; all quotes mended in one step, TK counted', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const style = settings.getByRole('region', { name: 'House style' });
  const table = join(galley.dataFolder, 'style.csv');
  writeFileSync(table, 'wrong,right,note\nadvisor|advisors,adviser|advisers,As the paper spells it.\nferryman,,\n,nothing\n');
  await style.locator('input[type=file]').setInputFiles(table);
  await expect(page.getByText('style.csv, row 4: nothing stands under “wrong”. Nothing was added.')).toBeVisible();
  writeFileSync(table, 'wrong,right,note\nadvisor|advisors,adviser|advisers,As the paper spells it.\nferryman,,\n');
  await style.locator('input[type=file]').setInputFiles(table);
  await expect(style.getByText('write adviser|advisers')).toBeVisible();
  await style.getByRole('button', { name: 'Add Galley’s own list (200)' }).click();
  await expect(style.getByText('194 more entries: find them by a word.')).toBeVisible();
  const rules = settings.getByRole('region', { name: 'Checks' });
  await rules.getByText('All rules as they come').click();
  await rules.getByRole('combobox', { name: 'Level of Section missing' }).selectOption('off');
  await expect(rules.getByRole('alert')).toContainText('Say why');
  await rules.getByRole('textbox', { name: 'Reason for Section missing' }).fill('One section only.');
  await settings.getByRole('button', { name: 'Close settings' }).click();

  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.type('Budget passes');
  await galley.article().locator('p').last().click();
  // Pasted: what is typed gets its quotation marks at once.
  await galley.clipboard({ text: '"Yes," said the advisors. "It costs TKTK crore," said a ferryman.' });
  await galley.paste();
  await galley.tab('Checks').click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('House style: write “advisers” instead of “advisors”. As the paper spells it.');
  await expect(checks).toContainText('“ferryman” is to be avoided.');
  await expect(checks).not.toContainText('No section is chosen.');
  const marked = (): Promise<readonly string[]> => Promise.all(['error', 'warning', 'note'].map(async (level) => (await galley.article().locator(`.found-${level}`).allTextContents()).join(' ')));
  await expect.poll(marked).toEqual(['TKTK', '', '" " advisors " " ferryman']);
  // Before the checks have looked again the marks have gone along with what is typed in front of them.
  await galley.article().locator('p').last().click();
  await page.keyboard.press('Home');
  await page.keyboard.insertText('He said: ');
  expect(await marked()).toEqual(['TKTK', '', '" " advisors " " ferryman']);
  await page.keyboard.press('ControlOrMeta+Z');
  const left = page.getByRole('banner').getByRole('button', { name: '1 TK', exact: true });
  await expect(left).toBeVisible();
  await checks.getByRole('button', { name: 'Mend all 4 of these' }).click();
  await expect(galley.article()).toContainText('“Yes,” said the advisors. “It costs');
  await galley.article().locator('p').last().click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(galley.article()).toContainText('"Yes," said the advisors. "It costs TKTK');
  await left.click();
  await page.keyboard.type('nine');
  await expect(left).toHaveCount(0);
  // What was set is there at the next start.
  await galley.saved();
  await galley.close();
  const again = await Galley.start(galley.dataFolder);
  await expect(again.article()).toContainText('"Yes," said');
  await again.tab('Checks').click();
  await expect(again.page.getByRole('tabpanel', { name: 'Checks' })).toContainText('write “advisers”');
  await again.close();
});
