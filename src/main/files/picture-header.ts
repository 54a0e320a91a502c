import { say, type MessageKey } from '../../language/index.ts';
import { latin, type Size, viewOf } from './picture-bytes.ts';
import { pngChunks, webpChunks } from './picture-chunks.ts';
import { avifSize } from './picture-header-avif.ts';
import { jpegSize } from './picture-header-jpeg.ts';
import { isForeignTiff, isTiff, tiffSize } from './picture-header-tiff.ts';
import { orientationOf } from './tiff.ts';

/** Kinds of pictures every browser shows. */
export type WebPictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif';
/** Kinds of pictures an article can have: no browser shows a TIFF, so it is seen by its thumbnail and leaves as a copy. */
export type PictureType = WebPictureType | 'image/tiff';

export type PictureHeader = ({ readonly ok: true; readonly mediaType: PictureType } & Size) | { readonly ok: false; readonly message: string };

/** The most a picture's file may have, in bytes (DESIGN section 10). */
export const maxPictureBytes = 100 * 1_000_000;
/** The most pixels that are ever decoded: four bytes each in the window's memory. */
export const maxPicturePixels = 100 * 1_000_000;

/**
 * Kind and size of a picture by its first bytes, never by its name, and before anything decodes it.
 * Width and height are as shown: the orientation of a JPEG, PNG or TIFF is applied.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  if (bytes.length === 0) return refused('files.picture-empty');
  if (bytes.length > maxPictureBytes) return { ok: false, message: say('files.picture-too-heavy', { limit: maxPictureBytes / 1_000_000 }) };
  const mediaType = pictureType(bytes);
  if (mediaType === null) return refused(whyNot(bytes));
  const size = readers[mediaType](bytes);
  if (size === null || size.width < 1 || size.height < 1) {
    return { ok: false, message: say('files.picture-truncated', { kind: kinds[mediaType] }) };
  }
  if (size.width * size.height > maxPicturePixels) {
    return { ok: false, message: say('files.picture-too-large', { width: size.width, height: size.height, limit: maxPicturePixels / 1_000_000 }) };
  }
  return { ok: true, mediaType, width: size.width, height: size.height };
}

const kinds: Readonly<Record<PictureType, string>> = { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP', 'image/gif': 'GIF', 'image/avif': 'AVIF', 'image/tiff': 'TIFF' };

const readers: Readonly<Record<PictureType, (bytes: Uint8Array) => Size | null>> = {
  'image/jpeg': jpegSize,
  'image/png': pngSize,
  'image/webp': webpSize,
  'image/gif': gifSize,
  'image/avif': avifSize,
  'image/tiff': tiffSize,
};

/** Kind of a picture by its magic bytes; null for what cannot be used. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return 'image/gif';
  if (latin(bytes, 4, 4) === 'ftyp' && /avif|avis/.test(brands(bytes))) return 'image/avif';
  return isTiff(bytes) && !isForeignTiff(bytes) ? 'image/tiff' : null;
}

function whyNot(bytes: Uint8Array): MessageKey {
  const start = latin(bytes, 0, 1024);
  if (/^(?:II[*+]\0|MM\0[*+])/.test(start)) return 'files.picture-raw';
  if (start.slice(4, 8) === 'ftyp' && /hei[cxms]|hev[cx]|mif1|msf1/.test(brands(bytes))) return 'files.picture-heic';
  if (start.startsWith('BM')) return 'files.picture-bmp';
  if (start.startsWith('%PDF-')) return 'files.picture-pdf';
  if (start.startsWith('\xff\x0a') || start.slice(4, 12) === 'JXL \r\n\x87\n') return 'files.picture-jxl';
  if (/<svg[\s>]/i.test(new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4096)))) return 'files.picture-svg';
  return 'files.picture-unknown';
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The brands of an ISO media file: the major one and those it is compatible with. */
function brands(bytes: Uint8Array): string {
  const size = viewOf(bytes).getUint32(0);
  return latin(bytes, 8, 4) + latin(bytes, 16, Math.min(Math.max(size - 16, 0), 256));
}

/** A PNG whose last chunk never comes was cut off. Browsers turn one as its `eXIf` says, and no WebP. */
function pngSize(bytes: Uint8Array): Size | null {
  const chunks = pngChunks(bytes);
  const first = chunks?.[0];
  if (first?.type !== 'IHDR' || first.contentEnd - first.content < 8) return null;
  const view = viewOf(bytes);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const exif = chunks?.find(({ type }) => type === 'eXIf');
  return exif && orientationOf(bytes.subarray(exif.content, exif.contentEnd)) >= 5 ? { width: height, height: width } : { width, height };
}

function gifSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 13) return null;
  const view = viewOf(bytes);
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 30 || webpChunks(bytes) === null) return null;
  const view = viewOf(bytes);
  const chunk = latin(bytes, 12, 4);
  if (chunk === 'VP8 ') {
    const isKeyFrame = latin(bytes, 23, 3) === '\x9d\x01\x2a';
    return isKeyFrame ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : null;
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return bytes[20] === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : null;
  }
  if (chunk !== 'VP8X') return null;
  const uint24 = (offset: number): number => view.getUint16(offset, true) + (bytes[offset + 2] ?? 0) * 65_536;
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}

const refused = (key: MessageKey): PictureHeader => ({ ok: false, message: say(key) });
