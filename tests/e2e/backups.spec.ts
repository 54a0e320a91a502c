import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

const backupsOf = (galley: Galley): string[] => readdirSync(join(galley.dataFolder, 'backups')).toSorted();

test('closing the window makes a backup of what was written; closing without a change makes none', async () => {
  const first = await Galley.startAs('Asha Rao');
  await first.newArticle();
  await first.headline().click();
  await first.page.keyboard.type('Ferries stop');
  await first.saved();
  await first.close();
  const names = backupsOf(first);
  expect(names.at(-1)).toMatch(/^\d{6}-\d{8}T\d{6}Z$/);
  // On a slow machine the one after the start may have come with it all; then closing has nothing to add.
  expect(JSON.parse(readFileSync(join(first.dataFolder, 'backups', names.at(-1) ?? '', 'manifest.json'), 'utf8'))).toMatchObject({ facts: { articles: 1, newest: { name: 'Ferries stop' } } });
  const second = await Galley.start(first.dataFolder);
  await expect(second.headline()).toHaveText('Ferries stop');
  await second.close();
  expect(backupsOf(second)).toEqual(names);
});
