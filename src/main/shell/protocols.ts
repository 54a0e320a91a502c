/** The two schemes the window may load: `app:` for its own files, `image:` for pictures of the store by id. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import type { ImageStore } from '../files/image-store.ts';
import { built } from './built.ts';
import { pictureType } from '../files/picture-header.ts';
import { isThumbnailSize, type Thumbnails } from '../files/thumbnails.ts';

export const appOrigin = 'app://galley';

/** DESIGN section 10; an exception needs an ADR. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' image: blob:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; require-trusted-types-for 'script'";

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.woff2': 'font/woff2', '.json': 'application/json',
};

/** One call, before ready: a second one would replace the first. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'image', privileges: { standard: true, secure: true } },
  ]);
}

export function servePage(): void {
  const root = built('renderer');
  protocol.handle('app', (request) => serveFile(root, request.url));
}

export function servePictures(images: ImageStore, thumbnails: Thumbnails): void {
  protocol.handle('image', (request) => servePicture({ images, thumbnails }, request.url));
}

async function serveFile(root: string, address: string): Promise<Response> {
  const url = new URL(address);
  const path = normalize(join(root, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
  const type = mediaTypes[extname(path)];
  if (url.host !== 'galley' || !path.startsWith(root + sep) || !type) return notFound();
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return notFound();
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } });
}

/** `image:<imageId>`, or with `/page` or `/small` the thumbnail; nothing of the address becomes a path but a checked id. */
async function servePicture({ images, thumbnails }: { readonly images: ImageStore; readonly thumbnails: Thumbnails }, address: string): Promise<Response> {
  const [, imageId, size = ''] = /^image:(?:\/\/)?(?:store\/)?(sha256-[0-9a-f]{64})(?:\/([a-z]*))?$/.exec(address) ?? [];
  if (imageId === undefined || (size !== '' && !isThumbnailSize(size))) return notFound();
  const bytes = size === '' ? await images.read(imageId) : await thumbnails.read(imageId, size);
  const type = bytes && pictureType(bytes);
  if (!bytes || !type) return notFound();
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'max-age=31536000, immutable' } });
}

const notFound = (): Response => new Response(null, { status: 404 });
