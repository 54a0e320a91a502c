import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Galley } from './pages/galley.ts';

// Each starts the app more than once and waits for processes of their own.
test.describe.configure({ timeout: 240_000 });
const waits = { timeout: 60_000 };

const backupsOf = (galley: Galley): string[] => readdirSync(join(galley.dataFolder, 'backups')).toSorted();

/** Headline of the article that was changed last, as the newest backup has it. */
function newestIn(galley: Galley): string {
  if (!existsSync(join(galley.dataFolder, 'backups'))) return '';
  const file = join(galley.dataFolder, 'backups', backupsOf(galley).at(-1) ?? '', 'manifest.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('what was written is in a backup when the window is closed, or where the machine was too slow for it soon after the next start', async () => {
  const first = await Galley.startAs('Asha Rao');
  await first.newArticle();
  await first.headline().click();
  await first.page.keyboard.type('Ferries stop');
  await first.saved();
  await first.close();
  const second = await Galley.start(first.dataFolder);
  await expect(second.headline()).toHaveText('Ferries stop', waits);
  await expect.poll(() => newestIn(second), waits).toContain('Ferries stop');
  await second.close();
  // The second start filled in the search index, which is a change of the file. In the third nothing is written: closing adds none.
  const names = backupsOf(second).filter((name) => !name.startsWith('.'));
  const third = await Galley.start(first.dataFolder);
  await expect(third.headline()).toHaveText('Ferries stop', waits);
  await third.close();
  expect(backupsOf(third).filter((name) => !name.startsWith('.'))).toEqual(names);
});

const open = (galley: Galley, name: string): Promise<void> => galley.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), name);

async function write(galley: Galley, text: string): Promise<void> {
  await galley.headline().click();
  await galley.page.keyboard.press('End');
  await galley.page.keyboard.type(text);
  await galley.saved();
}

test('the list of backups gives one article back, or all of them, and takes it back again', async () => {
  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await write(galley, 'Ferries stop');
  await open(galley, 'backups');
  const dialog = galley.page.getByRole('dialog', { name: 'Backups' });
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/Backed up|Nothing has changed/, waits);
  await galley.button('Close backups').click();
  await write(galley, ' for good');
  await open(galley, 'backups');
  // The automatic one after the start may come before it, without the headline, or after it, with more of it.
  const asked = dialog.getByRole('option').filter({ hasText: /Ferries stop(?! for good)/u }).first();
  await expect(asked).toContainText('1 article', waits);
  await asked.click();
  await dialog.getByRole('button', { name: 'Restore Ferries stop as it was in this backup' }).click();
  await expect(galley.headline()).toHaveText('Ferries stop', waits);
  await galley.button('Undo').click();
  await expect(galley.headline()).toHaveText('Ferries stop for good', waits);
  await galley.newArticle();
  await write(galley, 'Written since');
  await open(galley, 'backups');
  await asked.click();
  await dialog.getByRole('button', { name: 'Restore all articles' }).click();
  await dialog.getByRole('button', { name: 'Restore all', exact: true }).click();
  await expect(galley.library().getByText('Written since')).toHaveCount(0, waits);
  await expect(galley.headline()).toHaveText('Ferries stop', waits);
  await galley.button('Undo').click();
  await expect(galley.library().getByText('Written since')).toBeVisible(waits);
  await galley.close();
});

test('a damaged library: the window says so, brings everything back, and keeps the damaged file', async () => {
  const before = await Galley.startAs('Asha Rao');
  await before.newArticle();
  await write(before, 'Ferries stop');
  await open(before, 'backups');
  await before.button('Back up now').click();
  await expect(before.page.getByRole('dialog', { name: 'Backups' }).getByRole('status')).toHaveText(/Backed up|Nothing/, waits);
  await before.button('Close backups').click();
  await before.close();
  const file = join(before.dataFolder, 'galley.db');
  rmSync(`${file}-wal`, { force: true });
  writeFileSync(file, Buffer.alloc(16384));
  const galley = await Galley.start(before.dataFolder);
  await expect(galley.page.getByRole('heading', { level: 1 })).toHaveText('The library is damaged', waits);
  await expect(galley.page.getByText(/, 1 article$/)).toBeVisible(waits);
  expect(readFileSync(file).every((byte) => byte === 0)).toBe(true);
  await galley.button('Use only the backup').click();
  await expect(galley.page.getByRole('heading', { level: 1 })).toHaveText('Brought back', waits);
  await galley.button('Go on writing').click();
  await expect(galley.headline()).toHaveText('Ferries stop', waits);
  const aside = join(before.dataFolder, 'put-aside');
  expect(readFileSync(join(aside, readdirSync(aside)[0] ?? '', 'galley.db')).every((byte) => byte === 0)).toBe(true);
  await galley.close();
});

test('a newer Galley’s library is named and not touched; the window can only be closed', async () => {
  const before = await Galley.startAs('Asha Rao');
  await before.newArticle();
  await write(before, 'Ferries stop');
  await before.close();
  const file = join(before.dataFolder, 'galley.db');
  const bytes = readFileSync(file);
  // The number of a shape to come, in both places where a database says it.
  const ahead = 99 - bytes.readUInt32BE(60);
  for (const at of [60, 68]) bytes.writeUInt32BE(bytes.readUInt32BE(at) + ahead, at);
  writeFileSync(file, bytes);
  const galley = await Galley.start(before.dataFolder);
  await expect(galley.page.getByRole('heading', { level: 1 })).toHaveText('This library is from a newer Galley', waits);
  await expect(galley.page.getByRole('button')).toHaveText(['Quit']);
  await galley.close();
  expect(readFileSync(file).equals(bytes)).toBe(true);
});
