import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreLibraryZip } from '../../src/main/files/backup-restore-zip.ts';
import { listBackups } from '../../src/main/storage/backup-folder.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import { databaseFile } from '../../src/main/storage/store.ts';
import { articleWith, context, newFolder, openFolder, value } from './storage-fixtures.ts';

const entry = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
let folder: string;
let place: string;
beforeEach(() => {
  folder = newFolder();
  place = newFolder();
});
afterEach(() => {
  for (const used of [folder, place]) rmSync(used, { recursive: true, force: true });
});

function galley(...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], { encoding: 'utf8', env: { ...process.env, GALLEY_DATA_DIR: '' } });
  return { code: status, out: stdout, err: stderr };
}

const picture = readFileSync(new URL('../../resources/sample/west-pier.jpg', import.meta.url));
const imageId = `sha256-${createHash('sha256').update(picture).digest('hex')}`;
const pictureIn = (dataFolder: string): string => join(dataFolder, 'images', imageId.slice(7, 9), `${imageId}.jpg`);

/** A library with a picture, settings and some articles, the first trashed. */
function library(headlines: readonly string[], dataFolder = folder): void {
  mkdirSync(join(dataFolder, 'images', imageId.slice(7, 9)), { recursive: true });
  writeFileSync(pictureIn(dataFolder), picture);
  writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify({ person: { id: 'p', name: 'Asha Rao' }, zone: 'Asia/Kolkata', deviceId: 'here-only' }));
  const store = openFolder(dataFolder);
  for (const headline of headlines) {
    const article = articleWith(headline, ['Text.', `More of ${headline}.`]);
    const stored = { fileName: 'west-pier.jpg', mediaType: 'image/jpeg' as const, width: 10, height: 10, bytes: picture.length, fromFile: {} };
    const { article: made } = value(store.call('articles.create', { article: { ...article, images: { [imageId]: stored } }, cause: 'import' }, context));
    if (headline === 'Trashed') value(store.call('articles.trash', { articleId: made.id }, context));
  }
  store.close();
}

/** Every article with its history, as the command line prints them. */
function everything(dataFolder: string): unknown {
  const store = value(openReadOnly(dataFolder));
  const all = store.listArticles().map((summary) => ({ summary, article: value(store.readArticle(summary.id)), revisions: value(store.listRevisions(summary.id)) }));
  expect(store.verify().problems).toEqual([]);
  store.close();
  return all;
}

test('a library moves house in one zip: articles, history, trash, pictures and settings', () => {
  library(['Ferries stop', 'Trashed', 'Bridge opens']);
  const zip = join(place, 'sub', 'library.zip');
  const backup = galley('backup', '--out', zip, '--data-dir', folder);
  expect(backup.code).toBe(0);
  expect(JSON.parse(backup.out)).toMatchObject({ file: zip, articles: 2, trashed: 1, revisions: 3, pictures: 1, missingPictures: [], newest: { name: 'Bridge opens' } });
  expect(backup.err).toContain('3 articles and one picture'.replace('one', '1'));
  expect(readdirSync(join(place, 'sub'))).toEqual(['library.zip']);
  const target = join(place, 'new machine');
  const restored = galley('restore', zip, '--data-dir', target);
  expect(restored).toMatchObject({ code: 0 });
  expect(JSON.parse(restored.out)).toMatchObject({ dataFolder: target, articles: 2, trashed: 1, pictures: 1, keptIn: null, settings: 'restored' });
  expect(everything(target)).toEqual(everything(folder));
  expect(readFileSync(pictureIn(target)).equals(picture)).toBe(true);
  expect(JSON.parse(readFileSync(join(target, 'settings.json'), 'utf8'))).toEqual({ person: { id: 'p', name: 'Asha Rao' }, zone: 'Asia/Kolkata' });
  expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('what a restore replaces is kept, and restoring that takes it back', () => {
  library(['Old']);
  const zip = join(place, 'old.zip');
  expect(galley('backup', '--out', zip, '--data-dir', folder).code).toBe(0);
  const store = openFolder(folder);
  value(store.call('articles.create', { article: articleWith('Written since', ['Text.']), cause: 'import' }, context));
  store.close();
  const before = everything(folder);
  const restored = galley('restore', zip, '--data-dir', folder);
  const { keptIn, settings } = JSON.parse(restored.out) as { keptIn: string; settings: string };
  expect([restored.code, settings]).toEqual([0, 'kept']);
  expect(everything(folder)).toHaveLength(1);
  expect(everything(keptIn)).toEqual(before);
  expect(listBackups(folder)[0]?.manifest).toMatchObject({ reason: 'restore', facts: { articles: 2 } });
  writeFileSync(databaseFile(folder), 'damaged'.repeat(999));
  const again = galley('restore', zip, '--data-dir', folder);
  const aside = (JSON.parse(again.out) as { keptIn: string }).keptIn;
  expect(readFileSync(databaseFile(aside), 'utf8')).toBe('damaged'.repeat(999));
  expect(everything(folder)).toHaveLength(1);
});

test('backup works beside an open library, restore refuses and says who has it', () => {
  library(['Open']);
  const store = openFolder(folder);
  const zip = join(place, 'library.zip');
  expect(galley('backup', '--out', zip, '--data-dir', folder).code).toBe(0);
  const { code, out, err } = galley('restore', zip, '--data-dir', folder);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`${folder} is in use by an open Galley window (process ${process.pid} on `);
  expect(store.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 9 }, context)).toMatchObject({ ok: true, value: { rows: [{ headline: 'Open' }] } });
  store.close();
});

