import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from './backup-zip-form.ts';

export interface CheckedPicture {
  readonly imageId: string;
  /** Its file's name; '' where there is none. */
  readonly name: string;
  readonly path: string;
  /** 'changed': there is a file, and it is not the picture it is named after, or cannot be read. */
  readonly state: 'whole' | 'missing' | 'changed';
}

/** Looks for a picture's file in a data folder and reads it: its name is the hash of its bytes. */
export async function checkPicture(dataFolder: string, imageId: string): Promise<CheckedPicture> {
  const digest = imageId.slice('sha256-'.length);
  const folder = join(dataFolder, 'images', digest.slice(0, 2));
  const names = (await readdir(folder).catch(() => [])).filter((file) => file.startsWith(`${imageId}.`) && !file.endsWith('.tmp'));
  for (const name of names) {
    const path = join(folder, name);
    const isWhole = await hashOf(path).then(({ sha256 }) => sha256 === digest, () => false);
    if (isWhole) return { imageId, name, path, state: 'whole' };
  }
  const [name = ''] = names;
  return { imageId, name, path: name && join(folder, name), state: name === '' ? 'missing' : 'changed' };
}
