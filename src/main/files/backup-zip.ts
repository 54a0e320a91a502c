/**
 * A whole library as one zip, for another machine:
 *   galley-library.json   what is in it: facts, and length and SHA-256 of every other entry
 *   galley.db             the database, a copy of one moment
 *   settings.json         person, newsroom, house style; not the name of this machine's copy
 *   images/ab/<imageId>.<ext> the original picture files, stored as they are
 * Unpacked it is a data folder.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { ZipFile } from 'yazl';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { copyDatabase } from '../storage/backup.ts';
import { problemsOf, reading } from '../storage/backup-folder.ts';
import { factsOf, type LibraryFacts, picturesOf } from '../storage/backup-manifest.ts';
import { databaseFile } from '../storage/open-database.ts';
import { isLibraryZip } from './backup-unzip.ts';
import { hashOf, manifestName, type ZipManifest } from './backup-zip-form.ts';
import { checkPicture } from './picture-check.ts';
import { syncFolder } from './write-atomically.ts';

export interface WrittenZip {
  readonly bytes: number;
  readonly facts: LibraryFacts;
  /** Pictures that articles name and whose files are missing or damaged here. */
  readonly missingPictures: readonly string[];
}

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly compress: boolean;
}

/** Writes the zip beside the running window or without one. The old file under that name stays whole until the new one is. */
export async function writeLibraryZip(dataFolder: string, target: string, nowMs: number): Promise<Result<WrittenZip>> {
  const refused = await refusalOf(target);
  if (refused) return refused;
  const unfinished = `${unfinishedStem(target)}${process.pid}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await removeUnfinished(target);
    await mkdir(unfinished);
    await copyDatabase(databaseFile(dataFolder), databaseFile(unfinished));
    const problems = problemsOf(unfinished);
    if (problems.length > 0) return fail('store-damaged', say('backups.damagedNotKept', { count: problems.length, first: problems[0] ?? '' }));
    const { facts, pictures } = reading(databaseFile(unfinished), (db) => ({ facts: factsOf(db), pictures: picturesOf(db) }));
    const found = await pictureEntries(dataFolder, pictures);
    const manifest: ZipManifest = { format: 'galley-library', version: 1, takenAtMs: nowMs, facts, entries: {} };
    const zip = join(unfinished, 'library.zip');
    await writeZip(zip, manifest, [{ name: 'galley.db', path: databaseFile(unfinished), compress: true }, ...found.entries], await travellingSettings(dataFolder));
    await rename(zip, target);
    await syncFolder(dirname(target));
    const { size } = await lstat(target);
    return ok({ bytes: size, facts, missingPictures: found.missing });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return fail(isFull ? 'disk-full' : 'not-writable', say('backups.zipNotWritten', { file: target, reason }));
  } finally {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What stands under that name and is no library's zip is somebody's: it is not replaced. */
async function refusalOf(target: string): Promise<ReturnType<typeof fail> | null> {
  const there = await lstat(target).catch(() => null);
  if (!there || there.isSymbolicLink()) return null;
  const isOurs = there.isFile() && (await isLibraryZip(target));
  return isOurs ? null : fail('bad-file', say('backups.zipNameTaken', { file: target }));
}

const unfinishedStem = (target: string): string => join(dirname(target), `.${basename(target).slice(0, 40)}.unfinished-`);

/** Removes what a command that was killed left beside the target; one that is still at work is left alone. */
async function removeUnfinished(target: string): Promise<void> {
  const stem = basename(unfinishedStem(target));
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(stem) && !isRunning(Number(name.slice(stem.length)))) await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function pictureEntries(dataFolder: string, ids: readonly string[]): Promise<{ readonly entries: readonly Entry[]; readonly missing: readonly string[] }> {
  const entries: Entry[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const { name, path, state } = await checkPicture(dataFolder, id);
    if (state === 'whole') entries.push({ name: `images/${id.slice(7, 9)}/${name}`, path, compress: false });
    else missing.push(id);
  }
  return { entries, missing };
}

/** Without the device's name: two machines must never write under one. Damaged settings stay at home. */
async function travellingSettings(dataFolder: string): Promise<Buffer | null> {
  try {
    const { deviceId: _, ...settings } = v.parse(v.looseObject({}), JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8')));
    return Buffer.from(`${JSON.stringify(settings, null, 2)}\n`);
  } catch {
    return null;
  }
}

async function writeZip(path: string, manifest: ZipManifest, entries: readonly Entry[], settings: Buffer | null): Promise<void> {
  const zip = new ZipFile();
  const hashes: Record<string, ZipManifest['entries'][string]> = {};
  for (const { name, path: source } of entries) hashes[name] = await hashOf(source);
  if (settings) hashes['settings.json'] = { bytes: settings.length, sha256: createHash('sha256').update(settings).digest('hex') };
  zip.addBuffer(Buffer.from(`${JSON.stringify({ ...manifest, entries: hashes }, null, 1)}\n`), manifestName);
  for (const { name, path: source, compress } of entries) zip.addFile(source, name, { compress });
  if (settings) zip.addBuffer(settings, 'settings.json');
  zip.end();
  const out = createWriteStream(path, { flags: 'wx' });
  // A source that fails while it is read is told by the zip and not by its output.
  const failed = new Promise<never>((_resolve, reject) => void zip.on('error', reject));
  await Promise.race([pipeline(zip.outputStream, out), failed]);
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