/** The files of a zip as they are, some of them changed. */
function changed(zip: Buffer, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(zip);
  change(files);
  return zipSync(files, { level: 6 });
}
const flip = (bytes: Uint8Array | undefined, at: number): Uint8Array => Uint8Array.from(bytes ?? [], (byte, index) => (index === at ? byte ^ 1 : byte));
const picturePath = `images/${imageId.slice(7, 9)}/${imageId}.jpg`;

test('a damaged, changed or foreign zip is exit 2 and nothing is changed', async () => {
  library(['Kept as it is']);
  const good = join(place, 'good.zip');
  expect(galley('backup', '--out', good, '--data-dir', folder).code).toBe(0);
  const zip = readFileSync(good);
  const bad: Record<string, Uint8Array> = {
    'cut off': zip.subarray(0, zip.length - 400),
    'half': zip.subarray(0, Math.floor(zip.length / 2)),
    'a flipped bit': flip(zip, Math.floor(zip.length / 2)),
    'no zip': strToU8('Dear editor, this is a letter.'),
    'empty': new Uint8Array(),
    'a picture changed': changed(zip, (files) => (files[picturePath] = flip(files[picturePath], 99))),
    'the database changed': changed(zip, (files) => (files['galley.db'] = flip(files['galley.db'], 5000))),
    'the database missing': changed(zip, (files) => delete files['galley.db']),
    'the list missing': changed(zip, (files) => delete files['galley-library.json']),
    'another name': changed(zip, (files) => (files['extra.txt'] = strToU8('x'))),
    'a name that climbs': changed(zip, (files) => (files['../../climbed.txt'] = strToU8('x'))),
    'unlisted picture': changed(zip, (files) => (files[`images/aa/sha256-${'a'.repeat(64)}.jpg`] = strToU8('x'))),
    'a bomb': zipSync({ 'galley-library.json': strToU8('{}'), 'galley.db': new Uint8Array(60_000_000) }, { level: 9 }),
  };
  const before = everything(folder);
  const names = readdirSync(folder).toSorted();
  for (const [name, bytes] of Object.entries(bad)) {
    const file = join(place, 'bad.zip');
    writeFileSync(file, bytes);
    const refused = await restoreLibraryZip(folder, file, Date.now());
    expect([name, refused]).toMatchObject([name, { ok: false, error: { code: 'bad-file', message: expect.stringMatching(/bad\.zip.*Nothing was changed/) } }]);
  }
  expect(galley('restore', join(place, 'bad.zip'), '--data-dir', folder)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('bad.zip') });
  expect(galley('restore', join(place, 'missing.zip'), '--data-dir', folder)).toMatchObject({ code: 2, out: '' });
  expect(galley('restore', place, '--data-dir', folder)).toMatchObject({ code: 2, out: '' });
  expect(everything(folder)).toEqual(before);
  expect(readdirSync(folder).filter((name) => !name.startsWith('lock')).toSorted()).toEqual(names.filter((name) => !name.startsWith('lock')));
  expect(existsSync(join(place, '..', 'climbed.txt'))).toBe(false);
});

