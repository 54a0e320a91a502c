/** The picture files that an imported file names: beside it, below it, or in a folder of pictures. One rule for the window and the command line. */
import { realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import type { Article, StoredImage } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import { imageExtension, imageIdsIn } from '../../article/export/index.ts';
import type { ImportedArticle } from '../../article/import/index.ts';
import type { AddedImage } from '../../ipc/contract.ts';
import { maxPictureBytes, readPictureHeader } from './picture-header.ts';

/** A picture the text names by an address. */
export interface NamedPicture {
  readonly blockId: string;
  readonly address: string;
  readonly path: string;
}

/** The files for pictures the text names by a relative address; those that are not there are left out. */
export async function namedPictures(imported: ImportedArticle, folders: readonly string[]): Promise<readonly NamedPicture[]> {
  const found: NamedPicture[] = [];
  for (const [blockId, address] of imported.pictures) {
    const path = await fileOfAddress(address, folders);
    if (path !== null) found.push({ blockId, address, path });
  }
  return found;
}

/** A picture that stands in the text itself. */
export interface EmbeddedPicture {
  readonly blockId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The pictures of `data:` addresses, such as a page with its pictures inside has; without dots that only keep the place of a picture. */
export function embeddedPictures({ pictures }: ImportedArticle): readonly EmbeddedPicture[] {
  return [...pictures].flatMap(([blockId, address]) => {
    const [, kind = ''] = /^data:image\/([a-z]+);base64,/i.exec(address.slice(0, 40)) ?? [];
    if (kind === '') return [];
    const bytes = new Uint8Array(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
    const header = readPictureHeader(bytes);
    return header.ok && (header.width > 2 || header.height > 2) ? [{ blockId, name: `picture.${imageExtension(header.mediaType)}`, bytes }] : [];
  });
}

/** Files called `<imageId>.<ext>` for the pictures an article has by id and does not carry. Their content is for the caller to check. */
export async function picturesById({ article, images: carried }: ImportedArticle, folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const imageId of imageIdsIn(article.body)) {
    const stored: StoredImage | undefined = article.images[imageId];
    if (carried.has(imageId) || !stored) continue;
    const name = `${imageId}.${imageExtension(stored.mediaType)}`;
    const path = await firstInside(folders.map((folder) => [folder, join(folder, name)]));
    if (path !== null) found.set(imageId, path);
  }
  return found;
}

/** The article with its blocks' pictures in place, by blockId. */
export function withPictures(article: Article, added: ReadonlyMap<string, AddedImage>): Article {
  if (added.size === 0) return article;
  const place = (node: BodyJson): BodyJson => {
    const blockId = node.attrs?.['blockId'];
    const picture = node.type === 'image' && typeof blockId === 'string' ? added.get(blockId) : undefined;
    return { ...node, ...(picture ? { attrs: { ...node.attrs, imageId: picture.imageId } } : {}), ...(node.content ? { content: node.content.map(place) } : {}) };
  };
  const images = Object.fromEntries([...added.values()].map(({ imageId, stored }) => [imageId, stored]));
  return { ...article, body: place(article.body), images: { ...article.images, ...images } };
}

/** A relative address only, and never outside the folder: nothing else on the disk is read, and nothing is fetched. */
async function fileOfAddress(address: string, folders: readonly string[]): Promise<string | null> {
  if (address === '' || /^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(address)) return null;
  const path = decoded(address.replace(/[?#].*$/, ''));
  const asNamed = folders.map((folder) => [folder, resolve(folder, path)] as const);
  const byNameOnly = folders.map((folder) => [folder, resolve(folder, basename(path))] as const);
  return firstInside([...asNamed, ...byNameOnly].filter(([folder, full]) => isInside(folder, full)));
}

async function firstInside(places: readonly (readonly [folder: string, full: string])[]): Promise<string | null> {
  for (const [folder, full] of places) {
    const path = await realInside(folder, full);
    if (path !== null) return path;
  }
  return null;
}

/** Where a path really leads, links followed; null where it leaves the folder, is no ordinary file or too large to be a picture. */
async function realInside(folder: string, full: string): Promise<string | null> {
  try {
    const [root, target] = await Promise.all([realpath(folder), realpath(full)]);
    const found = await stat(target);
    return found.isFile() && found.size <= maxPictureBytes && isInside(root, target) ? target : null;
  } catch {
    // No such file: the picture stands without one.
    return null;
  }
}

function isInside(folder: string, full: string): boolean {
  const way = relative(resolve(folder), full);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
