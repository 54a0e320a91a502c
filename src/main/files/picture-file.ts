import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AddedImage } from '../../ipc/contract.ts';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { ImageStore } from './image-store.ts';
import { maxPictureBytes } from './picture-header.ts';

/** Puts a picture file into the store; its size is looked at before it is read. */
export async function addPictureFile(path: string, images: ImageStore): Promise<Result<AddedImage>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > maxPictureBytes) return fail('bad-file', `${name}: ${say('files.picture-too-heavy', { limit: 100 })}`);
    return await images.put(new Uint8Array(await readFile(path)), name);
  } catch {
    return fail('file-not-found', say('files.import-missing', { name }));
  }
}
