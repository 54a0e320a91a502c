/** The two schemes the window may load: `app:` for its own files, `image:` for pictures of the store by id (picture-protocol.ts). */
import { existsSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { built } from './built.ts';

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

export type PictureAnswer = (address: string) => Promise<Electron.ProtocolResponse>;

/**
 * Before the window is opened: a page knows the schemes that were there when it was loaded. Both are answered by the older of
 * Electron's two ways: `protocol.handle` answers with Node's fetch, whose loading takes a tenth of the start.
 */
export function serveSchemes(picture: Promise<PictureAnswer>): void {
  const root = built('renderer');
  protocol.registerFileProtocol('app', (request, answer) => answer(fileOf(root, request.url)));
  protocol.registerBufferProtocol('image', ({ url }, answer) => void picture.then((read) => read(url)).then(answer, () => answer({ error: -2 })));
}

/** @returns the file with its headers, or net::ERR_FILE_NOT_FOUND for what is not one of the page's */
function fileOf(root: string, address: string): Electron.ProtocolResponse {
  const url = new URL(address);
  const path = normalize(join(root, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
  const type = mediaTypes[extname(path)];
  if (url.host !== 'galley' || !path.startsWith(root + sep) || !type || !existsSync(path)) return { error: -6 };
  return { path, mimeType: type, headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } };
}
