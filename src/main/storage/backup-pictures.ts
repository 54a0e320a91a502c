import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { listBackups, reading } from './backup-folder.ts';
import { picturesOf, readPictureList } from './backup-manifest.ts';
import { databaseFile } from './open-database.ts';
import { attempt } from './refusal.ts';

/** Which pictures a backup of this library needs. */
export interface BackedUpPictures {
  readonly backupId: string;
  readonly pictures: readonly string[];
}

/**
 * What every kept backup refers to, and every library that was put aside. One that says nothing makes the answer a refusal:
 * what it needs, nobody knows, and nothing may be called unused.
 */
export function picturesOfBackups(dataFolder: string): Result<readonly BackedUpPictures[]> {
  const found: BackedUpPictures[] = [];
  const parents = [...listBackups(dataFolder).map(({ folder, id }) => ({ folder, id })), ...putAside(dataFolder)];
  for (const { folder, id } of parents) {
    const listed = readPictureList(folder);
    const read = listed ? ok(listed) : attempt(folder, () => reading(databaseFile(folder), picturesOf));
    if (!read.ok) return fail('bad-file', say('pictures.backupUnread', { id, folder: dirname(folder) }));
    found.push({ backupId: id, pictures: read.value });
  }
  return ok(found);
}

/** Damaged libraries; one whose database is gone needs nothing. */
function putAside(dataFolder: string): readonly { readonly folder: string; readonly id: string }[] {
  const parent = join(dataFolder, 'put-aside');
  const names = existsSync(parent) ? readdirSync(parent) : [];
  return names.map((id) => ({ id, folder: join(parent, id) })).filter(({ folder }) => existsSync(databaseFile(folder)));
}
