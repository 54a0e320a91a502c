/**
 * Takes the place and the camera out of a copy of a picture: GPS fields, serial numbers and maker notes become zeros
 * where they stand, XMP's become blanks. Lengths, pixels, credit and rights stay. An EXIF block that is not as the
 * standard says is zeroed whole: then nobody knows what is in it.
 */
import { exifMark, indexOfBytes, viewOf } from './picture-bytes.ts';
import { type Chunk, pngChunks, webpChunks } from './picture-chunks.ts';
import { isExif, jpegSegments } from './picture-header-jpeg.ts';
import { tiffFields } from './tiff.ts';

/** BodySerialNumber, LensSerialNumber, CameraSerialNumber (DNG), MakerNote, CameraOwnerName, ImageUniqueID. */
const privateTags = new Set([0xa431, 0xa435, 0xc62f, 0x927c, 0xa430, 0xa420]);
const xmpStart = new TextEncoder().encode('<x:xmpmeta');
const xmpEnd = new TextEncoder().encode('</x:xmpmeta>');
/** Attributes and elements of XMP whose name speaks of GPS or a serial number; group 2 or 4 is what must go. */
const privateXmp = /((?:\w+:)?(?:GPS\w+|\w*SerialNumber)\s*=\s*(["']))([^"']*)\2|(<(?:\w+:)?(?:GPS\w+|\w*SerialNumber)(?:\s[^>]*)?>)([^<]*)</g;

/** @returns a copy; the original bytes are never changed */
export function stripPrivateMetadata(original: Uint8Array, mediaType: string): Uint8Array {
  const bytes = Uint8Array.from(original);
  for (const [from, to] of exifBlocks(bytes, mediaType)) scrubTiff(bytes.subarray(from, to));
  scrubXmp(bytes);
  if (mediaType === 'image/png') for (const chunk of pngChunks(bytes) ?? []) writeCrc(bytes, chunk);
  return bytes;
}

/** Where the TIFF structures stand, from and to. */
function exifBlocks(bytes: Uint8Array, mediaType: string): readonly (readonly [number, number])[] {
  const withoutMark = (from: number, to: number): readonly [number, number] => [indexOfBytes(bytes.subarray(from, from + exifMark.length), exifMark) === 0 ? from + exifMark.length : from, to];
  switch (mediaType) {
    case 'image/jpeg':
      return (jpegSegments(bytes) ?? []).filter((segment) => isExif(bytes, segment)).map(({ content, end }) => [content + exifMark.length, end]);
    case 'image/png':
      return (pngChunks(bytes) ?? []).filter(({ type }) => type === 'eXIf').map(({ content, contentEnd }) => [content, contentEnd]);
    case 'image/webp':
      return (webpChunks(bytes) ?? []).filter(({ type }) => type === 'EXIF').map(({ content, contentEnd }) => withoutMark(content, contentEnd));
    case 'image/avif':
      return avifExif(bytes);
    default:
      return [];
  }
}

/** AVIF keeps EXIF as an item somewhere in the file, usually behind its mark; its end is the file's as far as offsets go. */
function avifExif(bytes: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  for (let at = indexOfBytes(bytes, exifMark); at !== -1; at = indexOfBytes(bytes, exifMark, at + 1)) {
    const from = at + exifMark.length;
    if (tiffFields(bytes.subarray(from))) found.push([from, bytes.length]);
  }
  return found;
}

function scrubTiff(tiff: Uint8Array): void {
  const fields = tiffFields(tiff);
  if (!fields) {
    tiff.fill(0);
    return;
  }
  for (const { ifd, tag, value, bytes } of fields) {
    if (ifd === 'gps' || privateTags.has(tag)) tiff.fill(0, value, value + bytes);
  }
}

function scrubXmp(bytes: Uint8Array): void {
  for (let from = indexOfBytes(bytes, xmpStart); from !== -1; from = indexOfBytes(bytes, xmpStart, from + 1)) {
    const end = indexOfBytes(bytes, xmpEnd, from);
    const packet = bytes.subarray(from, end === -1 ? bytes.length : end);
    // Latin-1 keeps one character a byte, so that what is put back has the length of what was taken.
    const text = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength).toString('latin1');
    const clean = text.replace(privateXmp, (whole: string, attribute: string | undefined, quote: string | undefined, value: string | undefined, element: string | undefined, content: string | undefined) =>
      attribute !== undefined ? `${attribute}${' '.repeat(value?.length ?? 0)}${quote ?? ''}` : element !== undefined ? `${element}${' '.repeat(content?.length ?? 0)}<` : whole,
    );
    packet.set(Buffer.from(clean, 'latin1'));
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** W3C PNG, section 5.5: over the chunk's type and content. */
function writeCrc(bytes: Uint8Array, { start, contentEnd, type }: Chunk): void {
  if (type !== 'eXIf' && type !== 'iTXt') return;
  let crc = 0xffffffff;
  for (let at = start + 4; at < contentEnd; at += 1) crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  viewOf(bytes).setUint32(contentEnd, (crc ^ 0xffffffff) >>> 0);
}
