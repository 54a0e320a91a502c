import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from './write-atomically.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-atomic-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeAtomically', () => {
  it('makes a new file and replaces an old one, leaving nothing else', async () => {
    const path = join(folder, 'page.html');
    await writeAtomically(path, 'first');
    await writeAtomically(path, new TextEncoder().encode('second'));
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(folder)).toEqual(['page.html']);
  });

  it('keeps the old content and removes its own file where the rename fails', async () => {
    const path = join(folder, 'page.html');
    await mkdir(path);
    await writeFile(join(path, 'inside'), 'kept');
    await expect(writeAtomically(path, 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['page.html']);
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('kept');
  });

  it('fails with the system’s own code where the folder has gone', async () => {
    await expect(writeAtomically(join(folder, 'gone', 'page.html'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('does not write through a symbolic link', async () => {
    const victim = join(folder, 'victim');
    const path = join(folder, 'page.html');
    await writeFile(victim, 'untouched');
    await symlink(victim, path);
    expect(await readlink(path)).toBe(victim);
    await writeAtomically(path, 'new');
    expect(await readFile(victim, 'utf8')).toBe('untouched');
    expect((await lstat(path)).isFile()).toBe(true);
  });

  it('takes the longest name a file system allows', async () => {
    const path = join(folder, `${'n'.repeat(250)}.html`);
    await writeAtomically(path, 'x');
    expect(await readFile(path, 'utf8')).toBe('x');
  });

  it('two writers at once leave one whole file', async () => {
    const path = join(folder, 'page.html');
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => writeAtomically(path, text)));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['page.html']);
  });
});
