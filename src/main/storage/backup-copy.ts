/** The second folder, on another disk: each good backup goes there too, with the picture files it refers to. */
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { type Backup, backupsFolder, beginBackup, isGood, listBackups, rotate } from './backup-folder.ts';
import { hashFile, readPictures, syncPath } from './backup-manifest.ts';
import { attempt } from './refusal.ts';
import { databaseFile } from './open-database.ts';

const imagesFolder = (dataFolder: string): string => join(dataFolder, 'images');
const ofGalley = /^galley-[0-9a-f]{8}$/;

/** Each machine has a folder of its own in the second one, of the shape of a data folder: two never mix. */
export const copiesFolder = (second: string, deviceId: string): string => join(second, `galley-${deviceId.replaceAll('-', '').slice(-8)}`);

/** Folders of all machines that keep copies there. */
export function copiesIn(second: string): readonly string[] {
  try {
    return readdirSync(second).filter((name) => ofGalley.test(name)).map((name) => join(second, name));
  } catch {
    return [];
  }
}

/**
 * Copies a backup and the pictures that are not there yet. The folder itself is never made: where a disk is not plugged in,
 * its mount point must not fill up.
 */
export function copyBackup(backup: Backup, { dataFolder, second, deviceId }: { readonly dataFolder: string; readonly second: string; readonly deviceId: string }): Result<null> {
  if (!isFolder(second)) return fail('not-writable', say('backups.secondMissing', { folder: second }));
  const target = copiesFolder(second, deviceId);
  const copied = attempt(target, () => {
    if (!listBackups(target).some(({ id, manifest }) => id === backup.id && manifest?.database.sha256 === backup.manifest?.database.sha256)) copyFolder(backup, target);
    for (const id of readPictures(backup.folder)) copyPicture(id, { from: dataFolder, to: target, mend: false });
    rotate(target);
    return null;
  });
  return copied.ok ? copied : fail(copied.error.code, say('backups.secondFailed', { folder: second, reason: copied.error.message }));
}

function copyFolder(backup: Backup, target: string): void {
  const unfinished = beginBackup(target);
  try {
    for (const name of readdirSync(backup.folder)) {
      copyFileSync(join(backup.folder, name), join(unfinished, name));
      syncPath(join(unfinished, name));
    }
    // Read back: a disk that wrote something else is found now and not when it is needed.
    if (!isGood({ ...backup, folder: unfinished })) throw new Error(databaseFile(unfinished));
    syncPath(unfinished);
    const named = join(backupsFolder(target), backup.id);
    rmSync(named, { recursive: true, force: true });
    renameSync(unfinished, named);
    syncPath(backupsFolder(target));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

interface Copying {
  /** Data folders, or folders of their shape. */
  readonly from: string;
  readonly to: string;
  /** Whether a file that is there is read and replaced where it is damaged. */
  readonly mend: boolean;
}

/** Copies a picture's file where it is missing there. Its name is its hash: one that does not give it is not copied. */
export function copyPicture(id: string, { from, to, mend }: Copying): void {
  const part = id.slice('sha256-'.length, 'sha256-'.length + 2);
  const source = join(imagesFolder(from), part);
  const target = join(imagesFolder(to), part);
  const name = existsSync(source) ? readdirSync(source).find((file) => file.startsWith(`${id}.`)) : undefined;
  const isWhole = (path: string): boolean => `sha256-${hashFile(path).sha256}` === id;
  if (name === undefined || (existsSync(join(target, name)) && (!mend || isWhole(join(target, name))))) return;
  if (!isWhole(join(source, name))) return;
  mkdirSync(target, { recursive: true });
  const unfinished = join(target, `.${name}.tmp`);
  rmSync(unfinished, { force: true });
  copyFileSync(join(source, name), unfinished, constants.COPYFILE_EXCL);
  syncPath(unfinished);
  renameSync(unfinished, join(target, name));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
