import { lstatSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { copyPicture } from '../storage/backup-copy.ts';
import { makeReady, replaceDatabase, type Restored, whileLocked } from '../storage/backup-restore.ts';
import { openLibraryZip } from './backup-unzip.ts';
import { syncFolder } from './write-atomically.ts';

export type RestoredZip = Restored & { readonly pictures: number; readonly settings: 'restored' | 'kept' | 'none' };

/**
 * Restores a library's zip. Everything in it is unpacked and checked before anything that is there is touched; pictures come
 * first, the database last, in one step. Settings that are there stay.
 */
export async function restoreLibraryZip(dataFolder: string, file: string, nowMs: number): Promise<Result<RestoredZip>> {
  const opened = await openLibraryZip(file);
  if (!opened.ok) return opened;
  const zip = opened.value;
  try {
    return await whileLocked<RestoredZip>(dataFolder, 'command', async (work) => {
      const extracted = await zip.extract(work);
      if (!extracted.ok) return extracted;
      const wrong = makeReady(work);
      if (wrong !== '') return fail('bad-file', say('backups.problemsInZip', { file: basename(file), first: wrong }));
      const pictures = await picturesIn(work);
      for (const id of pictures) copyPicture(id, { from: work, to: dataFolder, mend: true });
      const settings = await restoreSettings(work, dataFolder);
      return ok({ ...replaceDatabase(dataFolder, work, nowMs), pictures: pictures.length, settings });
    });
  } finally {
    zip.close();
  }
}

async function picturesIn(work: string): Promise<readonly string[]> {
  const names = await readdir(join(work, 'images'), { recursive: true }).catch(() => []);
  return names.flatMap((name) => /sha256-[0-9a-f]{64}/.exec(name)?.[0] ?? []);
}

async function restoreSettings(work: string, dataFolder: string): Promise<RestoredZip['settings']> {
  const [from, to] = [join(work, 'settings.json'), join(dataFolder, 'settings.json')];
  if (!lstatSync(from, { throwIfNoEntry: false })) return 'none';
  if (lstatSync(to, { throwIfNoEntry: false })) return 'kept';
  await rename(from, to);
  await syncFolder(dataFolder);
  return 'restored';
}
