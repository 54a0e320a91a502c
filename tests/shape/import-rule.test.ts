import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The project's own lint configuration is run on a small tree of the same shape with one planted violation at a time.
const root = resolve(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-shape-'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const layer of ['language', 'article', 'ipc', 'preload', 'main', 'renderer', 'cli']) plant(`src/${layer}/thing.ts`, `export const thing = '${layer}';\n`);
  plant('src/main/storage/thing.ts', "export const thing = 'storage';\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plant(path: string, source: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), source);
}

function lint(): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [oxlint, '--deny-warnings', '--no-ignore', '-c', '.oxlintrc.json', 'src'], { cwd: folder, encoding: 'utf8' });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}

describe('the import rule', () => {
  it('lets the honest tree pass', () => {
    expect(lint()).toMatchObject({ status: 0 });
  });

  it.each([
    ['language imports article', 'src/language/planted.ts', "export { thing } from '../article/thing.ts';\n"],
    ['article imports main', 'src/article/planted.ts', "export { thing } from '../main/thing.ts';\n"],
    ['article imports a node module', 'src/article/planted.ts', "export { readFileSync } from 'node:fs';\n"],
    ['article touches the document', 'src/article/planted.ts', 'export const title = (): string => document.title;\n'],
    ['ipc imports main', 'src/ipc/planted.ts', "export { thing } from '../main/thing.ts';\n"],
    ['preload imports main', 'src/preload/planted.ts', "export { thing } from '../main/thing.ts';\n"],
    ['main imports renderer', 'src/main/planted.ts', "export { thing } from '../renderer/thing.ts';\n"],
    ['main touches raw IPC', 'src/main/planted.ts', "export { ipcMain } from 'electron';\n"],
    ['storage imports electron', 'src/main/storage/planted.ts', "export { app } from 'electron';\n"],
    ['renderer imports main, types only', 'src/renderer/planted.ts', "export type { thing } from '../main/thing.ts';\n"],
    ['renderer imports electron', 'src/renderer/planted.ts', "export { app } from 'electron';\n"],
    ['renderer imports a node module', 'src/renderer/planted.ts', "export { readFileSync } from 'node:fs';\n"],
    ['editor imports the history panel', 'src/renderer/editor/planted.ts', "export { thing } from '../history/thing.ts';\n"],
    ['an explicit any', 'src/article/planted.ts', 'export const anything = (value: any): string => String(value);\n'],
    ['a default export', 'src/article/planted.ts', 'export default 1;\n'],
    ['a visible string in JSX', 'src/renderer/planted.tsx', 'export const Planted = (): unknown => <p>Save your work</p>;\n'],
  ])('catches: %s', (_what, path, source) => {
    plant(path, source);
    const { status } = lint();
    rmSync(join(folder, path));
    expect(status).toBe(1);
  });

  it('catches a cycle', () => {
    plant('src/article/one.ts', "import { two } from './two.ts';\nexport const one = (): string => two();\n");
    plant('src/article/two.ts', "import { one } from './one.ts';\nexport const two = (): string => one();\n");
    const { status, output } = lint();
    rmSync(join(folder, 'src/article/one.ts'));
    rmSync(join(folder, 'src/article/two.ts'));
    expect(status).toBe(1);
    expect(output).toContain('no-cycle');
  });
});
