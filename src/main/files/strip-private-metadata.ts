import { crc32 } from 'node:zlib';
import { exifMark, indexOfBytes, latin, viewOf } from './picture-bytes.ts';
import { type Chunk, pngChunks, webpChunks } from './picture-chunks.ts';
import { iimOfChunk, withPlainMetadata } from './png-text.ts';
import { jpegSegments } from './picture-header-jpeg.ts';
import { blankPrivateTiff } from './private-tiff.ts';
import { blankPrivateXmp } from './private-xmp.ts';

/**
 * A copy of a picture that does not say where it was taken or with which camera: GPS, serial numbers and maker's notes
 * are gone from EXIF and XMP, captions and credits stay, what is shown is the same byte for byte. What cannot be
 * understood is left out whole rather than let through, and so is what stands after the picture's end.
 */
export function stripPrivateMetadata(bytes: Uint8Array, mediaType: string): Uint8Array {
  const copy = Uint8Array.from(bytes);
  switch (mediaType) {
    case 'image/jpeg':
      return stripJpeg(copy);
    case 'image/png':
      return stripPng(copy);
    case 'image/webp':
      return stripWebp(copy);
    default:
      return blankInPlace(copy);
  }
}

const xmpName = 'http://ns.adobe.com/xap/1.0/\0';

function stripJpeg(bytes: Uint8Array): Uint8Array {
  const segments = jpegSegments(bytes);
  const scan = segments?.at(-1);
  if (!segments || !scan) return blankInPlace(bytes);
  const parts = [bytes.subarray(0, 2)];
  for (const { marker, start, content, end } of segments) {
    if (keepsJpegSegment(marker, bytes.subarray(content, end))) parts.push(bytes.subarray(start, end));
  }
  parts.push(bytes.subarray(scan.end, endOfJpeg(bytes, scan.end)));
  return joined(parts);
}

const isIimAlone = (resources: Uint8Array): boolean => photoshopCopies.every((start) => indexOfBytes(resources, start) < 0);
const photoshopCopies = [0x22, 0x23, 0x24].map((number) => Uint8Array.of(0x38, 0x42, 0x49, 0x4d, 0x04, number));

/** Blanks what is private in a segment; false where the whole segment has to go. */
function keepsJpegSegment(marker: number, content: Uint8Array): boolean {
  const name = latin(content, 0, 40);
  if (marker === 0xe1 && name.startsWith('Exif\0')) return blankPrivateTiff(content.subarray(exifMark.length));
  if (marker === 0xe1 && name.startsWith(xmpName)) return blankPrivateXmp(content.subarray(xmpName.length));
  // Extended XMP is cut into pieces that are named by their hash; anything else in APP1 is unknown.
  if (marker === 0xe1) return false;
  // The list of further pictures behind this one's end, which go too: each of them has an EXIF block of its own.
  if (marker === 0xe2 && name.startsWith('MPF\0')) return false;
  // Photoshop's resources 0x0422 to 0x0424 are EXIF and XMP once more; the IPTC fields stand in 0x0404.
  if (marker === 0xed) return isIimAlone(content);
  return true;
}

/** Just behind the end-of-image marker; in scans 0xFF is followed by 0 or a restart marker, and tables may stand between scans. */
function endOfJpeg(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd7) || marker === 0xff) at += 1;
    else if (marker === 0xd9) return at + 2;
    else at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 2));
  }
  return bytes.length;
}

function stripPng(given: Uint8Array): Uint8Array {
  const bytes = withPlainMetadata(given);
  const chunks = pngChunks(bytes);
  if (!chunks) return blankInPlace(bytes);
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (const chunk of chunks) {
    if (!keepsPngChunk(chunk, bytes.subarray(chunk.content, chunk.contentEnd))) continue;
    view.setUint32(chunk.contentEnd, crc32(bytes.subarray(chunk.start + 4, chunk.contentEnd)));
    parts.push(bytes.subarray(chunk.start, chunk.end));
  }
  return joined(parts);
}

function keepsPngChunk(chunk: Chunk, content: Uint8Array): boolean {
  const { type } = chunk;
  if (type === 'eXIf') return blankPrivateTiff(content);
  if (!['tEXt', 'zTXt', 'iTXt'].includes(type)) return true;
  const keyword = latin(content, 0, 80).split('\0')[0] ?? '';
  if (type === 'iTXt' && keyword === 'XML:com.adobe.xmp') {
    // Compression flag and method, then two empty texts: language and translated keyword.
    const start = keyword.length + 5;
    return latin(content, keyword.length, 5) === '\0\0\0\0\0' && blankPrivateXmp(content.subarray(start));
  }
  const iim = iimOfChunk(chunk, content);
  return iim ? isIimAlone(iim) : !/^raw profile type|exif|xmp|gps|serial/i.test(keyword);
}

function stripWebp(bytes: Uint8Array): Uint8Array {
  const chunks = webpChunks(bytes);
  if (!chunks) return blankInPlace(bytes);
  const kept: Uint8Array[] = [];
  for (const chunk of chunks) {
    const content = bytes.subarray(chunk.content, chunk.contentEnd);
    const keeps = chunk.type === 'EXIF' ? blankPrivateTiff(content.subarray(latin(content, 0, 6) === 'Exif\0\0' ? 6 : 0)) : chunk.type !== 'XMP ' || blankPrivateXmp(content);
    if (keeps) kept.push(bytes.subarray(chunk.start, chunk.end));
    else forgetWebpFlag(bytes, chunk.type === 'EXIF' ? 0x08 : 0x04);
  }
  const result = joined([bytes.subarray(0, 12), ...kept]);
  viewOf(result).setUint32(4, result.length - 8, true);
  return result;
}

/** The extended header says which other chunks there are. `kept` holds views, so that changing the bytes changes them too. */
function forgetWebpFlag(bytes: Uint8Array, flag: number): void {
  if (latin(bytes, 12, 4) === 'VP8X') bytes[20] = (bytes[20] ?? 0) & ~flag;
}

const encoder = new TextEncoder();
const tiffStarts = [Uint8Array.of(0x49, 0x49, 0x2a, 0), Uint8Array.of(0x4d, 0x4d, 0, 0x2a)];
const xmpStarts = [encoder.encode('<x:xmpmeta'), encoder.encode('<rdf:RDF')];

/**
 * AVIF, GIF and damaged files: nothing may move, because offsets point into the file, so blocks are found by their
 * first bytes and blanked where they stand. Four bytes and a whole directory behind them do not occur by chance.
 */
function blankInPlace(bytes: Uint8Array): Uint8Array {
  for (const start of tiffStarts) {
    for (let at = indexOfBytes(bytes, start); at >= 0; at = indexOfBytes(bytes, start, at + 4)) blankPrivateTiff(bytes.subarray(at));
  }
  for (const start of xmpStarts) {
    for (let at = indexOfBytes(bytes, start); at >= 0; at = indexOfBytes(bytes, start, at + 4)) {
      const close = encoder.encode(`</${latin(start, 1, 20)}>`);
      const found = indexOfBytes(bytes, close, at);
      if (found < 0) continue;
      const packet = bytes.subarray(at, found + close.length);
      if (!blankPrivateXmp(packet)) packet.fill(0x20);
    }
  }
  return bytes;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
