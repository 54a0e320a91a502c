/** Breaks the storage process at every single thing it does to the disk, not at one hand-picked moment. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fixture } from '../e2e/pages/galley.ts';
import { brokenBuild } from './broken-build.ts';
import { seeded, steps } from './random.ts';
import { afterPowerCut, countOf, shimEnvironment, shimLibrary } from './shim.ts';
import { compareWith, type Ended, readBack, runStorage } from './storage-run.ts';
import { cycles, type Row, tallied } from './tally.ts';

test.skip(() => process.platform !== 'linux' || shimLibrary() === '', 'needs Linux and a C compiler (cc)');

/** Saves, and characters of noise in each: enough of it makes the log fold back into the database on the way. */
const short = ['write', '9', '0'];
const long = ['write', '9', '400000'];

interface Step {
  readonly place: string;
  readonly folder: string;
  readonly shadow: string;
  readonly ended: Ended;
  /** False once the run came through before its Nth operation. */
  readonly happened: boolean;
}

/** Runs it with the fault at its Nth operation. */
async function stepAt(fault: string, words: readonly string[], appFolder?: string): Promise<Step> {
  const place = mkdtempSync(join(tmpdir(), 'galley-step-'));
  const folder = join(place, 'data');
  const shadow = join(place, 'shadow');
  mkdirSync(folder);
  const count = join(place, 'count');
  const ended = await runStorage(folder, words, { env: shimEnvironment(folder, { shadow, fault, count }), ...(appFolder === undefined ? {} : { appFolder }) });
  return { place, folder, shadow, ended, happened: countOf(count)?.happened ?? false };
}

function add(row: Row, { acknowledged, lost }: { readonly acknowledged: number; readonly lost: number }): void {
  row.cycles += 1;
  row.acknowledged += acknowledged;
  row.lost += lost;
}

for (const [name, words, whole, few] of [['short', short, 1, 80], ['long', long, 23, 1_200]] as const) {
  test(`killed at each thing done to the disk: ${name}`, async () => {
    await tallied(`kill: storage at each operation, ${name}`, async (dead) => {
      await tallied(`power cut at each operation, ${name}`, async (cut) => {
        const random = seeded(`each operation ${name}`);
        for (const n of steps(cycles(whole, few), random)) {
          const step = await stepAt(`any:${n}:kill`, words);
          if (!step.happened) {
            expect(step.ended.lines.at(-1)?.finished, step.ended.errors).toBe(true);
            rmSync(step.place, { recursive: true });
            break;
          }
          for (const after of [afterPowerCut(step.folder, step.shadow), afterPowerCut(step.folder, step.shadow, random)]) {
            const power = compareWith(step.ended.lines, await readBack(after));
            add(cut, power);
            expect.soft(power.lost, `power cut at operation ${n}`).toBe(0);
            rmSync(after, { recursive: true });
          }
          const death = compareWith(step.ended.lines, await readBack(step.folder));
          add(dead, death);
          expect.soft(death.lost, `killed at operation ${n}`).toBe(0);
          rmSync(step.place, { recursive: true });
        }
        expect(cut.acknowledged).toBeGreaterThan(0);
      });
    });
  });
}

for (const [kind, how, whole, few] of [['write', 'EIO', 1, 100], ['write', 'ENOSPC', 1, 120], ['sync', 'EIO', 1, 10]] as const) {
  test(`${how} at each ${kind}`, async () => {
    await tallied(`${how} at each ${kind}`, async (row) => {
      const random = seeded(`${how} ${kind}`);
      for (const n of steps(cycles(whole, few), random)) {
        const step = await stepAt(`${kind}:${n}:${how}`, short);
        const { lines } = step.ended;
        if (step.happened) {
          // A store that was not opened is opened by the next start; one that was goes on by itself after it has said what failed.
          const opened = !lines.some(({ refused }) => refused !== undefined);
          if (opened) expect.soft(lines.at(-1)?.finished, `${how} at ${kind} ${n}: ${JSON.stringify(lines.slice(-3))} ${step.ended.errors}`).toBe(true);
          const told = lines.filter(({ code, refused }) => code !== undefined || refused !== undefined).map(({ code, refused }) => code ?? refused);
          for (const code of told) expect.soft(['disk-full', 'not-writable'], `${how} at ${kind} ${n} was told as ${code}`).toContain(code);
          // The power goes as well: what was acknowledged after an error must have been synced all the same.
          for (const folder of [afterPowerCut(step.folder, step.shadow), step.folder]) {
            const kept = compareWith(lines, await readBack(folder));
            add(row, kept);
            expect.soft(kept.lost, `${how} at ${kind} ${n}`).toBe(0);
            if (folder !== step.folder) rmSync(folder, { recursive: true });
          }
        }
        rmSync(step.place, { recursive: true });
        if (!step.happened) break;
      }
      expect(row.cycles).toBeGreaterThan(0);
    });
  });
}

test('killed at each write of a migration: the old shape or the new one', async () => {
  await tallied('kill: at each operation of a migration', async (row) => {
    const random = seeded('migration');
    const before = mkdtempSync(join(tmpdir(), 'galley-step-'));
    cpSync(fixture('store-1'), before, { recursive: true });
    const whole = await readBack(before);
    expect(whole.length).toBeGreaterThan(0);
    for (const n of steps(cycles(1, 24), random)) {
      const place = mkdtempSync(join(tmpdir(), 'galley-step-'));
      const [folder, shadow, count] = [join(place, 'data'), join(place, 'shadow'), join(place, 'count')] as const;
      cpSync(fixture('store-1'), folder, { recursive: true });
      // What lay there before the migration was written and synced long ago.
      cpSync(fixture('store-1'), shadow, { recursive: true });
      const ended = await runStorage(folder, ['read'], { env: shimEnvironment(folder, { shadow, fault: `any:${n}:kill`, count }) });
      const happened = countOf(count)?.happened ?? false;
      for (const left of happened ? [folder, afterPowerCut(folder, shadow)] : []) {
        row.cycles += 1;
        const found = await readBack(left);
        row.acknowledged += whole.length;
        row.lost += whole.filter(({ id, text, revisions }) => !found.some((one) => one.id === id && one.text === text && one.revisions.length === revisions.length)).length;
        expect.soft(found, `killed at operation ${n}`).toEqual(whole);
      }
      rmSync(place, { recursive: true });
      if (!happened) {
        expect(ended.code).toBe(0);
        break;
      }
    }
    expect(row.cycles).toBeGreaterThan(0);
    rmSync(before, { recursive: true });
  });
});

for (const level of ['OFF', 'NORMAL']) {
  test(`the harness proves itself: synchronous=${level} loses what was acknowledged, and it says so`, async () => {
    await tallied(`proof: synchronous=${level}, power cut (must lose)`, async (row) => {
      const appFolder = brokenBuild('synchronous = FULL', `synchronous = ${level}`);
      const random = seeded(`proof ${level}`);
      for (let cycle = 0; cycle < cycles(20, 2); cycle++) {
        const step = await stepAt(`any:${random.between(150, 230)}:kill`, short, appFolder);
        const after = afterPowerCut(step.folder, step.shadow);
        add(row, compareWith(step.ended.lines, await readBack(after)));
        rmSync(step.place, { recursive: true });
        rmSync(after, { recursive: true });
      }
      expect(row.lost).toBeGreaterThan(0);
      rmSync(appFolder, { recursive: true });
    });
  });
}
