import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeBackup } from '../../src/main/storage/backup.ts';
import { backupsFolder, checkBackup, isGood, lastGoodBackup, listBackups, reading } from '../../src/main/storage/backup-folder.ts';
import { copiesIn } from '../../src/main/storage/backup-copy.ts';
import { backupJobs } from '../../src/main/storage/backup-jobs.ts';
import { one, openWritable } from '../../src/main/storage/open-database.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import { databaseFile, type Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = Date.UTC(2026, 10, 24, 21, 5, 9);
const hour = 60 * 60 * 1000;

function fill(store: Store, articles: number): string[] {
  return Array.from({ length: articles }, (_, index) => value(store.call('articles.create', { article: articleWith(`Headline ${index}`, [`Text of ${index}.`, 'x'.repeat(3000 + index)]), cause: 'import' }, context)).article.id);
}
const add = (store: Store, headline: string): void => void value(store.call('articles.create', { article: articleWith(headline, ['Text.']), cause: 'import' }, context));

test('a backup is a library of its own with what it holds written beside it; one without change is not made twice', async () => {
  const store = openFolder(folder);
  fill(store, 3);
  const first = value(await takeBackup(folder, { reason: 'hour', nowMs: start }));
  expect(first).toMatchObject({ unchanged: false, backup: { id: '000001-20261124T210509Z', manifest: { reason: 'hour', takenAtMs: start, facts: { articles: 3, revisions: 3, trashed: 0, newest: { name: 'Headline 2' } } } } });
  expect(value(await takeBackup(folder, { reason: 'hour', nowMs: start + hour }))).toMatchObject({ unchanged: true, backup: { id: first.backup.id } });
  add(store, 'Later');
  expect(value(await takeBackup(folder, { reason: 'quit', nowMs: start + hour })).backup.manifest?.facts.newest?.name).toBe('Later');
  expect(listBackups(folder).map(({ number }) => number)).toEqual([2, 1]);
  const before = readdirSync(first.backup.folder);
  const library = value(openReadOnly(first.backup.folder));
  expect(library.listArticles().map(({ headline }) => headline).toSorted()).toEqual(['Headline 0', 'Headline 1', 'Headline 2']);
  library.close();
  // Reading one leaves nothing in it.
  expect(readdirSync(first.backup.folder)).toEqual(before);
  store.close();
});

test('what is made of the library (its search index) is no change, and neither is an article trashed and taken back; a state is', async () => {
  const store = openFolder(folder);
  const [id = ''] = fill(store, 3);
  const first = value(await takeBackup(folder, { reason: 'hour', nowMs: start })).backup;
  store.close();
  const db = openWritable(databaseFile(folder));
  db.exec("UPDATE articles SET unindexed = 1; VACUUM");
  db.close();
  const again = openFolder(folder);
  value(again.call('articles.list', { query: 'text', filter: 'all', sort: 'changed', offset: 0, limit: 9 }, context));
  value(again.call('articles.trash', { articleId: id }, context));
  value(again.call('articles.untrash', { articleId: id }, context));
  expect(value(await takeBackup(folder, { reason: 'quit', nowMs: start + hour }))).toEqual({ unchanged: true, backup: first });
  value(again.call('articles.setState', { articleId: id, state: 'in-review' }, context));
  expect(value(await takeBackup(folder, { reason: 'quit', nowMs: start + hour }))).toMatchObject({ unchanged: false, backup: { number: 2 } });
  // Damage that leaves every hash as it is noted: nothing is compared before everything was read.
  const block = reading(databaseFile(folder), (read) => one<{ id: number; json: Buffer }>(read, 'SELECT id, json FROM blocks ORDER BY id DESC'));
  again.close();
  const broken = openWritable(databaseFile(folder));
  broken.prepare('UPDATE blocks SET json = ? WHERE id = ?').run(Buffer.concat([block?.json.subarray(1) ?? Buffer.alloc(0)]), block?.id ?? 0);
  broken.close();
  expect(await takeBackup(folder, { reason: 'quit', nowMs: start + hour })).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
});

