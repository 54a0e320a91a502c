import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
const sample = fileURLToPath(new URL('../../resources/sample/article.json', import.meta.url));
const folder = (): string => mkdtempSync(join(tmpdir(), 'galley-cli-export-'));

interface Answer {
  readonly code: number | null;
  readonly json: { readonly files: readonly { readonly path: string; readonly role: string; readonly mediaType: string }[]; readonly inside?: readonly { readonly path: string }[] } | null;
  readonly err: string;
}

function exported(...words: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'export', ...words, '--override', 'test'], { encoding: 'utf8', env: { ...process.env, GALLEY_DATA_DIR: '' } });
  return { code: status, json: stdout === '' ? null : (JSON.parse(stdout) as Answer['json']), err: stderr };
}

/** A newsroom that exports HTML in its own form and Markdown for Hugo with its own names of fields. */
function newsroom(settings: object = { exporting: { formats: ['html', 'markdown:hugo'], pictures: 'beside' }, fieldNames: { section: 'desk' } }): string {
  const data = folder();
  writeFileSync(join(data, 'settings.json'), JSON.stringify(settings));
  mkdirSync(join(data, 'templates'));
  writeFileSync(join(data, 'templates', 'html.liquid'), '<!doctype html><title>Our own form</title>{{ article }}');
  return data;
}

test('what the options leave open is the newsroom’s: formats, template, names of fields', () => {
  const [data, out] = [newsroom(), folder()];
  const { code, json } = exported(sample, '--out', out, '--data-dir', data);
  expect(code).toBe(0);
  const pages = (json?.files ?? []).filter(({ role }) => role === 'main').map(({ path }) => path);
  expect(pages).toHaveLength(2);
  const [html = '', hugo = ''] = pages;
  expect(readFileSync(join(out, html), 'utf8')).toContain('Our own form');
  expect(hugo).toMatch(/^content\/.*index\.md$/);
  expect(readFileSync(join(out, hugo), 'utf8')).toMatch(/^desk: "/m);
});

test('options win over the newsroom’s settings, and without a data folder nothing of it is read', () => {
  const [data, out] = [newsroom(), folder()];
  const template = join(folder(), 'mine.liquid');
  writeFileSync(template, '<!doctype html><title>Asked for</title>{{ article }}');
  const asked = exported(sample, '--to', 'html', '--template', template, '--out', out, '--data-dir', data);
  expect(asked.json?.files.filter(({ role }) => role === 'main')).toHaveLength(1);
  expect(readFileSync(join(out, asked.json?.files.at(-1)?.path ?? ''), 'utf8')).toContain('Asked for');
  const plain = exported(sample, '--to', 'markdown', '--fields', '', '--out', folder(), '--data-dir', data);
  expect(plain.code).toBe(0);
  expect(exported(sample, '--out', folder())).toMatchObject({ code: 2, json: null });
  expect(exported(sample, '--out', folder(), '--data-dir', newsroom({}))).toMatchObject({ code: 2, json: null });
  const without = folder();
  const { json } = exported(sample, '--to', 'html', '--out', without);
  expect(readFileSync(join(without, json?.files.at(-1)?.path ?? ''), 'utf8')).not.toContain('Our own form');
});

test('a template of the newsroom that is at fault stops the export before anything is written', () => {
  const [data, out] = [newsroom(), folder()];
  writeFileSync(join(data, 'templates', 'html.liquid'), '<p>\n{{ nothing }}');
  const { code, json, err } = exported(sample, '--out', out, '--data-dir', data);
  expect([code, json]).toEqual([2, null]);
  expect(err).toMatch(/Line 2.*nothing/);
  expect(readdirSync(out)).toEqual([]);
});

test.each([
  ['title=one,title=two', /title was given two names, “one” and “two”/],
  ['title=one,section=One', /“One” is already what title is called/],
  ['title=Date', /“Date” already means something else/],
  ['title=', /“title=” is no name of a field/],
  ['headline=title', /“headline=title” is no name of a field/],
])('names of fields that would lose something stop the export before anything is written: %s', (fields, fault) => {
  const out = folder();
  const { code, json, err } = exported(sample, '--to', 'markdown', '--fields', fields, '--out', out);
  expect([code, json]).toEqual([2, null]);
  expect(err).toMatch(fault);
  expect(readdirSync(out)).toEqual([]);
});

test('one zip of everything, the same bytes twice; of several articles too, those of one name beside each other', () => {
  const [desk, out] = [folder(), folder()];
  copyFileSync(fileURLToPath(new URL('../../resources/sample/west-pier.jpg', import.meta.url)), join(desk, 'pier.jpg'));
  writeFileSync(join(desk, 'ferry.md'), '---\ntitle: "The last ferry"\ngalley: {"id":"01900000-0000-7000-8000-000000000007"}\n---\n\nThe last ferry leaves at nine.\n\n![A pier](pier.jpg)\n');
  const ferry = join(desk, 'ferry.md');
  const { code, json } = exported(ferry, '--to', 'html', '--picture-widths', '320', '--zip', '--out', out);
  expect(code).toBe(0);
  const zip = json?.files[0]?.path ?? '';
  expect(json?.files).toEqual([expect.objectContaining({ path: zip, role: 'main', mediaType: 'application/zip' })]);
  expect(readdirSync(out)).toEqual([zip]);
  const first = readFileSync(join(out, zip));
  expect(Object.keys(unzipSync(first))).toEqual((json?.inside ?? []).map(({ path }) => path).toSorted());
  expect(Object.keys(unzipSync(first)).some((name) => name.endsWith('-320w.jpg'))).toBe(true);
  exported(ferry, '--to', 'html', '--picture-widths', '320', '--zip', '--out', out);
  expect(readdirSync(out)).toEqual([zip]);
  expect(readFileSync(join(out, zip)).equals(first)).toBe(true);

  const another = join(folder(), 'another.json');
  writeFileSync(another, JSON.stringify({ ...(JSON.parse(readFileSync(sample, 'utf8')) as object), id: '01900000-0000-7000-8000-00000000abcd' }));
  const several = exported(sample, another, '--to', 'markdown', '--zip', '--out', out);
  expect(several.json?.files.map(({ path }) => path)).toEqual(['articles.zip']);
  const pages = Object.keys(unzipSync(readFileSync(join(out, 'articles.zip')))).filter((name) => name.endsWith('.md'));
  expect(pages).toHaveLength(2);
  expect(pages.some((name) => name.endsWith('-2.md'))).toBe(true);
});

test('widths that are none are exit 2, and nothing is written', () => {
  const out = folder();
  expect(exported(sample, '--to', 'html', '--picture-widths', '320,wide', '--out', out)).toMatchObject({ code: 2, json: null });
  expect(readdirSync(out)).toEqual([]);
});
