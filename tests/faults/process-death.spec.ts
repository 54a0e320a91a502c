import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { Galley } from '../e2e/pages/galley.ts';
import { comesBack, killAll, killPart } from './kill.ts';
import { seeded } from './random.ts';
import { cycles, tallied } from './tally.ts';
import { Typist } from './typist.ts';

/** Keys of one second: more may never be missing, acknowledged or not. */
const keysOfASecond = 10;

test('the whole app killed at any moment', async () => {
  await tallied('kill: whole app', async (row) => {
    const random = seeded('kill whole app');
    const typist = new Typist();
    let galley = await Galley.startAs('Asha Rao');
    await galley.newArticle();
    let worst = 0;
    for (let cycle = 0; cycle < cycles(200, 2); cycle++) {
      await typist.sitDown(galley);
      const dead = new AbortController();
      const typing = typist.type(galley, dead.signal);
      await sleep(random.between(300, 3_000));
      dead.abort();
      await killAll(galley);
      await typing;
      galley = await Galley.start(galley.dataFolder);
      const found = await typist.shown(galley);
      const { lost, unsaved } = typist.judge(found);
      row.cycles += 1;
      row.lost += lost;
      row.acknowledged = typist.acknowledgedInAll;
      worst = Math.max(worst, unsaved);
      row.note = `at worst ${worst} keys not yet acknowledged were missing`;
      expect.soft(lost, `cycle ${cycle}: acknowledged ${typist.acknowledged.slice(-30)}, found ${found.slice(-30)}`).toBe(0);
      expect.soft(unsaved, `cycle ${cycle}: keys missing`).toBeLessThanOrEqual(keysOfASecond);
      typist.resume(found);
    }
    expect(row.acknowledged).toBeGreaterThan(row.cycles);
    await galley.close();
  });
});

/** Chromium ends an app whose graphics process died more often than this within an hour. */
const mostGpuEnds = 2;

test('the process that writes, and the one that draws, killed while typing', async () => {
  const typist = new Typist();
  let galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  await typist.sitDown(galley);
  for (const part of ['storage', 'gpu'] as const) {
    await tallied(`kill: ${part} process`, async (row) => {
      const random = seeded(`kill ${part}`);
      const before = typist.acknowledgedInAll;
      for (let cycle = 0; cycle < cycles(50, 2); cycle++) {
        if (part === 'gpu' && cycle > 0 && cycle % mostGpuEnds === 0) {
          await galley.close();
          galley = await Galley.start(galley.dataFolder);
          await typist.sitDown(galley);
        }
        const enough = new AbortController();
        const typing = typist.type(galley, enough.signal);
        await sleep(random.between(200, 1_500));
        await killPart(galley, part);
        await sleep(random.between(200, 1_500));
        enough.abort();
        await typing;
        await galley.saved();
        // The window lived on, so nothing at all may be missing, neither in it nor in the store.
        row.cycles += 1;
        row.lost += typist.typed.length - typist.acknowledged.length;
        row.acknowledged = typist.acknowledgedInAll - before;
        expect.soft(await typist.shown(galley), `cycle ${cycle}`).toBe(typist.typed);
        expect.soft(typist.acknowledged, `cycle ${cycle}`).toBe(typist.typed);
      }
    });
  }
  await killAll(galley);
  galley = await Galley.start(galley.dataFolder);
  expect(await typist.shown(galley)).toBe(typist.typed);
  await galley.close();
});

test('the window’s own process killed: it comes back with the text', async () => {
  await tallied('kill: renderer', async (row) => {
    const random = seeded('kill renderer');
    const dataFolder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
    const typist = new Typist();
    let galley = await Galley.startAs('Asha Rao', 'Asia/Kolkata', dataFolder);
    await galley.newArticle();
    let worst = 0;
    for (let cycle = 0; cycle < cycles(50, 1); cycle++) {
      await typist.sitDown(galley);
      const dead = new AbortController();
      const typing = typist.type(galley, dead.signal);
      await sleep(random.between(300, 2_500));
      dead.abort();
      await killPart(galley, 'renderer');
      // The driver cannot follow a page that crashed: what it was doing there never ends.
      void typing.catch(() => undefined);
      const back = await comesBack(galley, typist.acknowledged.length);
      const { lost, unsaved } = typist.judge(back);
      row.cycles += 1;
      row.lost += lost;
      row.acknowledged = typist.acknowledgedInAll;
      worst = Math.max(worst, unsaved);
      row.note = `at worst ${worst} keys not yet acknowledged were missing`;
      expect.soft(lost, `cycle ${cycle}: acknowledged ${typist.acknowledged.slice(-30)}, back ${back.slice(-30)}`).toBe(0);
      expect.soft(unsaved, `cycle ${cycle}: keys missing`).toBeLessThanOrEqual(keysOfASecond);
      // The next round has a new app, and the same text in it.
      await killAll(galley);
      galley = await Galley.start(dataFolder);
      expect(await typist.shown(galley)).toBe(back);
      typist.resume(back);
    }
    await galley.close();
  });
});
