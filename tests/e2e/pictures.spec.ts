import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Vips from 'wasm-vips';
import { fixture, Galley } from './pages/galley.ts';

let galley: Galley;
test.beforeAll(async () => { galley = await Galley.startAs('Asha Rao'); });
test.afterAll(async () => { await galley.close(); });
test.beforeEach(async () => {
  await galley.newArticle();
  await galley.article().locator('p').last().click();
  await galley.page.keyboard.type('The ferry came in late.');
});

const pictures = (): ReturnType<Galley['block']> => galley.block('Image');
const messages = (): ReturnType<Galley['block']> => galley.page.getByRole('region', { name: 'Messages' });
const text = (): ReturnType<Galley['block']> => galley.article().getByText('The ferry came in late.');
const kinds = ['jpg', 'png', 'webp', 'gif', 'avif', 'tif'] as const;

async function shown(count: number): Promise<void> {
  await expect(pictures()).toHaveCount(count);
  for (let index = 0; index < count; index += 1) {
    await expect(pictures().nth(index).locator('img')).toBeVisible();
    // Pictures far below are loaded when they come into sight.
    await pictures().nth(index).locator('img').scrollIntoViewIfNeeded();
    await expect.poll(() => pictures().nth(index).locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
}

for (const kind of kinds) {
  test(`a ${kind} file dropped on the text stands there, and one undo takes it away`, async () => {
    await galley.dropFiles(text(), [fixture(`pictures/plain.${kind}`)]);
    await shown(1);
    await galley.page.keyboard.press('ControlOrMeta+Z');
    await expect(pictures()).toHaveCount(0);
    await expect(text()).toBeVisible();
  });

  test(`a ${kind} file pasted stands after the text`, async () => {
    const bytes = [...readFileSync(fixture(`pictures/plain.${kind}`))];
    await text().evaluate((element, [given, ending]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(given)], `pasted.${ending}`, { type: `image/${ending.replace('jpg', 'jpeg').replace('tif', 'tiff')}` }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    }, [bytes, kind] as const);
    await shown(1);
  });
}

test('a TIFF is told as one where its name says another kind', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'galley-kind-')), 'agency.jpg');
  copyFileSync(fixture('pictures/plain.tif'), path);
  await galley.dropFiles(text(), [path]);
  await shown(1);
  await expect(messages()).toContainText('agency.jpg is really a TIFF file');
});

test('a picture on the system’s clipboard is pasted', async () => {
  await galley.app.evaluate(({ clipboard, nativeImage }, path) => (clipboard as unknown as { write(data: { image: Electron.NativeImage }): void }).write({ image: nativeImage.createFromPath(path) }), fixture('pictures/plain.png'));
  await galley.paste();
  await shown(1);
});

test('a large picture is shown by a thumbnail, which is kept', async () => {
  const vips = await Vips({ printErr: () => undefined });
  const path = join(mkdtempSync(join(tmpdir(), 'galley-large-')), 'crowd.jpg');
  writeFileSync(path, vips.Image.gaussnoise(4000, 3000, { mean: 128, sigma: 30 }).cast('uchar').writeToBuffer('.jpg'));
  const kept = (folder: string): readonly string[] => (existsSync(join(galley.dataFolder, folder)) ? readdirSync(join(galley.dataFolder, folder), { recursive: true, encoding: 'utf8' }) : []).filter((name) => name.endsWith('.640.webp'));
  const before = kept('thumbnails').length;
  await galley.dropFiles(text(), [path]);
  await shown(1);
  await expect.poll(() => pictures().locator('img').evaluate((image: HTMLImageElement) => `${/\w+$/u.exec(image.currentSrc)?.[0]} ${image.naturalWidth}×${image.naturalHeight}`), { timeout: 30_000 }).toBe('small 640×480');
  expect(kept('thumbnails').length).toBe(before + 1);
});

test('several files and a folder are dropped at once; hidden files in it are left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-folder-'));
  for (const kind of kinds) copyFileSync(fixture(`pictures/plain.${kind}`), join(folder, `plain.${kind}`));
  writeFileSync(join(folder, '.hidden'), 'no picture');
  await galley.dropFiles(text(), [folder, fixture('pictures/alpha.webp')]);
  await shown(7);
  await expect(messages().getByRole('alert')).toHaveCount(0);
});

test('files dropped beside the text land at that height', async () => {
  const box = await text().boundingBox();
  if (!box) throw new Error('no text');
  await galley.dropAt({ x: box.x + 20, y: box.y + box.height + 200 }, [fixture('pictures/plain.png')]);
  await shown(1);
  const after = await galley.article().innerText();
  expect(after.indexOf('The ferry')).toBeGreaterThan(-1);
  expect((await pictures().boundingBox())?.y).toBeGreaterThan(box.y);
});

test('a drop that names no place goes to the caret', async () => {
  const data = await galley.page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(given)], 'harbour.png', { type: 'image/png' }));
    return transfer;
  }, [...readFileSync(fixture('pictures/plain.png'))]);
  await galley.article().dispatchEvent('drop', { dataTransfer: data });
  await shown(1);
});

