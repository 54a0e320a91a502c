import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { ImageStore } from '../../src/main/files/image-store.ts';
import { fixture, joined } from '../../src/main/files/picture-fixtures.ts';
import { keptForMs } from '../../src/main/files/picture-trash.ts';
import { PictureLibrary } from '../../src/main/picture-library.ts';
import { takeBackup } from '../../src/main/storage/backup.ts';
import { listBackups } from '../../src/main/storage/backup-folder.ts';
import { backupJobs } from '../../src/main/storage/backup-jobs.ts';
import type { Store } from '../../src/main/storage/store.ts';
import { articleWith, context, idsOf, newFolder, openFolder, value } from './storage-fixtures.ts';

const now = Date.UTC(2026, 10, 28, 12);
let folder = '';
let store: Store;
let images: ImageStore;
let forgotten: string[] = [];
beforeEach(() => {
  folder = newFolder();
  store = openFolder(folder);
  images = new ImageStore(folder, () => Promise.resolve({}));
  forgotten = [];
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The real store and the real job with the backups; the processes they run in have tests of their own. */
const library = (nowMs = now): PictureLibrary => new PictureLibrary({
  storage: { call: ((name: 'pictures.used', request: null) => Promise.resolve(store.call(name, request, context))) as never },
  backups: { run: (() => backupJobs.pictures({ dataFolder: folder, second: '', deviceId: '' }, null)) as never },
  images,
  thumbnails: { forget: (imageId) => { forgotten.push(imageId); return Promise.resolve(); } },
  nowMs: () => nowMs,
});

/** A picture of its own number, added a day ago. */
async function picture(number: number): Promise<{ readonly imageId: string; readonly stored: Article['images'][string] }> {
  const added = value(await images.put(joined(fixture('plain.jpg'), [number]), `picture-${number}.jpg`));
  const path = (await images.find(added.imageId))?.path ?? '';
  utimesSync(path, new Date(now - 86_400_000), new Date(now - 86_400_000));
  return added;
}
function story(headline: string, ...shown: readonly Awaited<ReturnType<typeof picture>>[]): Article {
  const article = articleWith(headline, ['Text.']);
  return { ...article, images: Object.fromEntries(shown.map(({ imageId, stored }) => [imageId, stored])) };
}
const create = (article: Article): string => value(store.call('articles.create', { article, cause: 'import' }, context)).article.id;
/** The window saves the text with these pictures and no others. */
function save(articleId: string, kept: Article['images'], number: number): void {
  const { article } = value(store.call('articles.open', { articleId }, context));
  value(store.call('articles.save', { articleId, number, changedBlocks: [], order: idsOf(article.body), metadata: null, images: kept }, context));
}
const inPlace = (imageId: string): boolean => readdirSync(join(folder, 'images'), { recursive: true, encoding: 'utf8' }).some((name) => name.includes(imageId));

test('each picture says where it is used: text, revisions, trash, backups', async () => {
  const [both, old, gone, lone] = [await picture(1), await picture(2), await picture(3), await picture(4)];
  const first = create(story('First story', both, old));
  const second = create(story('Second story', both));
  const trashed = create(story('Thrown away', gone));
  value(store.call('articles.trash', { articleId: trashed }, context));
  save(first, { [both.imageId]: both.stored }, 1);
  value(store.call('revisions.make', { articleId: first, cause: 'explicit-save', name: '', note: '' }, context));
  const of = async (imageId: string): Promise<unknown> => value(await library().usesOf(imageId));
  expect(await of(both.imageId)).toEqual({
    fileName: 'picture-1.jpg', articles: 2, backups: 0,
    uses: expect.arrayContaining([
      { articleId: first, name: 'First story', isTrashed: false, isInText: true, revisions: 2 },
      { articleId: second, name: 'Second story', isTrashed: false, isInText: true, revisions: 1 },
    ]),
  });
  expect(await of(old.imageId)).toMatchObject({ articles: 1, uses: [{ articleId: first, isInText: false, revisions: 1 }] });
  expect(await of(gone.imageId)).toMatchObject({ articles: 1, uses: [{ articleId: trashed, isTrashed: true }] });
  expect(await of(lone.imageId)).toEqual({ fileName: '', articles: 0, backups: 0, uses: [] });
  value(await takeBackup(folder, { reason: 'hour', nowMs: now }));
  expect(await of(gone.imageId)).toMatchObject({ backups: 1 });
});

test('only what nothing refers to is cleaned up, and undo puts it back', async () => {
  const [used, old, trashed, unused] = [await picture(1), await picture(2), await picture(3), await picture(4)];
  const first = create(story('First story', used, old));
  value(store.call('articles.trash', { articleId: create(story('Thrown away', trashed)) }, context));
  save(first, { [used.imageId]: used.stored }, 1);
  expect(value(await library().cleanUp())).toEqual({ imageIds: [unused.imageId], bytes: unused.stored.bytes });
  expect([used, old, trashed, unused].map(({ imageId }) => inPlace(imageId))).toEqual([true, true, true, false]);
  expect(forgotten).toEqual([unused.imageId]);
  expect(value(await library().list()).find(({ imageId }) => imageId === unused.imageId)?.cleanedAtMs).toBe(now);
  expect(value(await library().putBack([unused.imageId]))).toEqual({ count: 1 });
  expect(inPlace(unused.imageId)).toBe(true);
  expect(value(await library().list()).find(({ imageId }) => imageId === unused.imageId)?.cleanedAtMs).toBeNull();
});

test('a picture that only a backup needs stays; a backup that cannot be read stops the clean-up', async () => {
  const kept = await picture(1);
  const id = create(story('Deleted later', kept));
  value(await takeBackup(folder, { reason: 'hour', nowMs: now }));
  value(store.call('articles.eraseHere', { articleId: id }, context));
  expect(value(await library().cleanUp()).imageIds).toEqual([]);
  const [backup] = listBackups(folder);
  // Its list is gone: the database says the same.
  rmSync(join(backup?.folder ?? '', 'pictures.txt'));
  expect(value(await library().cleanUp()).imageIds).toEqual([]);
  rmSync(join(backup?.folder ?? '', 'galley.db'));
  const refused = await library().cleanUp();
  expect(refused.ok ? '' : refused.error.message).toContain(backup?.id ?? 'no backup');
  expect(inPlace(kept.imageId)).toBe(true);
});

test('a picture of the last hour is left alone, and one that is asked for comes back by itself', async () => {
  const fresh = value(await images.put(joined(fixture('plain.jpg'), [9]), 'fresh.jpg'));
  expect(value(await library(Date.now()).cleanUp()).imageIds).toEqual([]);
  expect(value(await library(Date.now() + 2 * 3_600_000).cleanUp()).imageIds).toEqual([fresh.imageId]);
  expect((await images.read(fresh.imageId))?.length).toBe(fresh.stored.bytes);
  expect(inPlace(fresh.imageId)).toBe(true);
});

test('what was cleaned up is deleted after thirty days', async () => {
  const unused = await picture(1);
  value(await library().cleanUp());
  await images.trash.empty(now + keptForMs);
  expect(await images.trash.list()).toHaveLength(1);
  await images.trash.empty(now + keptForMs + 1);
  expect(await images.trash.list()).toEqual([]);
  expect(existsSync(join(folder, 'images-trash', String(now)))).toBe(false);
  expect(await images.read(unused.imageId)).toBeNull();
});
