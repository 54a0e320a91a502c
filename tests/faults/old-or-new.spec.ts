/** Killed at each thing done to the disk while files are replaced: what stands under a name afterwards is the old file or the whole new one. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '../../src/ipc/contract.ts';
import { Galley, root } from '../e2e/pages/galley.ts';
import { killGroup } from './kill.ts';
import { seeded, steps } from './random.ts';
import { afterPowerCut, countOf, shimEnvironment, shimLibrary } from './shim.ts';
import { readBack, runScript, runStorage } from './storage-run.ts';
import { isWhole, tallied } from './tally.ts';

test.skip(() => process.platform !== 'linux' || shimLibrary() === '', 'needs Linux and a C compiler (cc)');

/** What there is, by name: each of them must be the old one or the whole new one. */
type Seen = Readonly<Record<string, unknown>>;

interface Job {
  readonly name: string;
  /** One operation in so many is broken at in `npm test`; null: only `npm run faults` has it. */
  readonly apart: number | null;
  /** Lays out what is there before. */
  readonly lay: (place: string) => Promise<void>;
  /** Folder of `place` in which operations count. */
  readonly folder: string;
  readonly script: string;
  readonly words: (place: string) => readonly string[];
  /** The next start, and what is there after it. */
  readonly look: (place: string) => Promise<Seen>;
}

const sample = join(root, 'resources/sample');
const built = (script: string): string => join(root, 'out/main', script);
const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const isHidden = (name: string): boolean => basename(name).startsWith('.');

/** Files below a folder with their hashes, hidden ones too. */
function filesIn(folder: string): Seen {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true, recursive: true }) : [];
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [relative(folder, file), sha256(file)]));
}

async function run(script: string, words: readonly string[]): Promise<void> {
  const { code, errors } = await runScript(built(script), words);
  if (code !== 0) throw new Error(`${script} ${words.join(' ')}: ${errors}`);
}

/** Writes one more article into a library. */
async function write(dataFolder: string, saves: number): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  const { lines, errors } = await runStorage(dataFolder, ['write', String(saves), '0']);
  if (!lines.some(({ finished }) => finished)) throw new Error(errors);
}

const libraryOf = (place: string): string => JSON.stringify({ dataFolder: join(place, 'data'), second: '', deviceId: 'device-1' });
const takeBackup = (place: string): readonly string[] => ['take', libraryOf(place), JSON.stringify({ reason: 'asked', nowMs: 1_780_000_000_000 })];
const writeZip = (place: string): readonly string[] => ['backup', '--out', join(place, 'out', 'library.zip'), '--data-dir', join(place, 'data')];

let laidOut: Promise<string> | null = null;

/** A library, a backup and a zip of it from before its second article. */
async function layLibrary(place: string): Promise<void> {
  laidOut ??= (async () => {
    const first = mkdtempSync(join(tmpdir(), 'galley-library-'));
    await write(join(first, 'data'), 3);
    const images = join(first, 'data/images/ab');
    mkdirSync(images, { recursive: true });
    for (const name of pictures) cpSync(join(sample, name), join(images, name));
    mkdirSync(join(first, 'out'));
    await run('cli.js', writeZip(first));
    await run('backups.js', takeBackup(first));
    await write(join(first, 'data'), 4);
    return first;
  })();
  cpSync(await laidOut, place, { recursive: true });
}

/** What a start finds in a library: its articles, its backups, and nothing hidden. */
async function libraryIn(dataFolder: string): Promise<Seen> {
  const articles = await readBack(dataFolder);
  const backups = join(dataFolder, 'backups');
  const seen = Object.entries(filesIn(backups)).filter(([name]) => name.endsWith('galley.db')).map(([name, hash]) => {
    const manifest = readFileSync(join(backups, dirname(name), 'manifest.json'), 'utf8');
    return [`backup ${name.slice(0, 6)}`, manifest.includes(String(hash)) ? 'whole' : 'not whole'];
  });
  const hidden = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter(isHidden).map((name) => [name, 'litter']);
  return { articles, ...Object.fromEntries([...seen, ...hidden]), ...filesIn(join(dataFolder, 'images')) };
}

