import { expect, test } from '@playwright/test';
import { axeFindings } from './pages/axe.ts';
import { Galley } from './pages/galley.ts';

const sentence = 'The council voted on Tuesday to keep the two ferries running until the new crossing opens. ';

test('the newsroom names its ad slots once; Galley places them where every rule holds, as one step that is undone', async () => {
  const galley = await Galley.startAs('Jo Ferreira');
  const { page } = galley;
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const slots = settings.getByRole('region', { name: 'Ad slots' });
  for (const [slotId, height] of [['top', '250'], ['mid', '300']] as const) {
    await slots.getByRole('button', { name: 'Add an ad slot' }).click();
    const row = slots.locator('details').last();
    await row.locator('summary').click();
    await row.getByRole('textbox', { name: 'Slot id' }).fill(slotId);
    await row.getByRole('textbox', { name: 'Height kept, px' }).fill(height);
    if (slotId === 'mid') await row.getByRole('checkbox', { name: 'The site takes it away where no ad comes' }).check();
  }
  for (const [section, button] of [['Contributors', 'Add a contributor'], ['House style', 'Add an entry']] as const) await settings.getByRole('region', { name: section }).getByRole('button', { name: button }).click();
  await settings.getByRole('region', { name: 'Checks' }).locator('summary').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await axeFindings(page), `settings, ${colorScheme}`).toEqual([]);
  }
  await settings.getByRole('region', { name: 'Contributors' }).getByRole('button', { name: 'Remove New contributor' }).click();
  await settings.getByRole('region', { name: 'House style' }).getByRole('button', { name: 'Remove “New entry”' }).click();
  await settings.getByRole('button', { name: 'Close settings' }).click();

  await galley.newArticle();
  await galley.article().locator('p').last().click();
  await galley.clipboard({ text: Array.from({ length: 6 }, () => sentence.repeat(4).trim()).join('\n\n') });
  await galley.paste();
  await page.keyboard.press('Enter');
  await page.keyboard.type('/ad slot');
  await page.keyboard.press('Enter');
  // Far too early in the text.
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Alt+ArrowUp');
  await galley.saved();
  expect((await galley.stored()).body.content?.map(({ type }) => type).indexOf('adSlot')).toBe(3);

  await galley.tab('Checks').click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('This ad slot stands before the first paragraph.');
  await checks.getByRole('button', { name: 'Preview and place ads…' }).click();
  const ads = page.getByRole('dialog', { name: 'Ads' });
  await expect(ads.getByRole('figure')).toHaveCount(3);
  await expect(ads.getByRole('listitem')).toContainText([/Moves.*top/u, /New.*mid.*words after the ad before/u]);
  await expect(ads.getByRole('figure').first()).toContainText('mid, 320 px or nothing');
  await expect(ads.getByRole('figure', { name: /^Phone.* % where ads stay away$/u })).toContainText(/\d+ to \d+ %/u);
  await expect(ads).toContainText('your site takes the slot away where no ad comes');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (process.env['GALLEY_SHOTS']) await page.screenshot({ path: `${process.env['GALLEY_SHOTS']}/ads-${colorScheme}.png` });
    expect.soft(await axeFindings(page), `ads, ${colorScheme}`).toEqual([]);
  }
  await ads.getByRole('button', { name: 'Place ads', exact: true }).click();
  await expect(checks).not.toContainText('This ad slot');
  const placed = (await galley.stored()).body.content ?? [];
  expect(placed.filter(({ type }) => type === 'adSlot').map(({ attrs }) => [attrs?.['slotId'], attrs?.['reserve']])).toEqual([['top', 250], ['mid', 300]]);
  await galley.article().locator('p').last().click();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(async () => (await galley.stored()).body.content?.map(({ type }) => type).indexOf('adSlot')).toBe(3);
  expect((await galley.stored()).body.content?.filter(({ type }) => type === 'adSlot')).toHaveLength(1);
  await galley.close();
});
