import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { brokenBuild } from '../faults/broken-build.ts';
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
