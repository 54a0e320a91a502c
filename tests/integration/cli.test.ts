import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareWithContext } from '../../src/article/compare/index.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

const entry = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
const example = fileURLToPath(new URL('../fixtures/version-1/article.json', import.meta.url));
const folder = (): string => mkdtempSync(join(tmpdir(), 'galley-cli-'));

function galley(...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], { encoding: 'utf8', env: { ...process.env, GALLEY_DATA_DIR: '' } });
  return { code: status, out: stdout, err: stderr };
}

test('an article goes out as a package and comes back identical', () => {
  const out = folder();
  expect(galley('export', example, '--to', 'galley', '--out', out).code).toBe(0);
  const [name = ''] = readdirSync(out);
  const { code, out: json } = galley('import', join(out, name));
  expect(code).toBe(0);
  expect(JSON.parse(json)).toEqual(JSON.parse(readFileSync(example, 'utf8')));
});

test.each(['html', 'html-fragment', 'markdown'])('an article goes out as %s and comes back with nothing changed the public sees', (format) => {
  const out = folder();
  expect(galley('export', example, '--to', format, '--out', out, '--override', 'test').code).toBe(0);
  expect(galley('export', example, '--to', format, '--out', out, '--override', 'test').code).toBe(0);
  const names = readdirSync(out);
  expect(names).toHaveLength(1);
  const article: unknown = JSON.parse(galley('import', join(out, names[0] ?? '')).out);
  expect(article).toMatchObject({ metadata: { slugline: 'TIDE/KALANAGAR', internalNote: '' } });
});

test('bad input is exit 2 with a sentence that names the file, and nothing on stdout', () => {
  const bad = join(folder(), 'broken.json');
  writeFileSync(bad, '{"format": "galley-article", "version": 1,');
  const { code, out, err } = galley('import', bad);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('broken.json');
  expect(galley('import', join(folder(), 'missing.txt'))).toMatchObject({ code: 2, out: '' });
  expect(galley('soup')).toMatchObject({ code: 2, out: '' });
});

test('a foreign file is never replaced', () => {
  const out = folder();
  writeFileSync(join(out, 'what-the-tide-took.md'), 'mine');
  const { out: json } = galley('export', example, '--to', 'markdown', '--out', out, '--override', 'test');
  expect(readFileSync(join(out, 'what-the-tide-took.md'), 'utf8')).toBe('mine');
  expect(JSON.parse(json)).toMatchObject({ files: [{ path: 'what-the-tide-took-2.md', role: 'main' }] });
});

test('revisions, show and compare give what the window gives, while it is open', () => {
  const data = newFolder();
  const store = openFolder(data);
  const article = articleWith('Ferries stop', ['The vote was close.', 'Nobody spoke.', 'It came at noon.'], 'FERRY');
  const { id } = article;
  value(store.call('articles.create', { article, cause: 'import' }, context));
  const order = idsOf(article.body);
  const [, , , first = '', second = '', third = ''] = order;
  const moved = [...order.slice(0, 3), third, first, second];
  value(store.call('articles.save', { articleId: id, number: 1, changedBlocks: [paragraph(first, 'The vote was very close.')], order: moved, metadata: { ...article.metadata, slugline: 'FERRY/VOTE' }, images: null }, context));
  value(store.call('revisions.make', { articleId: id, cause: 'explicit-save', name: 'Copy desk pass', note: 'Checked' }, context));
  value(store.call('articles.save', { articleId: id, number: 2, changedBlocks: [paragraph(second, 'Nobody at all spoke.')], order: moved, metadata: null, images: null }, context));
  const listed = value(store.call('revisions.list', { articleId: id, offset: 0, limit: 100 }, context)).rows;
  expect(listed.map(({ sequence, name }) => [sequence, name])).toEqual([[2, 'Copy desk pass'], [1, '']]);
  expect(JSON.parse(galley('revisions', id, '--data-dir', data).out)).toEqual(listed);

  const read = (sequence: number): unknown => JSON.parse(galley('show', id, '--revision', String(sequence), '--data-dir', data).out);
  const inWindow = listed.map((revision) => value(store.call('revisions.read', { articleId: id, revisionId: revision.id }, context)));
  expect([read(2), read(1)]).toEqual(inWindow);
  const working = value(store.call('articles.open', { articleId: id }, context)).article;
  expect(JSON.parse(galley('show', id, '--data-dir', data).out)).toEqual(working);

  const files = ['one.json', 'other.json'].map((name) => join(data, name));
  const [newer, older] = inWindow;
  if (!newer || !older) throw new Error('two revisions were made');
  writeFileSync(files[0] ?? '', JSON.stringify(older));
  writeFileSync(files[1] ?? '', JSON.stringify(newer));
  const { code, out } = galley('compare', ...files);
  const { comparison } = compareWithContext(older, newer);
  expect(code).toBe(1);
  // The window's changes, word for word; `moved` is its own.
  expect(JSON.parse(out)).toEqual({ ...comparison, blocks: comparison.blocks.map(({ moved: _moved, ...change }) => change) });
  expect(comparison.blocks.map(({ change, blockId }) => [change, blockId])).toEqual([['moved', third], ['changed', first]]);
  store.close();
});