const refusals: readonly (readonly [name: string, sentence: RegExp, make: (path: string) => void])[] = [
  ['cut.jpg', /cut\.jpg: This JPEG file is cut off or damaged/, (path) => copyFileSync(fixture('pictures/cut-off.jpg'), path)],
  ['drawing.svg', /drawing\.svg: SVG drawings cannot be used/, (path) => copyFileSync(fixture('pictures/drawing.svg'), path)],
  ['phone.heic', /phone\.heic: HEIC photographs cannot be shown/, (path) => copyFileSync(fixture('pictures/photograph.heic'), path)],
  ['words.jpg', /words\.jpg: This file is no picture Galley knows/, (path) => writeFileSync(path, 'only words')],
  ['empty.png', /empty\.png: The file is empty/, (path) => writeFileSync(path, '')],
  ['huge.png', /huge\.png: This picture has 20,000 × 20,000 pixels; at most 100 megapixels/, (path) => {
    const bytes = readFileSync(fixture('pictures/plain.png'));
    bytes.writeUInt32BE(20_000, 16);
    bytes.writeUInt32BE(20_000, 20);
    writeFileSync(path, bytes);
  }],
  ['heavy.jpg', /heavy\.jpg: This picture is larger than 100 MB/, (path) => {
    copyFileSync(fixture('pictures/plain.jpg'), path);
    truncateSync(path, 100_000_001);
  }],
];
for (const way of ['dropped', 'chosen'] as const) {
  for (const [name, sentence, make] of refusals) {
    test(`${name} ${way}: one clear sentence, and nothing in the text`, async () => {
      const path = join(mkdtempSync(join(tmpdir(), 'galley-bad-')), name);
      make(path);
      if (way === 'dropped') await galley.dropFiles(text(), [path]);
      else {
        await galley.pickerAnswers([path]);
        await galley.button('Insert block').click();
        await galley.page.getByRole('option', { name: 'Image', exact: true }).click();
      }
      await expect(messages().getByRole('alert').filter({ hasText: sentence })).toHaveCount(1);
      await expect(galley.article().locator('img[src^="image:"]')).toHaveCount(0);
      const close = messages().getByRole('button', { name: 'Close' });
      while ((await close.count()) > 0) await close.first().click();
    });
  }
}

test('of many bad files dropped at once none is passed over: one message, a sentence for each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bad-'));
  for (const [name, , make] of refusals) make(join(folder, name));
  for (const name of ['one.png', 'two.webp']) copyFileSync(fixture('pictures/plain.jpg'), join(folder, name));
  await galley.dropFiles(text(), [...refusals.map(([name]) => name), 'one.png', 'two.webp'].map((name) => join(folder, name)));
  await shown(2);
  const refused = messages().getByRole('alert');
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText('7 files were not added');
  for (const [, sentence] of refusals) await expect(refused.getByRole('listitem').filter({ hasText: sentence })).toHaveCount(1);
  await expect(messages().getByRole('status')).toContainText('2 files are of another kind than their names say');
  const close = messages().getByRole('button', { name: 'Close' });
  while ((await close.count()) > 0) await close.first().click();
});

test('a file whose name says another kind is taken for what it is, and that is said', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'galley-kind-')), 'photograph.png');
  copyFileSync(fixture('pictures/plain.jpg'), path);
  await galley.dropFiles(text(), [path]);
  await shown(1);
  await expect(messages()).toContainText('photograph.png is really a JPEG file');
});

test('copy dropped on the page is offered as an article of its own', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'galley-copy-')), 'tides.md');
  writeFileSync(path, '# Tides turn early\n\nThe tide turned at nine.\n');
  await galley.dropFiles(text(), [path]);
  await expect(text()).toBeVisible();
  await galley.button('Import as a new article').click();
  await expect(galley.article()).toContainText('The tide turned at nine.');
});

test('a folder dropped on the library gives its copy as articles; one without says what it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-desk-'));
  writeFileSync(join(folder, 'one.md'), '# One\n\nFirst story of the folder.\n');
  writeFileSync(join(folder, 'two.txt'), 'Second story of the folder.\n\nIt has two paragraphs.\n');
  writeFileSync(join(folder, 'notes.xyz'), 'not copy');
  await galley.dropFiles(galley.library(), [folder]);
  await expect(messages()).toContainText('Imported 2 files');
  const empty = join(folder, 'assignments');
  mkdirSync(empty);
  await galley.dropFiles(galley.library(), [empty]);
  await expect(messages()).toContainText('assignments is a folder with no copy in it');
});

test('a picture whose file is gone says so, keeps its words, and takes the file again', async () => {
  await galley.dropFiles(text(), [fixture('pictures/plain.jpg')]);
  await shown(1);
  await pictures().getByRole('textbox', { name: 'Credit' }).fill('Mei-Ling Tan');
  await galley.saved();
  const store = join(galley.dataFolder, 'images');
  for (const entry of readdirSync(store, { recursive: true, encoding: 'utf8' })) if (entry.endsWith('.jpg')) rmSync(join(store, entry));
  for (const entry of readdirSync(galley.dataFolder)) if (entry === 'thumbnails') rmSync(join(galley.dataFolder, entry), { recursive: true });
  galley = await galley.reopen();
  await expect(pictures()).toContainText('file is missing', { timeout: 30_000 });
  await expect(pictures()).toContainText('plain.jpg');
  await expect(pictures().getByRole('textbox', { name: 'Credit' })).toHaveValue('Mei-Ling Tan');
  await galley.pickerAnswers([fixture('pictures/plain.jpg')]);
  await galley.button('Find the file…').click();
  await shown(1);
  await expect(pictures().getByRole('textbox', { name: 'Credit' })).toHaveValue('Mei-Ling Tan');
});
