import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeLitter, temporaryName } from './temporary-name.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-litter-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The name a process that has ended had given. */
function nameOfDead(path: string): string {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return temporaryName(path).replace(`-${process.pid}-`, `-${pid}-`);
}

it('removes what a dead process left and nothing else', async () => {
  await mkdir(join(folder, 'inner'));
  const ours = temporaryName(join(folder, 'page.html'));
  const elsewhere = nameOfDead(join(folder, 'page.html')).replace(/\.[0-9a-f]{8}-/, '.00000000-');
  const kept = [ours, elsewhere, join(folder, '.page.html.tmp'), join(folder, 'page.html'), join(folder, '.hidden')];
  for (const path of [...kept, nameOfDead(join(folder, 'page.html')), nameOfDead(join(folder, 'inner', 'page.html'))]) await writeFile(path, 'x');
  await removeLitter(folder);
  expect((await readdir(folder)).toSorted()).toEqual(['inner', ...kept.map((path) => path.slice(folder.length + 1))].toSorted());
  expect(await readdir(join(folder, 'inner'))).toHaveLength(1);
  await removeLitter(folder, { deep: true });
  expect(await readdir(join(folder, 'inner'))).toEqual([]);
});

it('a folder that is not there has no litter', async () => {
  await removeLitter(join(folder, 'gone'));
});
