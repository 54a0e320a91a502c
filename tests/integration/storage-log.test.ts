import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLogDamaged } from '../../src/main/storage/log-check.ts';
import { openStore, type Store } from '../../src/main/storage/store.ts';
import { databaseFile, openWritable } from '../../src/main/storage/open-database.ts';
import { type Random, seeded } from '../faults/random.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

const page = 4096;
let place: string;
let torn: string;
beforeEach(() => {
  place = newFolder();
  torn = newFolder();
});
afterEach(() => {
  for (const folder of [place, torn]) rmSync(folder, { recursive: true, force: true });
});

interface Saved {
  readonly database: Buffer;
  readonly log: Buffer;
}

/** The files before and after each of some saves: in a log that grows, and in one that is written over from its start. */
function saves(count: number, isReused: boolean): readonly Saved[] {
  const store = openFolder(place);
  const file = databaseFile(place);
  const { article } = value(store.call('articles.create', { article: articleWith('Ferries stop', ['One.', 'Two.']), cause: 'import' }, context));
  const save = (number: number): void => saveText(store, article.id, { number, order: idsOf(article.body) });
  for (let number = 1; number <= 6; number += 1) save(number);
  if (isReused) {
    const other = openWritable(file);
    other.pragma('wal_checkpoint(FULL)');
    other.close();
  }
  const files = (): Saved => ({ database: readFileSync(file), log: readFileSync(`${file}-wal`) });
  const all = [files()];
  for (let number = 7; number < 7 + count; number += 1) {
    save(number);
    all.push(files());
  }
  copyFileSync(file, databaseFile(torn));
  store.close();
  return all;
}

function saveText(store: Store, articleId: string, { number, order }: { readonly number: number; readonly order: readonly string[] }): void {
  value(store.call('articles.save', { articleId, number, changedBlocks: [paragraph(order[3] ?? '', `Text ${number}. `.repeat(number % 3 === 0 ? 900 : 3))], order, metadata: null, images: null }, context));
}

/** The log with some of the disk's pages as they were before the last save. */
function without({ log: before }: Saved, { log: after }: Saved, isThere: (changed: number) => boolean): Buffer {
  const result = Buffer.from(after);
  let changed = 0;
  for (let at = 0; at < after.length; at += page) {
    const old = Buffer.alloc(Math.min(page, after.length - at));
    before.copy(old, 0, Math.min(at, before.length), Math.min(at + old.length, before.length));
    // SQLite forces the header of a new round to the disk before its first save.
    if (at === 0) after.copy(old, 0, 0, 32);
    if (old.equals(after.subarray(at, at + page))) continue;
    if (!isThere(changed)) old.copy(result, at);
    changed += 1;
  }
  return result;
}

const changedPages = (before: Saved, after: Saved): number => {
  let count = 0;
  without(before, after, () => (count += 1) > 0);
  return count;
};

const readTorn = (database: Buffer, log: Buffer): boolean => {
  const file = databaseFile(torn);
  writeFileSync(file, database);
  writeFileSync(`${file}-wal`, log);
  rmSync(`${file}-shm`, { force: true });
  return isLogDamaged(file);
};

const subsets = (count: number, random: Random): readonly number[] => (count <= 7 ? Array.from({ length: 2 ** count }, (_, bits) => bits) : Array.from({ length: 128 }, () => random.between(0, 2 ** Math.min(count, 30) - 1)));

test.each([['a log that grows', false], ['a log that is written over', true]])('%s: whichever pages of the last save the power took, the library opens without a question', (_name, isReused) => {
  const random = seeded('torn pages');
  const all = saves(9, isReused);
  let tried = 0;
  for (const [index, after] of all.slice(1).entries()) {
    const before = all[index] ?? after;
    for (const bits of subsets(changedPages(before, after), random)) {
      const log = without(before, after, (changed) => ((bits >> changed) & 1) === 1);
      expect(readTorn(before.database, log), `save ${index}, pages ${bits.toString(2)}`).toBe(false);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(200);
  const opened = openStore(torn);
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.value.close();
});

test.each([['a log that grows', false], ['a log that is written over', true]])('%s: a bit changed in any save but the last is told; in the last one of a growing log too', (_name, isReused) => {
  const random = seeded('changed bits');
  const all = saves(9, isReused);
  const last = all.at(-1);
  const before = all.at(-2);
  const first = all[0];
  if (!last || !before || !first) throw new Error('no saves');
  const end = isReused ? framesEnd(before.log) : before.log.length;
  const start = isReused ? 32 : first.log.length;
  for (let round = 0; round < 120; round += 1) {
    const log = Buffer.from(last.log);
    const at = random.between(start, end - 1);
    log.writeUInt8(log.readUInt8(at) ^ (1 << random.between(0, 7)), at);
    expect(readTorn(last.database, log), `bit in byte ${at}`).toBe(true);
  }
  if (isReused) return;
  let told = 0;
  for (let round = 0; round < 120; round += 1) {
    const log = Buffer.from(last.log);
    const at = random.between(before.log.length, last.log.length - 1);
    log.writeUInt8(log.readUInt8(at) ^ (1 << random.between(0, 7)), at);
    told += readTorn(last.database, log) ? 1 : 0;
  }
  // A salt that is wrong looks like a page that is not there.
  expect(told).toBeGreaterThan(115);
});

/** Where the newest round of a log ends, bytes. */
function framesEnd(log: Buffer): number {
  let at = 32;
  while (at + 24 + page <= log.length && log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) at += 24 + page;
  return at;
}
