import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { takeBackup } from '../../src/main/storage/backup.ts';
import { lastGoodBackup, listBackups } from '../../src/main/storage/backup-folder.ts';
import { newestVersion } from '../../src/main/storage/migrations/index.ts';
import { openWritable } from '../../src/main/storage/open-database.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import { assess, recover } from '../../src/main/storage/salvage-recover.ts';
import { databaseFile, openStore } from '../../src/main/storage/store.ts';
import { injure, type Injury } from '../faults/injuries.ts';
import { type Random, seeded } from '../faults/random.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

const nowMs = Date.UTC(2026, 10, 25, 1);
const when = { ...context, nowMs };
/** A library with two backups, changes since, and a log: the state a killed app leaves. */
let template: string;
/** Every text that any article ever had, by article. */
const texts = new Map<string, Set<string>>();
let folder: string;

const textOf = (article: Article): string => JSON.stringify([article.body, article.metadata]);
const remember = (article: Article): void => void texts.set(article.id, (texts.get(article.id) ?? new Set()).add(textOf(article)));

beforeAll(async () => {
  const made = newFolder();
  let store = openFolder(made);
  const add = (index: number): Article => {
    const article = articleWith(`Headline ${index}`, [`First text of ${index}.`, 'A long passage. '.repeat(40 + index * 8), `Last of ${index}.`], `SLUG-${index}`);
    const { article: created } = value(store.call('articles.create', { article, cause: 'import' }, context));
    remember(created);
    return created;
  };
  const change = (article: Article, number: number): void => {
    const order = idsOf(article.body);
    value(store.call('articles.save', { articleId: article.id, number, changedBlocks: [paragraph(order[3] ?? '', `Change ${number} of ${article.id}.`)], order, metadata: null, images: null }, context));
    remember(value(store.call('articles.open', { articleId: article.id }, context)).article);
    value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: '', note: '' }, context));
  };
  const articles = Array.from({ length: 12 }, (_, index) => add(index));
  value(await takeBackup(made, { reason: 'hour', nowMs: nowMs - 7_200_000 }));
  for (const article of articles.slice(0, 6)) change(article, 1);
  value(await takeBackup(made, { reason: 'hour', nowMs: nowMs - 3_600_000 }));
  store.close();
  store = openFolder(made);
  for (const article of articles.slice(3, 9)) change(article, 2);
  add(12);
  // The files as they are while it runs: what was saved last is in the log.
  template = newFolder();
  for (const name of ['galley.db', 'galley.db-wal', 'backups']) cpSync(join(made, name), join(template, name), { recursive: true });
  store.close();
  rmSync(made, { recursive: true });
});
afterAll(() => rmSync(template, { recursive: true, force: true }));
beforeEach(() => {
  folder = newFolder();
  cpSync(template, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads everything, sees that each text is one that was written, and answers how many revisions there are. */
function checked(): { readonly articles: number; readonly revisions: number } {
  const library = value(openReadOnly(folder));
  expect(library.verify().problems).toEqual([]);
  const articles = library.listArticles();
  let revisions = 0;
  for (const { id } of articles) {
    for (const { sequence } of library.listRevisions(id).ok ? value(library.listRevisions(id)) : []) {
      expect(texts.get(id)?.has(textOf(value(library.readArticle(id, sequence))))).toBe(true);
      revisions += 1;
    }
  }
  library.close();
  return { articles: articles.length, revisions };
}

test('of an intact library everything is found, the log included', async () => {
  rmSync(join(folder, 'backups'), { recursive: true });
  const recovered = value(await recover(folder, 'everything', when));
  expect(recovered.adopted).toHaveLength(13);
  expect(recovered.adopted.every(({ text, lostRevisions }) => text === 'whole' && lostRevisions === 0)).toBe(true);
  expect(checked()).toEqual({ articles: 13, revisions: 25 });
  const kept = readdirSync(recovered.keptIn ?? '');
  expect(kept).toContain('galley.db-wal');
});

test.each([
  ['a zeroed first page', (bytes: Buffer) => bytes.fill(0, 0, 4096)],
  ['a flipped bit in the header', (bytes: Buffer) => (bytes[19] = 77, bytes)],
  ['the last third cut off', (bytes: Buffer) => bytes.subarray(0, Math.floor((bytes.length * 2) / 3))],
])('%s: with the last good backup all is brought back but what was on it', async (_name, damage) => {
  const file = databaseFile(folder);
  const bytes = readFileSync(file);
  const damaged = Buffer.from(damage(bytes));
  // The log would mend the pages it has.
  rmSync(`${file}-wal`);
  writeFileSync(file, damaged);
  expect(openStore(folder)).toMatchObject({ ok: false });
  const seen = value(await assess(folder));
  expect(seen).toMatchObject({ trouble: 'damaged', backup: { articles: 12 } });
  expect(readFileSync(file).equals(damaged)).toBe(true);
  const recovered = value(await recover(folder, 'everything', when));
  const { articles, revisions } = checked();
  expect(articles).toBeGreaterThanOrEqual(12);
  expect(revisions).toBeGreaterThanOrEqual(18);
  expect(readFileSync(databaseFile(recovered.keptIn ?? '')).equals(damaged)).toBe(true);
  openFolder(folder).close();
});

test('a log damaged in its middle is told, and the saves behind the damage are brought back', async () => {
  const log = `${databaseFile(folder)}-wal`;
  const bytes = readFileSync(log);
  const at = 32 + Math.floor((bytes.length - 32) / 4120 / 2) * 4120 + 500;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 16, at);
  writeFileSync(log, bytes);
  const opened = openStore(folder);
  expect(opened).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  value(await recover(folder, 'everything', when));
  const { articles, revisions } = checked();
  expect(articles).toBe(13);
  expect(revisions).toBeGreaterThanOrEqual(23);
});

test.each([
  ['deleted', 'missing', (file: string) => rmSync(file)],
  ['emptied', 'missing', (file: string) => truncateSync(file)],
  ['replaced by a folder', 'foreign', (file: string) => (rmSync(file), mkdirSync(file), writeFileSync(join(file, 'inside.txt'), 'mine'))],
  ['replaced by another program’s database', 'foreign', (file: string) => (rmSync(file), otherPrograms(file))],
  ['replaced by a text file', 'foreign', (file: string) => writeFileSync(file, 'Dear editor, this is a letter.\n'.repeat(300))],
])('a database %s: nothing is overwritten until a person chooses, and then it is put aside', async (_name, trouble, replace) => {
  const file = databaseFile(folder);
  rmSync(`${file}-wal`);
  replace(file);
  const before = existsSync(file) && trouble === 'foreign' ? readdirOrBytes(file) : null;
  const opened = openStore(folder);
  expect(opened).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  expect(opened.ok ? '' : opened.error.message).toContain(file);
  expect(value(await assess(folder))).toMatchObject({ trouble, backup: { articles: 12 }, found: { articles: 0 } });
  expect(existsSync(file) && trouble === 'foreign' ? readdirOrBytes(file) : null).toEqual(before);
  const recovered = value(await recover(folder, 'backup', when));
  expect(checked()).toEqual({ articles: 12, revisions: 18 });
  if (before !== null) expect(readdirOrBytes(databaseFile(recovered.keptIn ?? ''))).toEqual(before);
  rmSync(file);
  value(await recover(folder, 'empty', when));
  expect(checked()).toEqual({ articles: 0, revisions: 0 });
});

function otherPrograms(file: string): void {
  const db = openWritable(file);
  db.exec('CREATE TABLE songs (title TEXT); PRAGMA user_version = 78');
  db.close();
}

function readdirOrBytes(path: string): unknown {
  try {
    return readdirSync(path);
  } catch {
    return readFileSync(path, 'utf8');
  }
}

test('a newer Galley’s database is named and never replaced', async () => {
  const store = openFolder(folder);
  store.close();
  const bytes = readFileSync(databaseFile(folder));
  bytes.writeUInt32BE(99, 60);
  bytes.writeUInt32BE(bytes.readUInt32BE(68) - newestVersion + 99, 68);
  writeFileSync(databaseFile(folder), bytes);
  expect(openStore(folder)).toMatchObject({ ok: false, error: { code: 'newer-database' } });
  expect(value(await assess(folder)).trouble).toBe('newer');
  for (const how of ['everything', 'backup', 'empty'] as const) expect(await recover(folder, how, when)).toMatchObject({ ok: false, error: { code: 'newer-database' } });
  expect(readFileSync(databaseFile(folder)).equals(bytes)).toBe(true);
});

test('a version number of which one bit is not as it was written is damage, not a newer Galley: everything comes back', async () => {
  openFolder(folder).close();
  const file = databaseFile(folder);
  const whole = readFileSync(file);
  for (const [offset, bit] of Array.from({ length: 64 }, (_, n) => [n < 32 ? 60 : 68, n % 32] as const)) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt32BE((bytes.readUInt32BE(offset) ^ (1 << bit)) >>> 0, offset);
    writeFileSync(file, bytes);
    expect(openStore(folder), `bit ${bit} at ${offset}`).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
    expect(openReadOnly(folder)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  }
  expect(value(await assess(folder))).toMatchObject({ trouble: 'damaged', found: { articles: 13 } });
  value(await recover(folder, 'everything', when));
  expect(checked().articles).toBe(13);
});

test('a kill while a damaged database is put aside leaves it findable', async () => {
  renameSync(databaseFile(folder), join(folder, 'elsewhere'));
  // Only its log is left, as between two renames.
  expect(openStore(folder)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  const recovered = value(await recover(folder, 'everything', when));
  expect(readdirSync(recovered.keptIn ?? '')).toEqual(['galley.db-wal']);
  expect(checked().articles).toBeGreaterThanOrEqual(12);
});

/** `npm run faults` has 200, with the built processes; GALLEY_INJURIES for more of these. */
const injuries = Number(process.env['GALLEY_INJURIES'] ?? 24);

/** The database, its log or the newest backup. */
function target(random: Random): string {
  const backup = listBackups(folder)[0]?.folder ?? '';
  return random.oneOf([databaseFile(folder), databaseFile(folder), `${databaseFile(folder)}-wal`, join(backup, random.oneOf(['galley.db', 'galley.db', 'manifest.json', 'pictures.txt']))]);
}

/** Opens, checks as a start does, and brings everything back where something is wrong. Answers what was said; '' for a sound library. */
async function startAfter(injury: Injury): Promise<{ readonly said: string; readonly isNewer: boolean }> {
  const about = JSON.stringify(injury);
  const good = lastGoodBackup(folder);
  expect(good, about).not.toBeNull();
  const opened = openStore(folder);
  if (opened.ok) opened.value.close();
  // What a start does next: everything is read and checked in a backup.
  const taken = opened.ok ? await takeBackup(folder, { reason: 'start', nowMs }) : opened;
  if (taken.ok) return { said: '', isNewer: false };
  expect(lastGoodBackup(folder)?.id, about).toBe(good?.id);
  if (value(await assess(folder)).trouble === 'newer') return { said: taken.error.message, isNewer: true };
  const { keptIn } = value(await recover(folder, 'everything', when));
  expect(existsSync(keptIn ?? ''), about).toBe(true);
  return { said: taken.error.message, isNewer: false };
}

test(`${injuries} random injuries: the library starts each time with whole text, says so, and keeps what was damaged`, async () => {
  let told = 0;
  const random = seeded('injuries');
  for (let round = 0; round < injuries; round += 1) {
    rmSync(folder, { recursive: true });
    cpSync(template, folder, { recursive: true });
    const injury = injure(target(random), random);
    const { said, isNewer } = await startAfter(injury);
    if (said !== '') {
      told += 1;
      expect(said, JSON.stringify(injury)).toMatch(/damaged|no Galley|newer|gone/);
    }
    if (isNewer) continue;
    const { articles, revisions } = checked();
    expect(articles, JSON.stringify(injury)).toBeGreaterThanOrEqual(12);
    expect(revisions, JSON.stringify(injury)).toBeGreaterThanOrEqual(12);
    openFolder(folder).close();
  }
  expect(told).toBeGreaterThan(injuries / 8);
}, 900_000);
