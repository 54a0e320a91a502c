import { createHash } from 'node:crypto';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Article, StoredImage } from '../article/article.ts';
import type { BodyJson } from '../article/body.ts';
import { imageExtension, imageIdsIn } from '../article/export/index.ts';
import type { ImportedArticle } from '../article/import/index.ts';
import { say } from '../language/index.ts';
import { maxPictureBytes, readPictureHeader } from '../main/files/picture-header.ts';
import { exists, readIfThere, writeWhole } from './files.ts';

export interface WithPictures {
  readonly article: Article;
  /** Bytes by imageId. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly messages: readonly string[];
}

/** Gives an imported article its picture files: those the file carries, and those it names beside it, below it or in `assets`. */
export async function attachPictures(file: string, imported: ImportedArticle, assets: string): Promise<WithPictures> {
  const pictures = new Map(imported.images);
  const ids = new Map<string, string>();
  const images: Record<string, StoredImage> = { ...imported.article.images };
  const messages: string[] = [];
  for (const [blockId, address] of imported.pictures) {
    const bytes = await pictureAt(address, [dirname(file), ...(assets === '' ? [] : [assets])]);
    if (!bytes) continue;
    const header = readPictureHeader(bytes);
    if (!header.ok) {
      messages.push(say('cli.picture-bad', { file: address, message: header.message }));
      continue;
    }
    const imageId = `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
    ids.set(blockId, imageId);
    pictures.set(imageId, bytes);
    images[imageId] = { fileName: basename(address), mediaType: header.mediaType, width: header.width, height: header.height, bytes: bytes.length, fromFile: {} };
  }
  for (const imageId of imageIdsIn(imported.article.body)) {
    const stored = images[imageId];
    if (pictures.has(imageId) || !stored) continue;
    const bytes = await firstOf([assets || dirname(file), dirname(file)].map((folder) => join(folder, `${imageId}.${imageExtension(stored.mediaType)}`)));
    if (bytes && `sha256-${createHash('sha256').update(bytes).digest('hex')}` === imageId) pictures.set(imageId, bytes);
  }
  const article = ids.size === 0 ? imported.article : { ...imported.article, images, body: withIds(imported.article.body, ids) };
  return { article, pictures, messages };
}

/** Pictures as `<folder>/<imageId>.<ext>`: what `--assets` of an export reads back. */
export async function writeAssets(folder: string, { article, pictures }: WithPictures): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [imageId, bytes] of pictures) {
    const path = join(folder, `${imageId}.${imageExtension(article.images[imageId]?.mediaType ?? '')}`);
    if (!(await exists(path))) await writeWhole(path, bytes);
  }
}

/** A relative address only, and never outside the folder: nothing else on the disk is read, and nothing is fetched. */
async function pictureAt(address: string, folders: readonly string[]): Promise<Uint8Array | null> {
  if (address === '' || /^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(address)) return null;
  const path = decoded(address.replace(/[?#].*$/, ''));
  const inside = folders.map((folder) => [folder, resolve(folder, path)] as const).filter(([folder, full]) => isInside(folder, full));
  const named = folders.map((folder) => resolve(folder, basename(path)));
  const paths = [...inside, ...folders.map((folder, index) => [folder, named[index] ?? folder] as const)];
  const real = await Promise.all(paths.map(([folder, full]) => realInside(folder, full)));
  return firstOf(real.filter((full) => full !== null));
}

/** Where a path really leads, links followed; null where it leaves the folder, is no ordinary file or too large to be a picture. */
async function realInside(folder: string, full: string): Promise<string | null> {
  try {
    const [root, target] = await Promise.all([realpath(folder), realpath(full)]);
    const { size, isFile } = await stat(target).then((entry) => ({ size: entry.size, isFile: entry.isFile() }));
    return isFile && size <= maxPictureBytes && isInside(root, target) ? target : null;
  } catch {
    // No such file: the picture stands without one.
    return null;
  }
}

function isInside(folder: string, full: string): boolean {
  const way = relative(resolve(folder), full);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

async function firstOf(paths: readonly string[]): Promise<Uint8Array | null> {
  for (const path of paths) {
    const bytes = await readIfThere(path);
    if (bytes) return bytes;
  }
  return null;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function withIds(node: BodyJson, ids: ReadonlyMap<string, string>): BodyJson {
  const blockId = node.attrs?.['blockId'];
  const imageId = node.type === 'image' && typeof blockId === 'string' ? ids.get(blockId) : undefined;
  const attrs = imageId === undefined ? {} : { attrs: { ...node.attrs, imageId } };
  return { ...node, ...attrs, ...(node.content ? { content: node.content.map((child) => withIds(child, ids)) } : {}) };
}
