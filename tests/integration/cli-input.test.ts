import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';

// What people hand the built command line by mistake, and what it may read beside the file.
const entry = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
const example = fileURLToPath(new URL('../fixtures/version-1/article.json', import.meta.url));
/** A PNG of one pixel. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-cli-'));
});

function galley(...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], { encoding: 'utf8', timeout: 30_000, maxBuffer: 2 ** 28, env: { ...process.env, GALLEY_DATA_DIR: '' } });
  return { code: status, out: stdout, err: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const page = (picture: string): string => `<html lang="fr"><body><article><h1>Boats</h1><p>Boats come home.</p><figure><img src="${picture}" alt="A boat"></figure></article></body></html>`;
const imageIds = (json: string): readonly string[] => [...json.matchAll(/"imageId": "?([^",\n]+)/g)].map(([, id = '']) => id);

describe('bad input', () => {
  test('damaged JSON is told with line and column', () => {
    expect(galley('import', file('bad.json', '{\n "format": "galley-article",\n "version": x\n}')).err).toMatch(/bad\.json.*line 3, column 13/);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty.txt', '', /empty\.txt is empty/],
    ['huge.txt', 'a'.repeat(50_000_000), /huge\.txt.* 20 MB/],
    ['picture.png', png, /picture\.png is a picture/],
    ['noise.dat', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7) % 251), /noise\.dat is no text/],
    ['newer.json', '{"format":"galley-article","version":9}', /newer\.json.*newer Galley/],
  ])('%s: exit 2, a sentence that names it, nothing written', (name, content, sentence) => {
    const report = join(folder, 'report.json');
    const { code, out, err } = galley('import', example, file(name, content), '--report', report, '--assets', join(folder, 'assets'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('a folder, an output that is a file, a tag that is no language, a clipboard that is no text', () => {
    expect(galley('import', folder)).toMatchObject({ code: 2, out: '' });
    expect(galley('export', example, '--to', 'galley', '--out', file('taken', 'mine'))).toMatchObject({ code: 2, out: '' });
    expect(galley('import', example, '--lang', '!!')).toMatchObject({ code: 2, out: '' });
    expect(galley('paste', '--html', file('picture.png', png))).toMatchObject({ code: 2, out: '' });
  });

  test.skipIf(process.platform === 'win32')('a pipe is refused and not waited for', () => {
    const pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
    expect(galley('import', pipe)).toMatchObject({ code: 2, out: '' });
  });
});

describe('pictures beside a file', () => {
  test('are read in its folder and below, never through a link that leads out', () => {
    mkdirSync(join(folder, 'copy', 'below'), { recursive: true });
    file('secret.png', png);
    file('copy/below/in.png', png);
    symlinkSync(join(folder, 'secret.png'), join(folder, 'copy', 'link.png'));
    const ids = (picture: string): readonly string[] => imageIds(galley('import', file('copy/page.html', page(picture))).out);
    expect(ids('below/in.png')).toEqual([expect.stringMatching(/^sha256-/)]);
    expect(ids('link.png')).toEqual(['null']);
    expect(ids('../secret.png')).toEqual(['null']);
  });

  test('a page and the package made of it are the same article', () => {
    file('in.png', png);
    const source = file('page.html', page('in.png'));
    const out = join(folder, 'out');
    expect(galley('export', source, '--to', 'galley', '--out', out).code).toBe(0);
    const { code, out: json } = galley('compare', source, join(out, readdirSync(out)[0] ?? ''));
    expect([code, JSON.parse(json)]).toEqual([0, { identical: true, blocks: [], metadata: [] }]);
  });
});

test('several articles: pictures inside the page, progress on stderr, one list, a file each for equal headlines', () => {
  const long = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAAQABABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z', 'base64');
  file('in.jpg', long);
  const [one, two] = [file('one.html', page('in.jpg')), file('two.html', page('in.jpg'))];
  const out = join(folder, 'out');
  const { code, out: json, err } = galley('export', one, two, '--to', 'html', '--pictures', 'inline', '--out', out);
  expect([code, JSON.parse(json)]).toMatchObject([0, { files: [{ path: 'Boats.html', role: 'main' }, { path: 'Boats-2.html', role: 'main' }] }]);
  expect(err).toMatch(/\[1\/2\].*one\.html\n\[2\/2\].*two\.html/);
  expect(readdirSync(out).toSorted()).toEqual(['Boats-2.html', 'Boats.html']);
  expect(imageIds(galley('import', join(out, 'Boats.html')).out)).toEqual([expect.stringMatching(/^sha256-/)]);
  expect(galley('export', one, '--to', 'text', '--pictures', 'inline', '--out', out)).toMatchObject({ code: 2, out: '' });
});

test('the language: asked for, else the file’s, else the newsroom’s', () => {
  file('settings.json', '{"language":"en-IN"}');
  const french = file('fr.html', page('x.png'));
  const plain = file('plain.txt', 'Boats come home.\n');
  const language = (...words: readonly string[]): string | undefined => /"language": "([^"]*)"/.exec(galley('import', ...words).out)?.[1];
  expect(language(french, '--data-dir', folder)).toBe('fr');
  expect(language(french, '--lang', 'de')).toBe('de');
  expect(language(plain, '--data-dir', folder)).toBe('en-IN');
  expect(language(plain)).toBe('');
});

test('a shut gate writes nothing; an override is recorded; entries of compare have the documented names', () => {
  const source = file('tk.html', page('x.png').replace('come', 'TK come'));
  const out = join(folder, 'out');
  const refused = galley('export', source, '--to', 'html', '--out', out);
  expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { files: [], blocked: [{ rule: 'placeholder-text' }] }]);
  expect(existsSync(out)).toBe(false);
  const forced = galley('export', source, '--to', 'html', '--out', out, '--override', 'the desk says so');
  expect([forced.code, JSON.parse(forced.out)]).toMatchObject([0, { override: { reason: 'the desk says so' } }]);
  const compared = galley('compare', source, example);
  expect(compared.code).toBe(1);
  expect(compared.out).not.toContain('"moved":');
});

test('a long JSON comes whole through a pipe, and a reader who stops early is no failure', () => {
  const long = file('long.txt', Array.from({ length: 40_000 }, (_, index) => `Line ${index} of a long text.`).join('\n'));
  const { code, out } = galley('import', long);
  expect(code).toBe(0);
  expect(out.length).toBeGreaterThan(5_000_000);
  expect(() => JSON.parse(out) as unknown).not.toThrow();
  if (process.platform === 'win32') return;
  const piped = spawnSync('bash', ['-c', '"$0" "$1" import "$2" 2>/dev/null | head -c 10 >/dev/null; echo "${PIPESTATUS[0]}"', process.execPath, entry, long], { encoding: 'utf8' });
  expect(piped.stdout.trim()).toBe('0');
});
