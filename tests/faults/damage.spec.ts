/** Files are injured as failing disks and careless programs do it; the app must start each time, say so, and show no text that was never written. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { executable, Galley, root, sqliteOfRuntime } from '../e2e/pages/galley.ts';
import { brokenBuild } from './broken-build.ts';
import { assess, backupsOf, hashOf, imageId, inspect, type LibraryTemplate, makeLibrary, missingOf, newestBackup, type Opened, pictureOf, recover, silentlyChanged, take } from './damaged-library.ts';
import { injure, injureTexts, type Injury } from './injuries.ts';
import { type Random, seeded } from './random.ts';
import { cycles, isWhole, type Row, tallied } from './tally.ts';

let template: LibraryTemplate;
test.beforeAll(async () => {
  template = await makeLibrary();
});
test.afterAll(() => rmSync(template.folder, { recursive: true, force: true }));

function copyOfLibrary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-damage-'));
  cpSync(template.folder, folder, { recursive: true });
  return folder;
}

const wholeBackups = (folder: string, injury: Injury): ReadonlyMap<string, string> => new Map(backupsOf(folder).filter((backup) => !injury.file.startsWith(backup)).map((backup) => [backup, hashOf(join(backup, 'galley.db'))]));
const saidInWords = /damaged|no Galley|newer|gone|cannot be read/;

/** `kept`: hash of the injured file, where the store did not open it and it must be kept byte for byte; else ''. */
async function bringBack(folder: string, { about, opened, kept }: { readonly about: string; readonly opened: Opened; readonly kept: string }, row: Row): Promise<void> {
  const seen = await assess(folder);
  expect.soft(seen.value?.backup?.id, `${about}: a good backup is offered`).toBeTruthy();
  if (seen.value?.trouble === 'newer') return;
  const { value, error } = await recover(folder);
  expect.soft(error, about).toBeUndefined();
  const aside = value?.keptIn ?? '';
  expect.soft(aside, about).toContain('put-aside');
  if (kept !== '') expect.soft(readdirSync(aside).map((name) => hashOf(join(aside, name))), about).toContain(kept);
  const { said, articles } = await inspect(folder);
  expect.soft(said, about).toBe('');
  const lost = missingOf(template.backedUp, articles) + missingOf(opened.articles, articles) + silentlyChanged(articles, template);
  row.lost += lost;
  expect.soft(lost, `${about}: what is not there afterwards`).toBe(0);
  expect.soft((await take(folder)).ok, `${about}: sound afterwards`).toBe(true);
}

/** A start, everything read, the backup of a start, and where something is wrong all that can be brought back. */
async function startAfter(folder: string, injury: Injury, row: Row): Promise<string> {
  const about = JSON.stringify(injury);
  const good = wholeBackups(folder, injury);
  const injured = existsSync(injury.file) ? hashOf(injury.file) : '';
  const opened = await inspect(folder);
  row.lost += silentlyChanged(opened.articles, template);
  expect.soft(silentlyChanged(opened.articles, template), about).toBe(0);
  const taken = opened.said === '' ? await take(folder) : null;
  const said = opened.said || (taken?.error?.message ?? '');
  if (said !== '') {
    expect.soft(said, about).toMatch(saidInWords);
    await bringBack(folder, { about, opened, kept: !opened.isOpened && injury.file.startsWith(join(folder, 'galley.db')) ? injured : '' }, row);
  }
  for (const [backup, hash] of good) expect.soft(existsSync(backup) ? hashOf(join(backup, 'galley.db')) : 'gone', `${about}: ${backup}`).toBe(hash);
  row.acknowledged += template.backedUp.reduce((sum, { revisions }) => sum + 1 + revisions.length, 0);
  return said;
}

/** Files the store reads; `backup/` is the newest one. The gate has the first three, each once. */
const few = ['galley.db', 'galley.db-wal', 'backup/galley.db'] as const;
const targets = [...few, 'galley.db', 'backup/manifest.json', 'backup/pictures.txt'] as const;
const fileOf = (folder: string, name: string): string => join(folder, name.startsWith('backup/') ? newestBackup(folder).slice(folder.length) : '', name.replace('backup/', ''));
const target = (folder: string, cycle: number, random: Random): string => fileOf(folder, isWhole ? random.oneOf(targets) : (few[cycle % few.length] ?? 'galley.db'));

