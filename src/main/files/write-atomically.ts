import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { temporaryName } from './temporary-name.ts';

/**
 * Writes a file so that at every moment, a power cut included, its name leads to all of the old content or all of the new.
 * The content goes to a hidden file beside the target, is forced to the disk, and is then renamed over it. Where the target
 * is a symbolic link, the link itself is replaced: what it pointed to stays as it was.
 * @throws what the file system said; the old file is then untouched and nothing is left beside it
 */
export async function writeAtomically(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await writeThrough(temporary, data);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

async function writeThrough(path: string, data: Uint8Array | string): Promise<void> {
  // "wx": a name that is already taken, also by a link somebody laid there, is never written through.
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename in a folder durable. Windows has no such call, and some network folders refuse it: the rename has happened all the same. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    return;
  } finally {
    await handle?.close().catch(() => undefined);
  }
}
