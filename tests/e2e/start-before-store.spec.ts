import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { brokenBuild } from '../faults/broken-build.ts';
import { FalseClock } from '../faults/clock.ts';
import { Galley } from './pages/galley.ts';

/** A Galley whose store opens once there is a file of this name in its data folder. */
const held = 'open-now';
const slowBuild = (): string => brokenBuild('const opened = openStore(folder, {', `while (!existsSync(\`\${folder}/${held}\`)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);\n\tconst opened = openStore(folder, {`);

/** A library that was closed in order with an article open. */
async function left(): Promise<string> {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.insertText('The pier stays');
  await galley.saved();
  await galley.close();
  return galley.dataFolder;
}

test('the article that was left is there and takes words before the store is open; they are kept once it is', async () => {
  const folder = await left();

  const slow = slowBuild();
  const galley = await Galley.start(folder, { appFolder: slow });
  await expect(galley.headline()).toHaveText('The pier stays');
  await galley.headline().click();
  await galley.page.keyboard.press('End');
  await galley.page.keyboard.insertText(' open');
  // The list comes from the store: as long as it is not open there is none.
  await expect(galley.library().getByRole('button', { name: 'New article' })).toBeVisible();
  expect(await galley.library().getByText('The pier stays').count()).toBe(0);
  writeFileSync(join(folder, held), '');
  await expect(galley.library().getByText('The pier stays').first()).toBeVisible();
  expect((await galley.stored()).body.content?.[0]).toMatchObject({ content: [{ text: 'The pier stays open' }] });
  await galley.close();
  rmSync(slow, { recursive: true });
});

test('a store that turns out to be broken is told, whatever was shown before', async () => {
  const folder = await left();

  const broken = brokenBuild('const opened = openStore(folder, {', "writeFileSync(`${folder}/galley.db`, 'not a library any more');\n\tconst opened = openStore(folder, {");
  const galley = await Galley.start(folder, { appFolder: broken });
  await expect(galley.page.getByRole('heading', { name: /damaged|library/i })).toBeVisible();
  await expect(galley.article()).toHaveCount(0);
  await galley.close();
  rmSync(broken, { recursive: true });
});

test('what is pasted the moment the article is there comes whole, though what reads it is loaded after the start', async () => {
  const folder = await left();

  const galley = await Galley.start(folder);
  await galley.clipboard({ text: 'Two ferries collided', html: '<p>Two <b>ferries</b> collided</p><ul><li>off the pier</li></ul>' });
  await expect(galley.headline()).toHaveText('The pier stays');
  await galley.article().locator('p[data-block="paragraph"]').last().click();
  await galley.page.keyboard.press('Control+v');
  await expect(galley.article().getByText('off the pier')).toBeVisible();
  const { body } = await galley.stored();
  expect(JSON.stringify(body)).toContain('"marks":[{"type":"bold"}],"text":"ferries"');
  await galley.close();
});

test('a clock that leapt ahead while Galley was closed is told, though the window begins without asking; no embargo is over', async () => {
  test.skip(process.platform !== 'linux' || FalseClock.library() === '', 'needs Linux and a C compiler (cc)');
  const clock = new FalseClock('2026-06-10T14:00:00+02:00');
  const env = clock.environment('Europe/Berlin');
  const first = await Galley.startAs('Asha Rao', 'Europe/Berlin', undefined, { env });
  await first.newArticle();
  await first.page.keyboard.insertText('The pier stays');
  await first.tab('Details').click();
  const details = first.page.getByRole('tabpanel', { name: 'Details' });
  const embargo = details.getByRole('combobox', { name: 'Embargo' });
  if (!(await embargo.isVisible())) await details.getByText('Embargo', { exact: false }).first().click();
  await embargo.selectOption('Until a time');
  await details.getByLabel('Until: Date').fill('2026-06-11');
  await first.saved();
  await first.close();
  expect(existsSync(join(first.dataFolder, 'left-open.json'))).toBe(true);

  clock.set('2026-06-20T14:00:00+02:00');
  const galley = await Galley.start(first.dataFolder, { env });
  await expect(galley.headline()).toHaveText('The pier stays');
  await expect(galley.page.getByText(/which has leapt ahead since Galley was last used/u).first()).toBeVisible();
  await galley.close();
  // As long as nobody has said that the clock is right, the next start asks again.
  expect(existsSync(join(first.dataFolder, 'left-open.json'))).toBe(false);
});