test('check and export obey the newsroom of the data folder named: its levels, its house style', () => {
  const data = folder();
  const copy = join(data, 'copy.html');
  writeFileSync(copy, '<!doctype html><title>x</title><article><h1>Vote</h1><p>The advisor said it\'s late.</p></article>');
  const levels = { 'straight-quote': { level: 'error', reason: 'Print cannot break it.' }, 'house-style': { level: 'warning', reason: '' }, 'byline-missing': { level: 'off', reason: 'Wire copy.' } };
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ newsroom: { ruleLevels: levels, houseStyle: [{ wrong: 'advisor', right: 'adviser' }] } }));
  type Found = { readonly findings: readonly { readonly rule: string; readonly level: string }[] };
  const found = ({ out }: ReturnType<typeof galley>): string[] => (JSON.parse(out) as Found).findings.filter(({ rule }) => rule in levels).map(({ rule, level }) => `${rule} ${level}`);
  const plainly = galley('check', copy);
  expect([plainly.code, found(plainly)]).toEqual([0, ['byline-missing warning', 'straight-quote note']]);
  const held = galley('check', copy, '--data-dir', data);
  expect([held.code, found(held)]).toEqual([1, ['straight-quote error', 'house-style warning']]);
  expect(JSON.parse(galley('export', copy, '--to', 'text', '--out', data, '--data-dir', data).out)).toMatchObject({ files: [], blocked: [{ rule: 'straight-quote' }] });
  const [out, slots] = [folder(), ['mid', 'end'].map((slotId) => ({ slotId, sizes: [[300, 250]], collapse: slotId === 'end' }))];
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ newsroom: { adSlots: slots } }));
  writeFileSync(copy, '<!doctype html><title>x</title><article><h1>Vote</h1><p>It is late.</p><div data-galley-block="adSlot" data-galley-attrs=\'{"slotId":"mid"}\'></div><p>It is over.</p><div data-galley-block="adSlot" data-galley-attrs=\'{"slotId":"end"}\'></div></article>');
  expect(galley('export', copy, '--to', 'html-fragment', '--out', out, '--data-dir', data).code).toBe(0);
  expect(readFileSync(join(out, 'Vote.fragment.html'), 'utf8').match(/<div data-galley-block="adSlot"[^>]*>/gu)?.map((tag) => tag.includes('data-galley-collapse'))).toEqual([false, true]);
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ newsroom: { houseStyle: [{ wrong: ' ' }] } }));
  const bad = galley('check', copy, '--data-dir', data);
  expect([bad.code, bad.out]).toEqual([2, '']);
  expect(bad.err).toMatch(/settings\.json.*an entry needs what is wrong/u);
});