const pictures = readdirSync(sample).filter((name) => name.endsWith('.jpg'));

function exportOf(version: string): (place: string) => readonly string[] {
  return (place) => ['export', join(place, `${version}.json`), '--assets', join(place, 'assets'), '--to', 'html', '--out', join(place, 'out'), '--override', 'a test'];
}

async function layExport(place: string): Promise<void> {
  const article = readFileSync(join(sample, 'article.json'), 'utf8');
  writeFileSync(join(place, 'old.json'), article);
  const longer = JSON.parse(article) as { metadata: { closingCredits: string } };
  longer.metadata.closingCredits = 'Additional reporting by the night desk. '.repeat(40);
  writeFileSync(join(place, 'new.json'), JSON.stringify(longer));
  mkdirSync(join(place, 'assets'));
  for (const name of pictures) cpSync(join(sample, name), join(place, 'assets', `sha256-${sha256(join(sample, name))}.jpg`));
  mkdirSync(join(place, 'out'));
  await run('cli.js', exportOf('old')(place));
  // One picture is to be written again.
  rmSync(join(place, 'out', Object.keys(filesIn(join(place, 'out'))).find((name) => name.endsWith('.jpg')) ?? ''));
}

const jobs: readonly Job[] = [
  {
    name: 'an export over an older one',
    apart: 4,
    lay: layExport,
    folder: 'out',
    script: 'cli.js',
    words: exportOf('new'),
    // The next export tidies up: it is looked at below.
    look: (place) => Promise.resolve(Object.fromEntries(Object.entries(filesIn(join(place, 'out'))).filter(([name]) => !isHidden(name)))),
  },
  {
    name: 'a backup to a zip over an older one',
    apart: null,
    lay: layLibrary,
    folder: 'out',
    script: 'cli.js',
    words: writeZip,
    look: async (place) => {
      const names = readdirSync(join(place, 'out')).filter((name) => !isHidden(name));
      const restored = join(mkdtempSync(join(tmpdir(), 'galley-zip-')), 'data');
      await run('cli.js', ['restore', join(place, 'out', 'library.zip'), '--data-dir', restored]);
      const articles = await readBack(restored);
      rmSync(restored, { recursive: true });
      return { names, articles };
    },
  },
  {
    name: 'a restore of a zip',
    apart: 20,
    lay: layLibrary,
    folder: 'data',
    script: 'cli.js',
    words: (place) => ['restore', join(place, 'out', 'library.zip'), '--data-dir', join(place, 'data')],
    look: (place) => libraryIn(join(place, 'data')),
  },
  {
    name: 'a restore of a backup in the window',
    apart: null,
    lay: layLibrary,
    folder: 'data',
    script: 'backups.js',
    words: (place) => ['restore', libraryOf(place), JSON.stringify({ backupId: readdirSync(join(place, 'data/backups')).find((name) => name.startsWith('000001')), nowMs: 1_780_000_100_000 })],
    look: (place) => libraryIn(join(place, 'data')),
  },
  {
    name: 'a backup',
    apart: 20,
    lay: layLibrary,
    folder: 'data',
    script: 'backups.js',
    words: takeBackup,
    look: (place) => libraryIn(join(place, 'data')),
  },
];