test('injuries of the database, its log and the newest backup', async () => {
  await tallied('damage: database, log, newest backup', async (row) => {
    const random = seeded('damage of the store');
    let told = 0;
    for (let cycle = 0; cycle < cycles(140, few.length); cycle++) {
      const folder = copyOfLibrary();
      const injury = injure(target(folder, cycle, random), random);
      if ((await startAfter(folder, injury, row)) !== '') told += 1;
      row.cycles += 1;
      row.note = `told in words: ${told}; the others hurt nothing that is read`;
      rmSync(folder, { recursive: true });
    }
    expect(row.acknowledged).toBeGreaterThan(0);
  });
});

/** `galley verify`, which says nothing is wrong with exit code 0. */
function verify(folder: string): { readonly code: number | null; readonly problems: readonly string[] } {
  const { status, stdout } = spawnSync(executable(), [join(root, 'out/main/cli.js'), 'verify', '--data-dir', folder], { encoding: 'utf8', env: { ...process.env, ...sqliteOfRuntime(), ELECTRON_RUN_AS_NODE: '1' } });
  return { code: status, problems: (JSON.parse(stdout) as { problems: string[] }).problems };
}

test('injuries of pictures and settings, and of all of it: the real window starts', async () => {
  await tallied('damage: pictures, settings, in the window', async (row) => {
    const random = seeded('damage in the window');
    for (let cycle = 0; cycle < cycles(60, 2); cycle++) {
      const folder = copyOfLibrary();
      const settings = injure(join(folder, 'settings.json'), random);
      const picture = injure(pictureOf(folder), random);
      const store = cycle % 3 === 1 ? injure(target(folder, cycle, random), random) : null;
      const about = JSON.stringify([settings, picture, store]);
      const isHurt = hashOf(pictureOf(folder)) !== imageId.slice('sha256-'.length);
      if (!store) expect.soft(verify(folder), about).toMatchObject(isHurt ? { code: 1, problems: [expect.stringContaining(imageId)] } : { code: 0, problems: [] });
      const galley = await Galley.start(folder);
      // Where the settings no longer say who writes here, that is asked again; where the store is hurt, what can be brought back is offered.
      const shown = galley.page.getByRole('textbox', { name: 'Your name' }).or(galley.article()).or(galley.page.getByRole('button', { name: /^(Bring back everything|Quit)$/ }));
      await expect(shown.first(), about).toBeVisible();
      const aside = readdirSync(folder).filter((name) => name.startsWith('settings.json.damaged-'));
      if (aside.length > 0) await expect.soft(galley.page.getByRole('region', { name: 'Messages' }), about).toContainText(aside[0] ?? '');
      await galley.close();
      row.cycles += 1;
      row.acknowledged += 1;
      rmSync(folder, { recursive: true });
    }
  });
});

test('the harness proves itself: with hashing switched off, text that was changed on the disk is shown, and it says so', async () => {
  await tallied('proof: hashing switched off (must lose)', async (row) => {
    const appFolder = brokenBuild('if (!sha256(json).equals(hash)) return null;', '');
    const random = seeded('proof of damage');
    for (let cycle = 0; cycle < cycles(20, 6); cycle++) {
      const folder = copyOfLibrary();
      // Many at once, and more than once: most bits of a packed text make it unreadable, which is told even so.
      rmSync(join(folder, 'galley.db-wal'));
      injureTexts(join(folder, 'galley.db'), 20, random);
      row.lost += silentlyChanged((await inspect(folder, appFolder)).articles, template);
      const sound = silentlyChanged((await inspect(folder)).articles, template);
      expect.soft(sound, 'the build as it is shows none of it').toBe(0);
      row.cycles += 1;
      rmSync(folder, { recursive: true });
    }
    expect(row.lost).toBeGreaterThan(0);
    rmSync(appFolder, { recursive: true });
  });
});
