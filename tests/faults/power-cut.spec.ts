import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { Galley } from '../e2e/pages/galley.ts';
import { brokenBuild } from './broken-build.ts';
import { killAll } from './kill.ts';
import { type Random, seeded } from './random.ts';
import { afterPowerCut, shimEnvironment, shimLibrary } from './shim.ts';
import { cycles, isWhole, type Row, tallied } from './tally.ts';
import { Typist } from './typist.ts';

test.skip(() => process.platform !== 'linux' || shimLibrary() === '', 'needs Linux and a C compiler (cc)');

/** Types, cuts the power at any moment, and starts on what the disk then holds. */
async function cutThePower(row: Row, times: number, random: Random, appFolder?: string): Promise<number> {
  const build = appFolder === undefined ? {} : { appFolder };
  const typist = new Typist();
  let folder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
  let galley = await Galley.startAs('Asha Rao', 'Asia/Kolkata', folder);
  await galley.newArticle();
  await galley.close();
  let worst = 0;
  const earlier = row.acknowledged;
  for (let cycle = 0; cycle < times; cycle++) {
    // All that lay on the disk before this start is there to stay.
    const shadow = afterPowerCut(folder, folder);
    galley = await Galley.start(folder, { ...build, env: shimEnvironment(folder, { shadow }) });
    const before = await typist.shown(galley);
    await typist.sitDown(galley);
    const dead = new AbortController();
    const typing = typist.type(galley, dead.signal);
    await sleep(random.between(800, 3_000));
    dead.abort();
    await killAll(galley);
    await typing;
    const after = afterPowerCut(folder, shadow, cycle % 2 === 0 ? undefined : random);
    for (const old of [folder, shadow]) rmSync(old, { recursive: true });
    folder = after;
    galley = await Galley.start(folder);
    const found = await (appFolder === undefined ? typist.shown(galley) : typist.shown(galley).catch(() => ''));
    const { lost, unsaved } = typist.judge(found);
    row.cycles += 1;
    row.lost += lost;
    row.acknowledged = earlier + typist.acknowledgedInAll;
    worst = Math.max(worst, unsaved);
    row.note = `at worst ${worst} keys not yet acknowledged were missing`;
    if (appFolder === undefined) expect.soft(lost, `cycle ${cycle}: acknowledged ${typist.acknowledged.slice(-30)}, found ${found.slice(-30)}, before ${before.slice(-30)}`).toBe(0);
    typist.resume(found);
    await killAll(galley);
  }
  return worst;
}

test('power cut while typing in the window', async () => {
  await tallied('power cut: window', async (row) => {
    const worst = await cutThePower(row, cycles(50, 1), seeded('power cut'));
    expect(worst).toBeLessThanOrEqual(10);
    expect(row.acknowledged).toBeGreaterThan(row.cycles);
  });
});

test('the harness proves itself in the window: with synchronous=OFF the power cut loses text, and it says so', async () => {
  test.skip(!isWhole, 'npm run faults has it; every-step.spec.ts proves the harness here');
  await tallied('proof: synchronous=OFF, window (must lose)', async (row) => {
    const random = seeded('power cut proof');
    const appFolder = brokenBuild('synchronous = FULL', 'synchronous = OFF');
    // Each on a library of its own: what is left of one need not open again.
    for (let cycle = 0; cycle < 5; cycle++) await cutThePower(row, 1, random, appFolder);
    expect(row.lost).toBeGreaterThan(0);
  });
});