for (const job of jobs) {
  test(`killed at each operation of ${job.name}: the old one or the whole new one, and no litter`, async () => {
    test.skip(job.apart === null && !isWhole, 'npm run faults has it');
    await tallied(`kill: at each operation of ${job.name}`, async (row) => {
      const random = seeded(job.name);
      const made: string[] = [];
      const template = mkdtempSync(join(tmpdir(), 'galley-old-'));
      await job.lay(template);
      const laid = (kept?: string): string => {
        const place = mkdtempSync(join(tmpdir(), 'galley-new-'));
        made.push(place);
        cpSync(template, place, { recursive: true });
        if (kept !== undefined) rmSync(join(place, job.folder), { recursive: true });
        if (kept !== undefined) cpSync(kept, join(place, job.folder), { recursive: true });
        return place;
      };
      const before = await job.look(laid());
      const whole = laid();
      await run(job.script, job.words(whole));
      const after = await job.look(whole);
      expect(after).not.toEqual(before);
      for (const n of steps(isWhole ? 1 : (job.apart ?? 1), random)) {
        const place = laid();
        const folder = join(place, job.folder);
        const [shadow, count] = [join(place, 'shadow'), join(place, 'count')] as const;
        cpSync(folder, shadow, { recursive: true });
        await runScript(built(job.script), job.words(place), shimEnvironment(folder, { shadow, fault: `every:${n}:kill`, count }));
        if (!countOf(count)?.happened) break;
        row.cycles += 1;
        row.acknowledged += Object.keys(before).length;
        for (const kept of [folder, afterPowerCut(folder, shadow)]) row.lost += lostOf(await job.look(laid(kept)), { before, after });
        expect.soft(row.lost, `killed at operation ${n}`).toBe(0);
        // Whatever was left: the next time it goes through and tidies up.
        await run(job.script, job.words(place));
        expect.soft(Object.keys(filesIn(folder)).filter(isHidden), `again after a kill at ${n}`).toEqual([]);
        for (const used of made.splice(0)) rmSync(used, { recursive: true });
        if (!isWhole) break;
      }
      expect(row.cycles, 'it came through before the first fault').toBeGreaterThan(0);
      row.note = 'files and libraries';
      for (const used of [template, ...made]) rmSync(used, { recursive: true });
    });
  });
}

test('the app killed at each operation of adding a picture: the whole picture or none, and no litter', async () => {
  await tallied('kill: at each operation of adding a picture', async (row) => {
    const random = seeded('picture');
    const dataFolder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
    const images = join(dataFolder, 'images');
    mkdirSync(images);
    const [name = ''] = pictures;
    const bytes = [...readFileSync(join(sample, name))];
    for (const n of steps(isWhole ? 1 : 3, random)) {
      const count = join(mkdtempSync(join(tmpdir(), 'galley-count-')), 'count');
      const galley = await Galley.start(dataFolder, { env: shimEnvironment(images, { fault: `every:${row.cycles > 0 && !isWhole ? 1_000 : n}:kill`, count }) });
      // What the last one left is gone with the start.
      await expect.poll(() => Object.keys(filesIn(images)).filter(isHidden), `after a kill at ${n}`).toEqual([]);
      const main = galley.app.process();
      const ended = once(main, 'exit');
      const added = await galley.page.evaluate(async ([fileName, content]) => (Reflect.get(window, 'galley') as Bridge).call('images.add', { fileName, bytes: new Uint8Array(content) }), [name, bytes] as const).catch(() => null);
      if (added === null) {
        await ended;
        await killGroup(main.pid);
        row.cycles += 1;
      }
      const whole = Object.entries(filesIn(images)).filter(([file]) => !isHidden(file));
      row.lost += whole.filter(([file, hash]) => !file.includes(String(hash))).length;
      expect.soft(row.lost, `killed at operation ${n}`).toBe(0);
      if (added === null) continue;
      expect(added.ok && whole.some(([file]) => file.includes(added.value.imageId))).toBe(true);
      row.acknowledged += 1;
      await galley.close();
      break;
    }
    expect(row.cycles).toBeGreaterThan(0);
    row.note = 'pictures';
  });
});

/** Things that are neither the old nor the new one, that are missing though they were there, or that are in neither. */
function lostOf(found: Seen, { before, after }: { readonly before: Seen; readonly after: Seen }): number {
  return [...new Set([...Object.keys(found), ...Object.keys(before)])].filter((name) => {
    const now = JSON.stringify(found[name]);
    return now !== JSON.stringify(before[name]) && now !== JSON.stringify(after[name]);
  }).length;
}
