import { expect, test } from 'vitest';
import example from '../example.json' with { type: 'json' };
import { articleIdIn, detectFormat, importFile } from './index.ts';

const nobody = { zone: '', newsroomZone: '', machineZone: '', language: '' };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, bytes: Uint8Array) => importFile({ name, bytes }, nobody);

test('a format is known by its content, whatever the file is called', () => {
  expect(detectFormat(JSON.stringify(example), 'a.txt')).toBe('article-json');
  expect(detectFormat('<!doctype html><p>Text</p>', 'a.txt')).toBe('html');
  expect(detectFormat('---\ntitle: Bridge shut\n---\nText', 'a.txt')).toBe('markdown');
  expect(detectFormat('A plain line.\n\nAnother one.', 'a.txt')).toBe('plain-text');
});

test.each([
  ['empty.txt', new Uint8Array(0)],
  ['blank.txt', utf8(' \n ')],
  ['noise.bin', new Uint8Array(5000)],
  ['broken.json', utf8('{"format": "galley-article", "version": 1,')],
  ['newer.json', utf8(JSON.stringify({ ...example, version: 2 }))],
  ['broken.galley', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
  ['words.galley', utf8('PK not a package')],
  ['words.docx', utf8('Not a document.')],
  ['words.json', utf8('Not JSON at all.')],
  ['huge.txt', new Uint8Array(50 * 1024 * 1024).fill(0x61)],
])('%s is refused with a sentence that names it', (name, bytes) => {
  const result = read(name, bytes);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.message).toContain(name);
});

test('damaged front matter names its line', () => {
  const result = read('a.md', utf8('---\ntitle: "Bridge\nslug: [a\n---\nText'));
  expect(result).toMatchObject({ ok: false });
  if (!result.ok) expect(result.message).toMatch(/a\.md.*line \d/);
});

test('front matter of other programs fills the fields', () => {
  const result = read('a.md', utf8('---\ntitle: Bridge shut\nslug: bridge\nauthor: Ines Moreau\ntags: [ferry, river]\nlayout: post\n---\nText *here*.\n'));
  if (!result.ok) throw new Error(result.message);
  const { metadata, body } = result.value.article;
  expect(metadata).toMatchObject({ urlSlug: 'bridge', tags: ['ferry', 'river'] });
  expect(body.content?.[0]).toMatchObject({ content: [{ type: 'text', text: 'Bridge shut' }] });
  expect(body.content?.[2]?.attrs).toMatchObject({ contributors: [{ name: 'Ines Moreau', role: 'written-by' }] });
  expect(result.value.report.removed).toMatchObject([{ text: 'layout: post' }]);
});

test('a leading first-level heading is the headline where front matter has none', () => {
  const result = read('a.md', utf8('# Bridge *shut*\n\nText.\n'));
  if (!result.ok) throw new Error(result.message);
  expect(result.value.article.body.content?.map(({ type }) => type)).toEqual(['headline', 'standfirst', 'byline', 'paragraph']);
});

test('Windows-1252 is read and said, UTF-16 is read', () => {
  const latin = read('a.txt', new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x61]));
  if (!latin.ok) throw new Error(latin.message);
  expect(JSON.stringify(latin.value.article.body)).toContain('Café a');
  expect(latin.value.report.kept.at(-1)?.text).toBe('a.txt');
  expect(read('a.txt', new Uint8Array([0xff, 0xfe, 0x41, 0]))).toMatchObject({ ok: true });
});

test.each([
  ['declared by a page', [...utf8('<meta charset="windows-1251"><p>'), 0xcf, 0xee, 0xf0, 0xf2, ...utf8('</p>')], 'Порт', 'windows-1251'],
  ['declared as Latin 1', [...utf8('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>caf'), 0xe9, ...utf8('</p>')], 'café', 'windows-1252'],
  ['declared by nobody we know', [...utf8('<meta charset="x-none"><p>caf'), 0xe9, ...utf8('</p>')], 'café', 'windows-1252'],
  ['UTF-16 without a mark', [...utf8('The port is shut.')].flatMap((byte) => [byte, 0]), 'The port is shut.', 'utf-16le'],
])('an encoding %s is read and said', (_, bytes, text, encoding) => {
  const result = read('a.txt', new Uint8Array(bytes));
  if (!result.ok) throw new Error(result.message);
  expect(JSON.stringify(result.value.article.body)).toContain(text);
  expect(result.value.report.kept.at(-1)).toEqual({ text: 'a.txt', why: `The file is not UTF-8; it was read as ${encoding}.` });
});

test('an address that is none of the web never becomes a picture’s origin', () => {
  const result = read('a.txt', utf8('Slug: x\nHeadline: y\n\nText.\n\n![alt](javascript:void(0))\n'));
  if (!result.ok) throw new Error(result.message);
  expect(JSON.stringify(result.value.article.body)).not.toContain('javascript');
});

test('only a file that carries an id is an article’s own', () => {
  expect(articleIdIn(utf8(`---\ntitle: "a"\ngalley:\n  id: "${example.id}"\n---\n`))).toBe(example.id);
  expect(articleIdIn(utf8(`<article data-galley-article="${example.id}">`))).toBe(example.id);
  expect(articleIdIn(utf8(example.id))).toBeNull();
});
