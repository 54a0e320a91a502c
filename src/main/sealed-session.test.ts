import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyArticle } from '../article/article.ts';
import { type Left, SealedSession } from './sealed-session.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-sealed-'));
  writeFileSync(library(), 'a library');
  // A whole second, which can be put back to the letter: then nothing but length or place tells another file.
  utimesSync(library(), 1_700_000_000, 1_700_000_000);
  writeFileSync(settingsFile(), '{"zone":"Asia/Kolkata"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const library = (): string => join(folder, 'galley.db');
const settingsFile = (): string => join(folder, 'settings.json');
const file = (): string => join(folder, 'left-open.json');
const sealed = (version = '1.0.0'): SealedSession => new SealedSession(folder, version);

const article = emptyArticle();
const settings = { person: { id: '1', name: 'Asha' }, zone: 'Asia/Kolkata' } as Left['settings'];
const session: Left['session'] = {
  opened: { article, summary: { id: article.id, slugline: 'pier', headline: 'The pier', section: '', state: 'draft', words: 3, author: 'Asha', createdAtMs: 1, changedAtMs: 2, trashedAtMs: null }, lastSaveNumber: 4 },
  tabs: [{ articleId: article.id, place: null, headline: 'The pier', slugline: 'pier' }],
};
const left: Left = { session, settings };

test('what was left is there at the next start, once', () => {
  sealed().seal(left);
  const next = sealed();
  expect([next.take(), next.take()]).toEqual([left, null]);
  expect(existsSync(file())).toBe(false);
  expect(sealed().take()).toBeNull();
});

/** Everything that may have happened between two starts; each is worked on the library and on what was kept of it. */
const happenings: readonly (readonly [string, () => void])[] = [
  ['nothing was left', () => rmSync(file())],
  ['a word was written by another program', () => appendFileSync(library(), '!')],
  ['the library was written to and is as long as before', () => writeFileSync(library(), 'A library')],
  ['its time was put back as well', () => {
    const { atime, mtime } = statSync(library());
    writeFileSync(library(), 'A library, and more');
    utimesSync(library(), atime, mtime);
  }],
  ['it is a copy, of the same time', () => {
    const { atime, mtime } = statSync(library());
    copyFileSync(library(), `${library()}.new`);
    utimesSync(`${library()}.new`, atime, mtime);
    renameSync(`${library()}.new`, library());
  }],
  ['it was not closed in order', () => writeFileSync(`${library()}-wal`, '')],
  ['the settings were changed by hand', () => writeFileSync(settingsFile(), '{"zone":"Asia/Colombo"}')],
  ['a bit of the settings is another, at the same time', () => {
    const { atime, mtime } = statSync(settingsFile());
    writeFileSync(settingsFile(), readFileSync(settingsFile(), 'utf8').replace('K', 'J'));
    utimesSync(settingsFile(), atime, mtime);
  }],
  ['the settings are gone', () => rmSync(settingsFile())],
  ['it is gone', () => rmSync(library())],
  ['the file was cut off', () => writeFileSync(file(), readFileSync(file()).subarray(0, -3))],
  ['the file is empty', () => writeFileSync(file(), '')],
  ['a letter of it is another', () => writeFileSync(file(), readFileSync(file(), 'utf8').replace('The pier', 'The peer'))],
  ['a letter of its seal is another', () => writeFileSync(file(), readFileSync(file(), 'utf8').replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')))],
];
test.each(happenings)('the store is asked where %s', (_what, happen) => {
  sealed().seal(left);
  happen();
  expect(sealed().take()).toBeNull();
  expect(existsSync(file())).toBe(false);
});

test('the store is asked by another Galley', () => {
  sealed('1.0.0').seal(left);
  expect(sealed('1.0.1').take()).toBeNull();
});

test('an article too long to wait for twice is read from the store', () => {
  sealed().seal({ settings, session: { ...session, tabs: [{ articleId: article.id, place: null, headline: 'x'.repeat(4_000_001), slugline: '' }] } });
  expect(existsSync(file())).toBe(false);
});
