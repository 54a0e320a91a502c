import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Article, parseArticle } from '../article.ts';
import example from '../example.json' with { type: 'json' };
import { type GalleyPackage, type PackagedSummary, writePackage } from '../export/galley.ts';
import { articleIdInPackage, isWordDocument, packageLimits, readPackage } from './galley-package.ts';

const picture = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);
const imageId = `sha256-${bytesToHex(sha256(picture))}`;

function sample(): GalleyPackage {
  const parsed = parseArticle(example);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const article: Article = { ...parsed.value, images: { ...parsed.value.images, [imageId]: { fileName: 'a.jpg', mediaType: 'image/jpeg', width: 1, height: 1, bytes: 6, fromFile: {} } } };
  const time = { instant: '2024-03-04T11:10:00Z', zone: 'Asia/Kolkata', asWritten: '' };
  const summary: PackagedSummary = { id: 'r1', sequence: 1, parents: [], author: { id: 'p', name: 'Jo' }, deviceId: 'd', cause: 'explicit-save', time, name: 'First', note: '', words: 3 };
  return { article, revisions: [{ summary, article: parsed.value }, { summary: { ...summary, id: 'r2', sequence: 2, parents: ['r1'] }, article }], images: new Map([[imageId, picture]]) };
}

/** The package with its entries changed and zipped again. */
function tampered(change: (entries: Record<string, Uint8Array>) => void): Uint8Array {
  const entries = unzipSync(writePackage(sample()));
  change(entries);
  return zipSync(entries);
}

test('a package gives back the identical article, history and pictures', () => {
  const original = sample();
  expect(readPackage(writePackage(original))).toEqual({ ok: true, value: original });
  expect(JSON.stringify(original.article)).toBe(JSON.stringify(readValue(writePackage(original)).article));
});

test('the same article gives the same bytes', () => {
  expect(writePackage(sample())).toEqual(writePackage(sample()));
});

test('the manifest alone tells whose package it is', () => {
  expect(articleIdInPackage(writePackage(sample()))).toBe(sample().article.id);
  expect(articleIdInPackage(zipSync({ 'a.txt': new Uint8Array(3) }))).toBeNull();
  expect(articleIdInPackage(new Uint8Array(30))).toBeNull();
});

test.each([
  ['a changed picture', (e: Record<string, Uint8Array>) => { e[`images/${imageId}.jpg`] = new Uint8Array(6); }, /images.*hash/],
  ['a missing article', (e: Record<string, Uint8Array>) => { delete e['article.json']; }, /article\.json.*missing/],
  ['an unlisted entry', (e: Record<string, Uint8Array>) => { e['history/0009.json'] = new Uint8Array(2); }, /0009.*not listed/],
  ['a name that climbs', (e: Record<string, Uint8Array>) => { e['../evil.json'] = new Uint8Array(2); }, /evil.*no part/],
  ['an absolute name', (e: Record<string, Uint8Array>) => { e['/etc/passwd'] = new Uint8Array(2); }, /passwd.*no part/],
  ['no manifest', (e: Record<string, Uint8Array>) => { delete e['manifest.json']; }, /manifest\.json.*missing/],
])('%s is refused by name', (_, change, sentence) => {
  const read = readPackage(tampered(change));
  expect(read.ok).toBe(false);
  if (!read.ok) expect(`${read.error.path} ${read.error.message}`).toMatch(sentence);
});

test('a bomb is refused before it is unpacked', () => {
  const bomb = tampered((entries) => { entries['history/0009.json'] = new Uint8Array(20 * 1024 * 1024); });
  expect(readPackage(bomb)).toMatchObject({ ok: false, error: { path: 'history/0009.json' } });
  expect(readPackage(writePackage(sample()), { ...packageLimits, entries: 2 })).toMatchObject({ ok: false });
  expect(readPackage(writePackage(sample()), { ...packageLimits, totalBytes: 100 })).toMatchObject({ ok: false });
});

test('every cut of a package is a named error, never an exception', () => {
  const whole = writePackage(sample());
  for (let length = 0; length < whole.length; length += 97) expect(readPackage(whole.slice(0, length)).ok).toBe(false);
});

test('a Word document is recognised', () => {
  expect(isWordDocument(zipSync({ 'word/document.xml': new Uint8Array(3) }))).toBe(true);
  expect(isWordDocument(writePackage(sample()))).toBe(false);
});

function readValue(bytes: Uint8Array): GalleyPackage {
  const read = readPackage(bytes);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}
