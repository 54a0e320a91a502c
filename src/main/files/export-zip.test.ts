import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ExportedFile } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { packExport, stagingFolder } from './export-zip.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-zip-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Packs a folder with two files, written in this order and at this hour. */
async function packed(names: readonly string[], more: { readonly hour?: number; readonly ids?: readonly string[]; readonly stem?: string } = {}): Promise<Result<ExportedFile>> {
  const staging = await stagingFolder();
  try {
    for (const name of names) {
      await mkdir(join(staging, name, '..'), { recursive: true });
      await writeFile(join(staging, name), `content of ${name}\n`.repeat(50));
      await utimes(join(staging, name), more.hour ?? 1, more.hour ?? 1);
    }
    return await packExport({ staging, folder, stem: more.stem ?? 'harbour', articleIds: more.ids ?? ['a'] });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
const nameOf = (result: Result<ExportedFile>): string => (result.ok ? result.value.path : result.error.message);

it('holds every file under its name, and says how large it is', async () => {
  const zip = await packed(['harbour.html', 'harbour-images/pier é.jpg', 'content/posts/harbour/index.md']);
  const bytes = await readFile(join(folder, 'harbour.zip'));
  expect(zip).toEqual({ ok: true, value: { path: 'harbour.zip', bytes: bytes.length, mediaType: 'application/zip', role: 'main' } });
  const entries = unzipSync(bytes);
  expect(Object.keys(entries)).toEqual(['content/posts/harbour/index.md', 'harbour-images/pier é.jpg', 'harbour.html']);
  expect(new TextDecoder().decode(entries['harbour.html'])).toBe('content of harbour.html\n'.repeat(50));
  expect(await readdir(folder)).toEqual(['harbour.zip']);
});

it('has the same bytes whenever, wherever and in whatever order its files were written', async () => {
  await packed(['b.html', 'a/c.jpg'], { hour: 1_000_000_000 });
  const before = await readFile(join(folder, 'harbour.zip'));
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'Pacific/Kiritimati';
    expect(nameOf(await packed(['a/c.jpg', 'b.html'], { hour: 1_700_000_000 }))).toBe('harbour.zip');
  } finally {
    process.env['TZ'] = zone;
  }
  expect((await readFile(join(folder, 'harbour.zip'))).equals(before)).toBe(true);
});

it('replaces the zip of the same articles and nothing else under its name', async () => {
  expect(nameOf(await packed(['a.md'], { ids: ['b', 'a'] }))).toBe('harbour.zip');
  expect(nameOf(await packed(['a.md', 'b.md'], { ids: ['a', 'b'] }))).toBe('harbour.zip');
  expect(nameOf(await packed(['a.md'], { ids: ['a'] }))).toBe('harbour-2.zip');
  await writeFile(join(folder, 'ferry.zip'), 'mine');
  expect(nameOf(await packed(['a.md'], { stem: 'ferry' }))).toBe('ferry-2.zip');
  await mkdir(join(folder, 'tide.zip'));
  expect(nameOf(await packed(['a.md'], { stem: 'tide' }))).toBe('tide-2.zip');
  expect(await readFile(join(folder, 'ferry.zip'), 'utf8')).toBe('mine');
});

it('a folder that cannot be written to is said, and what is there is as it was', async () => {
  await packed(['a.md']);
  const before = await readFile(join(folder, 'harbour.zip'));
  const missing = await packExport({ staging: folder, folder: join(folder, 'gone'), stem: 'harbour', articleIds: ['a'] });
  expect(missing.ok ? '' : missing.error.code).toBe('not-writable');
  expect((await readFile(join(folder, 'harbour.zip'))).equals(before)).toBe(true);
});
