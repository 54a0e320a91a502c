import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { Galley } from '../e2e/pages/galley.ts';
import { seeded } from './random.ts';
import { cycles, isWhole, tallied } from './tally.ts';
import { Typist } from './typist.ts';

const ends: Readonly<Record<string, (galley: Galley) => Promise<void> | void>> = {
  SIGTERM: (galley) => signal(galley, 'SIGTERM'),
  // What a session sends when the person logs out.
  SIGHUP: (galley) => signal(galley, 'SIGHUP'),
  'window closed': (galley) => galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
};

test('ended while a save is under way: nothing is lost, and it ends within five seconds', async () => {
  const typist = new Typist();
  let galley = await Galley.startAs('Asha Rao');
  await galley.newArticle();
  let slowestMs = 0;
  for (const [name, end] of Object.entries(ends)) {
    await tallied(`end: ${name} during a save`, async (row) => {
      const random = seeded(`end ${name}`);
      for (let cycle = 0; cycle < cycles(20, 1); cycle++) {
        await typist.sitDown(galley);
        await typist.typeFor(galley, random.between(600, 1_500));
        // From the moment of the last key to the middle of its save.
        await sleep(random.between(0, 350));
        const ended = once(galley.app.process(), 'exit');
        const startMs = performance.now();
        await Promise.resolve(end(galley)).catch(() => undefined);
        await ended;
        const tookMs = performance.now() - startMs;
        slowestMs = Math.max(slowestMs, tookMs);
        // Closed in order: the log is folded back and gone.
        expect.soft(existsSync(join(galley.dataFolder, 'galley.db-wal')), `cycle ${cycle}: a log left`).toBe(false);
        galley = await Galley.start(galley.dataFolder);
        const found = await typist.shown(galley);
        row.cycles += 1;
        row.acknowledged += typist.typed.length;
        row.lost += Math.max(typist.typed.length - found.length, typist.judge(found).lost);
        row.note = `slowest end ${(slowestMs / 1000).toFixed(1)} s`;
        expect.soft(found, `cycle ${cycle}`).toBe(typist.typed);
        typist.resume(found);
      }
    });
  }
  // A busy machine is nobody's defect: the promise of five seconds is held against the whole run only.
  if (isWhole) expect(slowestMs).toBeLessThan(5_000);
  await galley.close();
});

function signal(galley: Galley, name: NodeJS.Signals): void {
  const { pid } = galley.app.process();
  if (pid === undefined) throw new Error('the app has no process');
  process.kill(pid, name);
}
