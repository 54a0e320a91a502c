import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { fixture, Galley } from './pages/galley.ts';

const hasExiftool = spawnSync('exiftool', ['-ver']).status === 0;

const sentence = 'The council "voted" on Tuesday to keep the two ferries running until the new crossing opens. ';

test('a desk: byline from the book, ads placed, density down, quotes mended, embargo, no way out but with a reason, a note when it changes', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  const shut = async (): Promise<void> => page.getByRole('button', { name: 'Close settings' }).click();
  await page.keyboard.press('ControlOrMeta+,');
  const people = page.getByRole('dialog', { name: 'Settings' }).getByRole('region', { name: 'Contributors' });
  await people.getByRole('button', { name: 'Add a contributor' }).click();
  await people.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Lima');
  await people.getByRole('textbox', { name: 'Affiliation' }).fill('Coast Post');
  await people.getByRole('button', { name: 'Pictures by' }).click();
  await shut();

  await galley.newArticle();
  await galley.headline().click();
  await page.keyboard.type('Ferries stay');
  await galley.block('Byline').getByRole('combobox', { name: 'Name' }).fill('Ana Lima');
  await expect(galley.block('Byline').getByRole('combobox', { name: 'Role' })).toHaveValue('photography');
  await galley.article().locator('p').last().click();
  await galley.clipboard({ text: Array.from({ length: 4 }, () => sentence.repeat(3).trim()).join('\n\n') });
  await galley.paste();
  for (let count = 0; count < 2; count += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.type('/ad slot');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  await galley.saved();
  expect((await galley.stored()).body.content?.[2]?.attrs?.['contributors']).toMatchObject([{ name: 'Ana Lima', role: 'photography', affiliation: 'Coast Post' }]);

  await galley.tab('Checks').click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await checks.getByRole('button', { name: 'Preview and place ads…' }).click();
  const ads = page.getByRole('dialog', { name: 'Ads' });
  const percent = async (): Promise<number> => Number.parseInt((await ads.getByRole('figure', { name: /^Phone/ }).locator('b').textContent()) ?? '', 10);
  await ads.getByRole('button', { name: 'As it is' }).click();
  const before = await percent();
  await ads.getByRole('button', { name: 'As planned' }).click();
  const after = await percent();
  expect([before > 30, after <= 30]).toEqual([true, true]);
  await ads.getByRole('button', { name: 'Place ads', exact: true }).click();
  await expect(checks).toContainText(`${after} % of the height on a phone`);
  await checks.getByRole('button', { name: 'Mend all 24 of these' }).click();
  await expect(galley.article()).toContainText('“voted”');
  await expect(checks).not.toContainText('straight');

  if (hasExiftool) await addPictures(galley);
  else console.log('The story’s pictures: skipped, exiftool is not here (Debian: libimage-exiftool-perl)');
  await galley.tab('Details').click();
  const details = page.getByRole('tabpanel', { name: 'Details' });
  const embargo = details.getByRole('combobox', { name: 'Embargo' });
  if (!(await embargo.isVisible())) await details.getByText('Embargo', { exact: false }).first().click();
  await embargo.selectOption('Until further notice');
  await expect(page.getByRole('status', { name: 'Embargo' })).toContainText('until further notice');
  const folder = mkdtempSync(join(tmpdir(), 'galley-story-'));
  await galley.pickerAnswers([folder]);
  await galley.tab('Export').click();
  const panel = page.getByRole('tabpanel', { name: 'Export' });
  await panel.getByRole('button', { name: /folder/i }).first().click();
  await expect(panel.getByRole('button', { name: 'Write files', exact: true })).toBeDisabled();
  await panel.getByRole('textbox', { name: /reason/i }).fill('The minister has spoken already');
  await panel.getByRole('button', { name: 'Write files', exact: true }).click();
  // A file has its name once it is whole.
  const written = (): string => readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  await expect.poll(written).toContain('Ana Lima');
  await galley.tab('History').click();
  await expect(page.getByRole('list', { name: 'Revisions' })).toContainText('The minister has spoken already');
  // It can be read, and is not cut off behind other facts.
  const reason = page.getByRole('list', { name: 'Revisions' }).getByText('The minister has spoken already');
  await expect.poll(() => reason.evaluate(({ clientWidth, scrollWidth }) => clientWidth > 100 && scrollWidth <= clientWidth)).toBe(true);

  await page.getByRole('combobox', { name: 'State' }).selectOption('published');
  const ask = page.getByRole('status', { name: /This article is published/ });
  await expect(ask).toHaveCount(0);
  await galley.article().locator('p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' The fare is 30 rupees.');
  await ask.getByRole('button', { name: 'Write a note' }).click();
  await page.getByRole('textbox', { name: 'What was put right' }).fill('The fare was missing.');
  await expect(ask).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'Corrections' })).toContainText(/Correction, .*: The fare was missing\./u);
  await galley.saved();

  // The computer's clock says that a week has passed; nobody can know whether the embargo is over.
  await galley.close();
  const settings = join(galley.dataFolder, 'settings.json');
  const kept = JSON.parse(readFileSync(settings, 'utf8')) as Record<string, unknown>;
  writeFileSync(settings, JSON.stringify({ ...kept, newestSeen: new Date(Date.now() - 7 * 86_400_000).toISOString() }));
  const later = await Galley.start(galley.dataFolder);
  const bar = later.page.getByRole('status', { name: 'Embargo' });
  await expect(bar).toContainText('until further notice');
  await later.tab('Details').click();
  const choice = later.page.getByRole('combobox', { name: 'Embargo' });
  await choice.selectOption('Until a time');
  await later.page.getByLabel('Until: Date').fill(new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10));
  await expect(bar).toContainText('has leapt ahead');
  await bar.getByRole('button', { name: 'The clock is right' }).click();
  await expect(bar).toHaveCount(0);
  await later.close();
});

/** Three pictures are dropped: two say themselves whose they are and what they show, for the third somebody has to. */
async function addPictures(galley: Galley): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-dropped-'));
  const paths = ['plain.jpg', 'plain.png', 'plain.webp'].map((name) => {
    const path = join(folder, name);
    copyFileSync(fixture(`pictures/${name}`), path);
    return path;
  });
  execFileSync('exiftool', ['-q', '-overwrite_original', '-XMP-photoshop:Credit=PTI', '-XMP-iptcCore:AltTextAccessibility=A white ferry', ...paths.slice(0, 2)]);
  await galley.dropFiles(galley.article().locator('> p').last(), paths);
  const pictures = galley.article().locator('[data-block=image]');
  await expect(pictures).toHaveCount(3, { timeout: 30_000 });
  const credit = (index: number): Locator => pictures.nth(index).getByRole('textbox', { name: 'Credit' });
  const alt = (index: number): Locator => pictures.nth(index).getByRole('textbox', { name: 'Alt text' });
  for (const index of [0, 1]) {
    await expect(credit(index)).toHaveValue('PTI');
    await expect(alt(index)).toHaveValue('A white ferry');
  }
  const checks = galley.page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('has no alternative text');
  await expect(credit(2)).toHaveValue('');
  await alt(2).fill('The pier, empty');
  await credit(2).fill('Ana Lima');
  await expect(checks).not.toContainText('has no alternative text');
}
