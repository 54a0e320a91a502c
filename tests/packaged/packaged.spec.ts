import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';

// The app as it is packaged. `inspect` differs from what users get in one fuse, which Playwright needs, and in nothing else.
const folder = process.env['GALLEY_DIST_TEST'] ?? '';
const launchWords = (process.env['GALLEY_LAUNCH_ARGS'] ?? '').split(' ').filter(Boolean);

const unpacked = (kind: 'inspect' | 'users'): string => join(folder, kind, 'linux-unpacked');

test('starts, takes a sentence and says that it is kept', async () => {
  const data = mkdtempSync(join(tmpdir(), 'galley-packaged-'));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'GALLEY_SQLITE')) as Record<string, string>;
  const app = await _electron.launch({ executablePath: join(unpacked('inspect'), 'galley'), args: [...launchWords, `--data-dir=${data}`], env });
  try {
    const window = await app.firstWindow();
    await expect(window.locator('body')).not.toBeEmpty();
    expect(await app.evaluate(({ app: running }) => running.isPackaged)).toBe(true);
    expect(new URL(window.url()).protocol).toBe('app:');
    await window.getByRole('textbox', { name: 'Your name' }).fill('Asha Rao');
    await window.getByRole('button', { name: 'Start', exact: true }).click();
    await window.getByRole('button', { name: /Open the sample/ }).click();
    const article = window.getByRole('textbox', { name: 'Article', exact: true });
    await article.locator('p').last().click();
    await window.keyboard.press('End');
    await window.keyboard.type(' Nobody runs.');
    await expect(article).toContainText('at ten to nine. Nobody runs.');
    await expect(window.getByRole('status', { name: 'Save state' })).toHaveText('Saved');
    expect(readdirSync(data)).toContain('galley.db');
  } finally {
    await app.close();
  }
});

test('has the fuses users are promised', async () => {
  const { getCurrentFuseWire, FuseV1Options: fuse } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(join(unpacked('users'), 'galley'));
  const isOn = (option: number): boolean => Number((wire as unknown as Record<number, number>)[option]) === '1'.charCodeAt(0);
  expect({
    runAsNode: isOn(fuse.RunAsNode),
    nodeOptions: isOn(fuse.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(fuse.EnableNodeCliInspectArguments),
    filePrivileges: isOn(fuse.GrantFileProtocolExtraPrivileges),
    onlyAsar: isOn(fuse.OnlyLoadAppFromAsar),
    cookieEncryption: isOn(fuse.EnableCookieEncryption),
  }).toEqual({ runAsNode: false, nodeOptions: false, inspect: false, filePrivileges: false, onlyAsar: true, cookieEncryption: true });
});

test('carries only what it needs', () => {
  const { listPackage } = createRequire(import.meta.url)('@electron/asar') as { listPackage: (archive: string, options: { isPack: boolean }) => string[] };
  const archive = join(unpacked('users'), 'resources', 'app.asar');
  const top = new Set(listPackage(archive, { isPack: false }).map((path) => path.split('/').slice(1, 3).join('/')));
  const expected = /^(out|out\/(main|preload|renderer)|resources|resources\/sample|package\.json|node_modules|node_modules\/(better-sqlite3|wasm-vips))$/;
  expect([...top].filter((path) => !expected.test(path))).toEqual([]);
  expect(existsSync(join(unpacked('users'), 'resources', 'app.asar.unpacked')) || existsSync(join(unpacked('users'), 'resources', 'sqlite'))).toBe(true);
});

test('answers on the command line without a display', () => {
  const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  const words = [...launchWords, '--ozone-platform=headless', '--disable-gpu', 'cli', 'formats'];
  const output = execFileSync(join(unpacked('users'), 'galley'), words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 30_000 });
  expect(JSON.parse(output)).toBeTruthy();
});

