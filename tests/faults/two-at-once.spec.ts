import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { executable, Galley, root, sqliteOfRuntime } from '../e2e/pages/galley.ts';
import { killAll } from './kill.ts';
import { shimEnvironment, shimLibrary } from './shim.ts';
import { cycles, tallied } from './tally.ts';

interface Second {
  readonly code: number | null;
  readonly said: string;
  readonly pid: number;
}

/** Starts another one on the folder and waits for its end. */
function startAnother(dataFolder: string, env: Readonly<Record<string, string>>): Promise<Second> {
  const child = spawn(executable(), ['--no-sandbox', root, `--data-dir=${dataFolder}`], { env: { ...process.env, ...sqliteOfRuntime(), ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, said, pid: child.pid ?? 0 })));
}

/** The driver's own start, which fails where the app ends at once because another one was first. */
async function startOne(dataFolder: string): Promise<Galley | null> {
  return Galley.start(dataFolder).catch(() => null);
}

test('two starts at the same moment: one of them opens, on a store that a dead one had locked', async () => {
  await tallied('two starts at once', async (row) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
    let galley = await Galley.startAs('Asha Rao', 'Asia/Kolkata', dataFolder);
    await galley.newArticle();
    for (let cycle = 0; cycle < cycles(20, 1); cycle++) {
      await galley.headline().click();
      await galley.page.keyboard.press('ControlOrMeta+A');
      await galley.page.keyboard.type(`Round ${cycle}`);
      await galley.saved();
      row.acknowledged += `Round ${cycle}`.length;
      // Its lock and Chromium's lie there as a killed process leaves them.
      await killAll(galley);
      const started = (await Promise.all([startOne(dataFolder), startOne(dataFolder)])).filter((one) => one !== null);
      row.cycles += 1;
      expect(started, `cycle ${cycle}`).toHaveLength(1);
      const [winner] = started;
      if (!winner) return;
      galley = winner;
      await expect(galley.headline()).toHaveText(`Round ${cycle}`);
    }
    await galley.close();
  });
});

test('a second start shows the first one’s window and touches no file', async () => {
  test.skip(process.platform !== 'linux' || shimLibrary() === '', 'needs Linux and a C compiler (cc)');
  await tallied('second start beside a running one', async (row) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
    const galley = await Galley.startAs('Asha Rao', 'Asia/Kolkata', dataFolder);
    await galley.newArticle();
    for (let cycle = 0; cycle < cycles(20, 1); cycle++) {
      await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
      const log = join(mkdtempSync(join(tmpdir(), 'galley-log-')), 'log');
      const second = await startAnother(dataFolder, shimEnvironment(dataFolder, { log }));
      expect(second.code, second.said).toBe(0);
      expect(second.said).toContain('already open');
      await expect.poll(() => galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
      expect(written(log)).toEqual([]);
      row.cycles += 1;
      rmSync(log, { force: true });
    }
    await galley.close();
  });
});

/** Names below the data folder that a process opened for writing, renamed or removed; nothing where it touched none. */
function written(log: string): string[] {
  try {
    return readFileSync(log, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
