/** `image:`: the pictures of the store, by id. */
import type { ImageStore } from '../files/image-store.ts';
import { pictureType } from '../files/picture-header.ts';
import { isThumbnailSize, type Thumbnails } from '../files/thumbnails.ts';

/** `image:<imageId>`, or with `/page` or `/small` the thumbnail; nothing of the address becomes a path but a checked id. */
export async function servePicture({ images, thumbnails }: { readonly images: ImageStore; readonly thumbnails: Thumbnails }, address: string): Promise<Electron.ProtocolResponse> {
  const [, imageId, size = ''] = /^image:(?:\/\/)?(?:store\/)?(sha256-[0-9a-f]{64})(?:\/([a-z]*))?$/.exec(address) ?? [];
  if (imageId === undefined || (size !== '' && !isThumbnailSize(size))) return notFound;
  const bytes = size === '' ? await images.read(imageId) : await thumbnails.read(imageId, size);
  const type = bytes && pictureType(bytes);
  if (!bytes || !type) return notFound;
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'max-age=31536000, immutable' };
  return { data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), mimeType: type, headers };
}

/** net::ERR_FILE_NOT_FOUND */
const notFound = { error: -6 };