test('verify reads the pictures as well: one that is missing or is no longer what was stored is exit 1, and named', () => {
  library(['One']);
  expect(galley('verify', '--data-dir', folder)).toMatchObject({ code: 0 });
  expect(JSON.parse(galley('verify', '--data-dir', folder).out)).toEqual({ ok: true, articles: 1, revisions: 1, pictures: 1, problems: [] });
  writeFileSync(pictureIn(folder), flip(picture, 5000));
  const changed = galley('verify', '--data-dir', folder);
  expect([changed.code, JSON.parse(changed.out)]).toMatchObject([1, { ok: false, pictures: 1, problems: [`picture ${imageId} is not what was stored: ${pictureIn(folder)}`] }]);
  rmSync(pictureIn(folder));
  mkdirSync(pictureIn(folder));
  expect(JSON.parse(galley('verify', '--data-dir', folder).out)).toMatchObject({ ok: false, problems: [expect.stringContaining('is not what was stored')] });
  rmSync(pictureIn(folder), { recursive: true });
  const missing = galley('verify', '--data-dir', folder);
  expect([missing.code, JSON.parse(missing.out)]).toMatchObject([1, { problems: [`picture ${imageId} is named by an article and its file is not there`] }]);
});

test('a file that is no backup is never replaced, an older backup is; a damaged library makes none', () => {
  library(['One']);
  const mine = join(place, 'mine.zip');
  writeFileSync(mine, 'mine');
  expect(galley('backup', '--out', mine, '--data-dir', folder)).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(mine, 'utf8')).toBe('mine');
  const zip = join(place, 'library.zip');
  expect(galley('backup', '--out', zip, '--data-dir', folder).code).toBe(0);
  rmSync(pictureIn(folder));
  const without = galley('backup', '--out', zip, '--data-dir', folder);
  expect(JSON.parse(without.out)).toMatchObject({ pictures: 0, missingPictures: [imageId] });
  expect(without.err).toContain(imageId);
  const whole = readFileSync(zip);
  const database = readFileSync(databaseFile(folder));
  writeFileSync(databaseFile(folder), database.fill(0, 8192, 12288));
  expect(galley('backup', '--out', zip, '--data-dir', folder)).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(zip).equals(whole)).toBe(true);
  expect(galley('backup', '--out', zip, '--data-dir', join(place, 'nowhere'))).toMatchObject({ code: 2, out: '' });
  expect(galley('backup', '--help').err).toContain('--out FILE');
});

/** Runs a command, killed after some milliseconds; answers how long it ran. */
async function killed(words: readonly string[], afterMs = 60_000): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [entry, ...words], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  return performance.now() - began;
}

test('killed at any moment, backup leaves the old zip or a whole new one, restore the old library or the whole new one; no litter after the next', async () => {
  library(Array.from({ length: 40 }, (_, index) => `Story ${index}`));
  const zip = join(place, 'library.zip');
  const backup = ['backup', '--out', zip, '--data-dir', folder];
  const target = join(place, 'target');
  library(['Other'], target);
  const wholeBackup = await killed(backup);
  for (let round = 1; round <= 3; round += 1) {
    await killed(backup, (wholeBackup * round) / 4);
    expect(galley('restore', zip, '--data-dir', join(place, `whole ${round}`)).code).toBe(0);
  }
  await killed(backup);
  expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([]);
  const wholeRestore = await killed(['restore', zip, '--data-dir', join(place, 'measured')]);
  const sizes = new Set<number>();
  for (let round = 1; round <= 3; round += 1) {
    await killed(['restore', zip, '--data-dir', target], (wholeRestore * round) / 4);
    const { length } = everything(target) as unknown[];
    expect([1, 40]).toContain(length);
    sizes.add(length);
  }
  expect(sizes.has(1)).toBe(true);
  openFolder(target).close();
  expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([]);
}, 300_000);
