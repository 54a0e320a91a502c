import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isZone } from '../article/time.ts';
import { publicSettings, SettingsFile } from './settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (): string => join(folder, 'settings.json');
const whole = { person: { id: 'a-1', name: 'Asha Rāo' }, zone: 'Asia/Kolkata', language: 'en-IN', theme: 'dark', showTouched: true, sparedNotes: [{ articleId: 'a', since: '2024-03-01T18:00:00Z', changes: 1 }], exportFolder: '/out', exporting: { formats: ['markdown:hugo'], pictures: 'inline' }, fieldNames: { title: 'headline' }, backupFolder: '', deviceId: 'device-1', ofTomorrow: [1, 2] };
const bytes = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`);

/** Starts on these bytes. Whatever they are, there are settings, and the file is either used or kept aside as it was. */
function startOn(content: Buffer): SettingsFile {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(path(), content);
  const settings = new SettingsFile(folder, () => undefined);
  const { person, zone, theme, deviceId } = settings.current;
  expect([typeof person.name, person.id !== '', zone === '' || isZone(zone), ['system', 'light', 'dark'].includes(theme), deviceId !== '']).toEqual(['string', true, true, true, true]);
  if (settings.putAside === '') expect(readdirSync(folder)).toEqual(['settings.json']);
  else expect(readFileSync(settings.putAside).equals(content)).toBe(true);
  return settings;
}

const injured = fc.oneof(
  fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) }).map(({ at, bit }) => bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit))),
  fc.record({ at: fc.nat(bytes.length - 1), noise: fc.uint8Array({ minLength: 16, maxLength: 16 }) }).map(({ at, noise }) => Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + 16)])),
  fc.nat(bytes.length).map((at) => bytes.subarray(0, at)),
  fc.constant(Buffer.alloc(bytes.length)),
  fc.uint8Array({ maxLength: 200 }),
  fc.json().map((json) => Buffer.from(json)),
);

test('whatever the file holds, the app has settings, and what it cannot use is kept aside byte for byte', () => {
  let aside = 0;
  fc.assert(
    fc.property(injured, (content) => {
      if (startOn(Buffer.from(content)).putAside !== '') aside += 1;
    }),
    { numRuns: 300 },
  );
  expect(aside).toBeGreaterThan(100);
});

test.each<[string, Buffer | string]>([
  ['a byte that is no letter', Buffer.concat([bytes.subarray(0, 40), Buffer.from([0xff]), bytes.subarray(41)])],
  ['a zone that is none', JSON.stringify({ ...whole, zone: 'Asia/Kolkatb' })],
  ['a list', '[]'],
  ['nothing', ''],
])('%s is put aside', (_what, content) => {
  expect(startOn(Buffer.from(content)).putAside).not.toBe('');
});

test('a folder of that name is put aside, and settings can be kept again', async () => {
  mkdirSync(path());
  const settings = new SettingsFile(folder, () => undefined);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^settings\.json\.damaged-/)]);
  await settings.change({ zone: 'Asia/Kolkata' });
  expect(new SettingsFile(folder, () => undefined).current.zone).toBe('Asia/Kolkata');
});

test('whole settings are used, and what a newer Galley wrote beside them stays', async () => {
  const settings = startOn(bytes);
  expect([settings.putAside, settings.current.person.name]).toEqual(['', 'Asha Rāo']);
  await settings.change({ theme: 'light' });
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ ...whole, theme: 'light' });
});

test('a way of exporting that another version wrote is forgotten; nothing is put aside', () => {
  const settings = startOn(Buffer.from(JSON.stringify({ ...whole, exporting: { formats: 'all of them' } })));
  expect([settings.putAside, settings.current.exporting, settings.current.exportFolder]).toEqual(['', { formats: ['html'], pictures: 'beside', package: 'folder' }, '/out']);
});

test('a clock that leapt is doubted over restarts, until somebody settles it', async () => {
  writeFileSync(path(), bytes);
  const first = new SettingsFile(folder, () => undefined);
  await first.seeTime({ at: '2024-03-01T18:00:00Z', upSeconds: 9000 });
  const second = new SettingsFile(folder, () => undefined);
  await second.seeTime({ at: '2024-03-04T08:00:00Z', upSeconds: 60 });
  const third = new SettingsFile(folder, () => undefined);
  await third.seeTime({ at: '2024-03-04T08:10:00Z', upSeconds: 660 });
  expect(third.current.clockGap).toEqual({ from: '2024-03-01T18:00:00Z', to: '2024-03-04T08:00:00Z' });
  for (const kept of ['newestSeen', 'upSeconds', 'clockGap']) expect(publicSettings(third.current)).not.toHaveProperty(kept);
  await third.settleClock();
  expect(new SettingsFile(folder, () => undefined).current).toMatchObject({ clockGap: null, newestSeen: '2024-03-04T08:10:00Z', upSeconds: 660, person: whole.person });
});

test('in one run a leap of minutes is doubted at once, and looks that find nothing are not all written', async () => {
  writeFileSync(path(), bytes);
  const running = new SettingsFile(folder, () => undefined);
  const seen = (at: string, upSeconds: number): Promise<void> => running.seeTime({ at, upSeconds });
  const written = (): unknown => (JSON.parse(readFileSync(path(), 'utf8')) as Record<string, unknown>)['newestSeen'];
  await seen('2024-03-01T18:00:00Z', 100);
  await seen('2024-03-01T18:01:00Z', 160);
  expect([written(), running.current.newestSeen, running.current.clockGap]).toEqual(['2024-03-01T18:00:00Z', '2024-03-01T18:01:00Z', null]);
  void seen('2024-03-01T23:02:00Z', 220);
  expect(running.current.clockGap).toEqual({ from: '2024-03-01T18:01:00Z', to: '2024-03-01T23:02:00Z' });
  await expect.poll(written).toBe('2024-03-01T23:02:00Z');
});
