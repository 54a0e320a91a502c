import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { executable, Galley, root, sqliteOfRuntime } from '../e2e/pages/galley.ts';
import { killAll, killPart, pidOf } from './kill.ts';
import { seeded } from './random.ts';
import { SmallDisk } from './small-disk.ts';
import { cycles, tallied } from './tally.ts';
import { Typist } from './typist.ts';

const saveState = (galley: Galley): ReturnType<Galley['page']['getByRole']> => galley.page.getByRole('status', { name: 'Save state' });

test('a disk that fills while typing: said plainly, nothing acknowledged, and saving goes on by itself when there is room', async () => {
  const disk = SmallDisk.mount(48);
  test.skip(!disk, 'mounting a small disk is not permitted here');
  if (!disk) return;
  try {
    await tallied('disk full while typing', async (row) => {
      const random = seeded('disk full');
      const typist = new Typist();
      const dataFolder = join(disk.folder, 'data');
      mkdirSync(dataFolder);
      let galley = await Galley.startAs('Asha Rao', 'Asia/Kolkata', dataFolder);
      await galley.newArticle();
      await typist.sitDown(galley);
      for (let cycle = 0; cycle < cycles(20, 1); cycle++) {
        await typist.typeFor(galley, random.between(500, 1_500));
        disk.fill();
        const typing = new AbortController();
        const typed = typist.type(galley, typing.signal);
        await expect(saveState(galley)).toHaveText(/^Not saved: The disk is full/);
        const { acknowledged } = typist;
        await galley.page.waitForTimeout(1_500);
        expect.soft(typist.acknowledged, 'nothing is acknowledged on a full disk').toBe(acknowledged);
        disk.makeRoom();
        await expect(saveState(galley)).not.toHaveText(/^Not saved/);
        typing.abort();
        await typed;
        await galley.saved();
        expect.soft(await typist.shown(galley), `cycle ${cycle}`).toBe(typist.typed);
        row.cycles += 1;
        row.lost += typist.typed.length - typist.acknowledged.length;
        row.acknowledged = typist.acknowledgedInAll;
      }
      await killAll(galley);
      galley = await Galley.start(dataFolder);
      expect(await typist.shown(galley)).toBe(typist.typed);
      await killAll(galley);
    });
  } finally {
    disk.remove();
  }
});

test('a data folder that may not be written: a sentence, no window, nothing changed', async () => {
  const disk = SmallDisk.mount(48);
  test.skip(!disk, 'mounting a small disk is not permitted here');
  if (!disk) return;
  try {
    await tallied('read-only data folder', async (row) => {
      const dataFolder = join(disk.folder, 'data');
      mkdirSync(dataFolder);
      const galley = await Galley.startAs('Asha Rao', 'Asia/Kolkata', dataFolder);
      await galley.newArticle();
      await galley.close();
      const before = readFileSync(join(dataFolder, 'galley.db'));
      disk.makeReadOnly();
      const said = await startRefused(dataFolder);
      expect(said).toContain('cannot be written');
      expect(readFileSync(join(dataFolder, 'galley.db')).equals(before)).toBe(true);
      row.cycles += 1;
    });
  } finally {
    disk.remove();
  }
});

