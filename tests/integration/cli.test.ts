import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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
