import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exifSegment, tiffBlock, withSegments } from '../../src/main/files/picture-fixtures.ts';
import { Galley, root } from './pages/galley.ts';

/** The files below a folder whose name ends so. */
const filesIn = (folder: string, ending: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));

test('a picture stays byte for byte what was imported, whatever is written, cropped and exported; copies leave without its secrets', async () => {
  const [desk, out] = [mkdtempSync(join(tmpdir(), 'galley-desk-')), mkdtempSync(join(tmpdir(), 'galley-out-'))];
  const source = join(desk, 'ferry.jpg');
  const exif = tiffBlock({ main: [{ tag: 0x010e, value: 'The ferry at nine.' }, { tag: 0x013b, value: 'Noor Haddad' }], exif: [{ tag: 0xa431, value: 'BODY-SECRET' }], gps: [{ tag: 1, value: 'N' }, { tag: 2, value: [[12, 1], [58, 1], [0, 1]] }] });
  const bytes = Buffer.from(withSegments(new Uint8Array(readFileSync(join(root, 'resources/sample/west-pier.jpg'))), exifSegment(exif)));
  writeFileSync(source, bytes);

  const galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await galley.headline().click();
  await galley.page.keyboard.type('The last ferry');
  await galley.dropFiles(galley.article().locator('> p').last(), [source]);
  const picture = galley.block('Image');
  await expect(picture.locator('figcaption')).toHaveText('The ferry at nine.', { timeout: 30_000 });
  await picture.locator('figcaption').click();
  await galley.page.keyboard.press('End');
  await galley.page.keyboard.type(' Nobody waits.');
  await picture.getByRole('textbox', { name: 'Credit' }).fill('PTI');
  await picture.getByRole('textbox', { name: 'Alt text' }).fill('A white ferry');
  await picture.getByRole('button', { name: 'Crop and focus' }).click();
  await picture.getByRole('radio', { name: '1:1' }).click();
  await picture.getByRole('button', { name: 'Size of the crop' }).focus();
  await galley.page.keyboard.press('Shift+ArrowLeft');
  await galley.pickerAnswers([out]);
  await galley.saved();
  await galley.tab('Export').click();
  const panel = galley.page.getByRole('tabpanel', { name: 'Export' });
  await panel.getByRole('button', { name: 'Write files', exact: true }).click();
  await expect(panel.getByRole('list', { name: 'Written files' })).toBeVisible();

  const { body, images } = await galley.stored();
  expect(JSON.stringify(body)).toContain('Nobody waits.');
  expect(Object.values(images).map(({ bytes: size }) => size)).toEqual([bytes.length]);
  const kept = filesIn(join(galley.dataFolder, 'images'), '.jpg');
  expect(kept).toHaveLength(1);
  for (const file of [source, ...kept]) expect(readFileSync(file).equals(bytes), file).toBe(true);
  const copies = filesIn(out, '.jpg');
  expect(copies.length).toBeGreaterThan(0);
  for (const file of copies) expect(readFileSync(file).includes('BODY-SECRET'), file).toBe(false);
  await galley.close();
});