/** Starts the app where it cannot open its store; its dialog waits for the person, so it is ended from outside. @returns what it says */
async function startRefused(dataFolder: string): Promise<string> {
  const app = spawn(executable(), ['--no-sandbox', root, `--data-dir=${dataFolder}`], { env: { ...process.env, ...sqliteOfRuntime() }, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  app.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Galley keeps');
  if (app.pid !== undefined) process.kill(-app.pid, 'SIGKILL');
  return said;
}

test('a data folder that vanishes while typing: nothing is acknowledged until it is back', async () => {
  await tallied('data folder vanishes', async (row) => {
    const dataFolder = join(mkdtempSync(join(tmpdir(), 'galley-faults-')), 'data');
    const typist = new Typist();
    let galley = await Galley.startAs('Asha Rao', 'Asia/Kolkata', dataFolder);
    await galley.newArticle();
    await typist.sitDown(galley);
    for (let cycle = 0; cycle < cycles(10, 1); cycle++) {
      await typist.typeFor(galley, 700);
      renameSync(dataFolder, `${dataFolder}-away`);
      const typing = new AbortController();
      const typed = typist.type(galley, typing.signal);
      await expect(saveState(galley)).toHaveText(/^Not saved: .*no longer where it was/);
      const { acknowledged } = typist;
      await galley.page.waitForTimeout(700);
      expect.soft(typist.acknowledged).toBe(acknowledged);
      if (cycle % 2 === 0) {
        // The process that writes is started again where there is nothing: it makes no new library there.
        const killed = await killPart(galley, 'storage');
        await expect.poll(() => pidOf(galley, 'storage').catch(() => killed)).not.toBe(killed);
        await expect(saveState(galley)).toHaveText(/^Not saved: .*no longer where it was/);
        expect(existsSync(join(dataFolder, 'galley.db'))).toBe(false);
        expect.soft(typist.acknowledged).toBe(acknowledged);
      }
      // Logs and the like may have made the folder again: the one with the articles takes its place.
      if (existsSync(dataFolder)) rmSync(dataFolder, { recursive: true });
      renameSync(`${dataFolder}-away`, dataFolder);
      await expect(saveState(galley)).not.toHaveText(/^Not saved/);
      typing.abort();
      await typed;
      await galley.saved();
      row.cycles += 1;
      row.lost += typist.typed.length - typist.acknowledged.length;
      row.acknowledged = typist.acknowledgedInAll;
    }
    await killAll(galley);
    galley = await Galley.start(dataFolder);
    expect(await typist.shown(galley)).toBe(typist.typed);
    await galley.close();
  });
});

test('an export folder that vanishes, one on another file system, and a link in place of a target: a sentence, and the victim is as it was', async () => {
  await tallied('export folder vanishes; link in place of a target', async (row) => {
    const place = mkdtempSync(join(tmpdir(), 'galley-faults-'));
    const folder = join(place, 'export');
    mkdirSync(folder);
    const galley = await Galley.startAs('Asha Rao');
    await galley.newArticle();
    await galley.headline().click();
    await galley.page.keyboard.type('Flood');
    await galley.saved();
    const write = (to = folder): Promise<{ ok: boolean; error?: { message: string }; value?: { files: { path: string }[] } }> =>
      galley.page.evaluate(async (into) => {
        const { galley: bridge } = window as unknown as { galley: { call(name: string, request: unknown): Promise<never> } };
        const { value } = (await bridge.call('articles.list', { query: '', filter: 'all', sort: 'changed', offset: 0, limit: 1 })) as { value: { rows: { id: string }[] } };
        return bridge.call('export.write', { articleId: value.rows[0]?.id, formats: ['markdown'], pictures: 'beside', folder: into, override: 'a test' });
      }, to);
    const victim = join(place, 'victim.md');
    writeFileSync(victim, 'not yours');
    symlinkSync(victim, join(folder, 'flood.md'));
    const linked = await write();
    expect(linked.ok).toBe(true);
    expect(readFileSync(victim, 'utf8')).toBe('not yours');
    const [written] = linked.value?.files ?? [];
    expect(readFileSync(join(folder, written?.path ?? ''), 'utf8')).toContain('Flood');
    const otherSystem = '/dev/shm';
    if (existsSync(otherSystem) && statSync(otherSystem).dev !== statSync(folder).dev) {
      const there = mkdtempSync(join(otherSystem, 'galley-export-'));
      const files = (await write(there)).value?.files ?? [];
      expect(readFileSync(join(there, files[0]?.path ?? ''), 'utf8')).toContain('Flood');
      row.cycles += 1;
      rmSync(there, { recursive: true });
    }
    rmSync(folder, { recursive: true });
    const gone = await write();
    expect(gone.ok).toBe(false);
    expect(gone.error?.message).toContain(folder);
    expect(existsSync(folder)).toBe(false);
    row.cycles += 2;
    await galley.close();
  });
});
