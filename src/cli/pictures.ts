import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article } from '../article/article.ts';
import { imageExtension } from '../article/export/index.ts';
import type { ImportedArticle } from '../article/import/index.ts';
import type { AddedImage } from '../ipc/contract.ts';
import { say } from '../language/index.ts';
import { describePicture, imageIdOf } from '../main/files/picture-file.ts';
import { embeddedPictures, namedPictures, picturesById, withPictures } from '../main/files/pictures-beside.ts';
import { exists, readIfThere, writeWhole } from './files.ts';

export interface WithPictures {
  readonly article: Article;
  /** Bytes by imageId. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly messages: readonly string[];
}

/** Gives an imported article its picture files: those the file carries, and those it names beside it, below it or in `assets`. */
export async function attachPictures(file: string, imported: ImportedArticle, assets: string): Promise<WithPictures> {
  const folders = [dirname(file), ...(assets === '' ? [] : [assets])];
  const pictures = new Map(imported.images);
  const added = new Map<string, AddedImage>();
  const messages: string[] = [];
  for (const { blockId, address, path } of await namedPictures(imported, folders)) {
    const bytes = await readIfThere(path);
    if (!bytes) continue;
    const described = describePicture(bytes, address);
    if (described.ok) {
      added.set(blockId, described.value);
      pictures.set(described.value.imageId, bytes);
    } else messages.push(say('cli.picture-bad', { file: address, message: described.error.message }));
  }
  for (const { blockId, name, bytes } of embeddedPictures(imported)) {
    const described = describePicture(bytes, name);
    if (!described.ok) continue;
    added.set(blockId, described.value);
    pictures.set(described.value.imageId, bytes);
  }
  for (const [imageId, path] of await picturesById(imported, folders.toReversed())) {
    const bytes = await readIfThere(path);
    if (bytes && imageIdOf(bytes) === imageId) pictures.set(imageId, bytes);
  }
  return { article: withPictures(imported.article, added), pictures, messages };
}

/** Pictures as `<folder>/<imageId>.<ext>`: what `--assets` of an export reads back. */
export async function writeAssets(folder: string, { article, pictures }: WithPictures): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [imageId, bytes] of pictures) {
    const path = join(folder, `${imageId}.${imageExtension(article.images[imageId]?.mediaType ?? '')}`);
    if (!(await exists(path))) await writeWhole(path, bytes);
  }
}
