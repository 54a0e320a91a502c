import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AddedImage } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import type { ImageStore } from './image-store.ts';
import { maxPictureBytes, readPictureHeader } from './picture-header.ts';

export const imageIdOf = (bytes: Uint8Array): string => `sha256-${createHash('sha256').update(bytes).digest('hex')}`;

/** What an article keeps of a picture, without the file's own metadata; the refusal has no file name. */
export function describePicture(bytes: Uint8Array, fileName: string): Result<AddedImage> {
  const header = readPictureHeader(bytes);
  if (!header.ok) return fail('bad-file', header.message);
  const { mediaType, width, height } = header;
  return ok({ imageId: imageIdOf(bytes), stored: { fileName: basename(fileName), mediaType, width, height, bytes: bytes.length, fromFile: {} } });
}

/** Puts a picture file into the store; its size is looked at before it is read. */
export async function addPictureFile(path: string, images: ImageStore): Promise<Result<AddedImage>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return fail('bad-file', say('files.picture-folder', { name }));
    if (found.size > maxPictureBytes) return fail('bad-file', `${name}: ${say('files.picture-too-heavy', { limit: maxPictureBytes / 1_000_000 })}`);
    return await images.put(new Uint8Array(await readFile(path)), name);
  } catch {
    return fail('file-not-found', say('files.import-missing', { name }));
  }
}