test('saves go on in another process while a backup is copied, and the copy is the state of one moment', async () => {
  const store = openFolder(folder);
  const ids = fill(store, 150);
  const article = value(store.call('articles.open', { articleId: ids[0] ?? '' }, context)).article;
  const order = idsOf(article.body);
  let saves = 0;
  let finished = false;
  const taking = takeBackup(folder, { reason: 'hour', nowMs: start }).finally(() => (finished = true));
  while (!finished) {
    saves += 1;
    value(store.call('articles.save', { articleId: article.id, number: saves, changedBlocks: [paragraph(order[3] ?? '', `Save ${saves}.`)], order, metadata: null, images: null }, context));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { backup } = value(await taking);
  expect(saves).toBeGreaterThan(3);
  expect(checkBackup(backup)).not.toBeNull();
  const library = value(openReadOnly(backup.folder));
  expect(library.verify()).toMatchObject({ ok: true, articles: 150 });
  library.close();
  store.close();
});

test('a damaged database never becomes a backup, and no backup goes because of it', async () => {
  const store = openFolder(folder);
  fill(store, 30);
  store.close();
  const good = value(await takeBackup(folder, { reason: 'hour', nowMs: start })).backup;
  const bytes = readFileSync(databaseFile(folder));
  // One bit of a stored block: SQLite's own check sees nothing of it.
  const block = reading(databaseFile(folder), (db) => one<{ json: Buffer }>(db, 'SELECT json FROM blocks ORDER BY id DESC')?.json);
  const at = bytes.indexOf(block ?? 'missing') + 20;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  writeFileSync(databaseFile(folder), bytes);
  const taken = await takeBackup(folder, { reason: 'hour', nowMs: start + hour });
  expect(taken).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  writeFileSync(databaseFile(folder), 'This is a letter, no database.\n'.repeat(100));
  expect(await takeBackup(folder, { reason: 'hour', nowMs: start + hour })).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(readdirSync(backupsFolder(folder))).toEqual([good.id]);
  expect(lastGoodBackup(folder)?.id).toBe(good.id);
});

test('the last good backup is the newest one that still is what was checked; a damaged list beside it is written anew', async () => {
  const store = openFolder(folder);
  for (const [index, name] of ['One', 'Two', 'Three'].entries()) {
    add(store, name);
    value(await takeBackup(folder, { reason: 'hour', nowMs: start + index * hour }));
  }
  store.close();
  const [third, second] = listBackups(folder);
  const file = databaseFile(third?.folder ?? '');
  const bytes = readFileSync(file);
  bytes.fill(0, 4096, 8192);
  writeFileSync(file, bytes);
  expect(lastGoodBackup(folder)?.id).toBe(second?.id);
  writeFileSync(join(second?.folder ?? '', 'manifest.json'), '{"format": "galley-ba');
  expect(lastGoodBackup(folder)).toMatchObject({ id: second?.id, manifest: { takenAtMs: start + hour, facts: { articles: 2 } } });
  expect(listBackups(folder)[1]?.manifest?.facts.newest?.name).toBe('Two');
});

/** Takes a backup in a process of its own, as the app does, ended after some milliseconds; answers how long it ran. */
async function takeInProcess(nowMs: number, killAfterMs = 60_000): Promise<number> {
  const began = performance.now();
  const library = JSON.stringify({ dataFolder: folder, second: '', deviceId: 'device-1' });
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../out/main/backups.js'), 'take', library, JSON.stringify({ reason: 'hour', nowMs })], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  return performance.now() - began;
}

test('a process ended at any moment of a backup leaves whole ones, and no litter after the next', async () => {
  const store = openFolder(folder);
  fill(store, 60);
  const wholeMs = await takeInProcess(start);
  expect(listBackups(folder)).toHaveLength(1);
  let inTheMiddle = 0;
  // Eight moments, and again until one was in the middle: on a busy machine a backup takes longer or shorter than the one that was timed.
  for (let round = 1; round <= 8 || (inTheMiddle === 0 && round <= 48); round += 1) {
    add(store, `Round ${round}`);
    await takeInProcess(start + round * hour, (wholeMs * (((round - 1) % 8) + 1)) / 8);
    if (readdirSync(backupsFolder(folder)).some((name) => name.startsWith('.'))) inTheMiddle += 1;
    for (const backup of listBackups(folder)) expect(isGood(backup)).toBe(true);
  }
  expect(inTheMiddle).toBeGreaterThan(0);
  add(store, 'Last');
  await takeInProcess(start + 60 * hour);
  expect(listBackups(folder)[0]?.manifest?.facts.newest?.name).toBe('Last');
  expect(readdirSync(backupsFolder(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  store.close();
});

test('a second folder gets each backup with its pictures; one that is not there is said, and takes nothing from the first', async () => {
  const second = newFolder();
  const bytes = readFileSync(join(import.meta.dirname, '../../resources/sample/west-pier.jpg'));
  const imageId = `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
  const picture = join('images', imageId.slice(7, 9), `${imageId}.jpg`);
  mkdirSync(join(folder, 'images', imageId.slice(7, 9)), { recursive: true });
  writeFileSync(join(folder, picture), bytes);
  const store = openFolder(folder);
  const article = articleWith('With a picture', ['Text.']);
  const stored = { fileName: 'west-pier.jpg', mediaType: 'image/jpeg' as const, width: 10, height: 10, bytes: bytes.length, fromFile: {} };
  value(store.call('articles.create', { article: { ...article, images: { [imageId]: stored } }, cause: 'import' }, context));
  const library = { dataFolder: folder, second, deviceId: '0190d3e0-0000-7000-8000-0000deadbeef' };
  expect(value(await backupJobs.take(library, { reason: 'hour', nowMs: start }))).toMatchObject({ second: '' });
  const copy = join(second, 'galley-deadbeef');
  expect(copiesIn(second)).toEqual([copy]);
  expect(listBackups(copy).map((backup) => [backup.id, isGood(backup), backup.manifest?.facts.pictures])).toEqual([['000001-20261124T210509Z', true, 1]]);
  expect(readFileSync(join(copy, picture)).equals(bytes)).toBe(true);
  rmSync(second, { recursive: true });
  add(store, 'Later');
  const without = value(await backupJobs.take(library, { reason: 'hour', nowMs: start + hour }));
  expect(without.second).toContain(second);
  expect(listBackups(folder)).toHaveLength(2);
  expect(existsSync(second)).toBe(false);
  store.close();
});

test('of many hours and days of work the newest of 24 hours and 30 days stay', async () => {
  const store = openFolder(folder);
  add(store, 'One');
  const { backup } = value(await takeBackup(folder, { reason: 'hour', nowMs: start }));
  // The same backup under the names of a long history, twice an hour for three days, once a day for forty more.
  rmSync(backup.folder, { recursive: true });
  const times = [...Array.from({ length: 40 }, (_, day) => start - (43 - day) * 24 * hour), ...Array.from({ length: 144 }, (_, half) => start - (143 - half) * (hour / 2))];
  const { manifest } = backup;
  for (const [index, at] of times.entries()) {
    const id = `${String(index + 1).padStart(6, '0')}-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;
    mkdirSync(join(backupsFolder(folder), id), { recursive: true });
    copyFileSync(databaseFile(folder), databaseFile(join(backupsFolder(folder), id)));
    writeFileSync(join(backupsFolder(folder), id, 'manifest.json'), JSON.stringify({ ...manifest, takenAtMs: at }));
  }
  add(store, 'Two');
  value(await takeBackup(folder, { reason: 'hour', nowMs: start + hour }));
  const kept = listBackups(folder).map((one) => one.manifest?.takenAtMs ?? 0);
  const days = new Set(kept.map((at) => Math.floor(at / (24 * hour))));
  expect(days.size).toBe(30);
  expect(new Set(kept.slice(0, 24).map((at) => Math.floor(at / hour))).size).toBe(24);
  expect(kept.length).toBeLessThanOrEqual(54);
  expect(kept[0]).toBe(start + hour);
  store.close();
});
