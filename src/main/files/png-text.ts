/**
 * What a PNG says in its text chunks (W3C PNG, section 11.3.3): words of its own (Title, Author, Copyright) and, from writers older
 * than its chunks for them, XMP, EXIF and IIM as digits.
 */
import { crc32, inflateSync } from 'node:zlib';
import { latin } from './picture-bytes.ts';
import { type Chunk, pngChunks } from './picture-chunks.ts';
import { withoutTurn } from './tiff.ts';

const xmpKeyword = 'XML:com.adobe.xmp';
/** What stands before a packet that is as the standard has it: not packed, in no language. */
const plainXmp = `${xmpKeyword}\0\0\0\0\0`;
/** Bytes of an unpacked text beyond which it is left alone: a packet for a picture is a few thousand. */
const longest = 1_000_000;

interface PngText {
  readonly keyword: string;
  /** Unpacked. */
  readonly bytes: Uint8Array;
}

/** The text of a chunk; null for any other chunk, and for one that cannot be unpacked. */
function textOf({ type }: Chunk, content: Uint8Array): PngText | null {
  const end = content.indexOf(0);
  if (!['tEXt', 'zTXt', 'iTXt'].includes(type) || end < 1 || end > 79) return null;
  const keyword = latin(content, 0, end);
  const rest = content.subarray(end + 1);
  if (type === 'tEXt') return { keyword, bytes: rest };
  const isPacked = type === 'zTXt' || rest[0] === 1;
  // zTXt: the method. iTXt: flag and method, then language and translated keyword, each ended by a zero.
  const start = type === 'zTXt' ? 1 : rest.indexOf(0, rest.indexOf(0, 2) + 1) + 1;
  if (start < 1) return null;
  try {
    return { keyword, bytes: isPacked ? inflateSync(rest.subarray(start), { maxOutputLength: longest }) : rest.subarray(start) };
  } catch {
    return null;
  }
}

const rawName = /^raw profile type (exif|app1|xmp|iptc|8bim)$/iu;
const exifStart = 'Exif\0\0';
const xmpStart = 'http://ns.adobe.com/xap/1.0/\0';

/** What "Raw profile type ..." holds: a name, its length and digits, as ImageMagick writes them; null for any other text. */
function rawProfile({ keyword, bytes }: PngText): { readonly kind: 'xmp' | 'exif' | 'iptc'; readonly bytes: Uint8Array } | null {
  const name = rawName.exec(keyword)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').trim();
  // The digits apart: a pattern of all of it would try blanks of a hostile file over and over.
  const head = /^[^\n]+\n\s*(\d+)\s/u.exec(written);
  const digits = head ? written.slice(head[0].length).replaceAll(/\s/gu, '') : '';
  if (!head || /[^\da-f]/iu.test(digits)) return null;
  const data = new Uint8Array(Buffer.from(digits, 'hex').subarray(0, Number(head[1])));
  if (name === 'iptc' || name === '8bim') return { kind: 'iptc', bytes: data };
  if (latin(data, 0, exifStart.length) === exifStart) return { kind: 'exif', bytes: data.subarray(exifStart.length) };
  if (latin(data, 0, xmpStart.length) === xmpStart) return { kind: 'xmp', bytes: data.subarray(xmpStart.length) };
  return name === 'xmp' ? { kind: 'xmp', bytes: data } : null;
}

/** The texts of some keywords, those of one keyword once: the first counts. No other is unpacked. */
function textsOf(png: Uint8Array, wanted: RegExp): readonly PngText[] {
  const texts = new Map<string, PngText>();
  for (const chunk of pngChunks(png) ?? []) {
    const content = png.subarray(chunk.content, chunk.contentEnd);
    const keyword = latin(content, 0, 80).split('\0')[0] ?? '';
    const text = texts.has(keyword) || !wanted.test(keyword) ? null : textOf(chunk, content);
    if (text) texts.set(keyword, text);
  }
  return [...texts.values()];
}

/** Words by the standard's keywords. They are to be Latin-1 outside `iTXt`; many writers put UTF-8 there. */
export function pngWords(png: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(textsOf(png, /^(?:Title|Author|Description|Copyright|Creation Time)$/u).map(({ keyword, bytes }) => [keyword, decoded(bytes)]));
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** IPTC IIM records, or Photoshop's resources with them, of a PNG; null where there are none. */
export function pngIim(png: Uint8Array): Uint8Array | null {
  return textsOf(png, rawName).map(rawProfile).find((profile) => profile?.kind === 'iptc')?.bytes ?? null;
}

/** The same of one chunk. */
export function iimOfChunk(chunk: Chunk, content: Uint8Array): Uint8Array | null {
  const text = textOf(chunk, content);
  const profile = text && rawProfile(text);
  return profile?.kind === 'iptc' ? profile.bytes : null;
}

/**
 * A PNG whose XMP and EXIF stand as the standards have them, in an `iTXt` chunk as it is (XMP part 3, 1.1.5) and in `eXIf`: some
 * writers pack them, or put them into another kind of chunk, where many readers do not find the credit.
 */
export function withPlainMetadata(png: Uint8Array): Uint8Array {
  const chunks = pngChunks(png);
  if (!chunks) return png;
  const has = { exif: chunks.some(({ type }) => type === 'eXIf'), xmp: false };
  const parts = chunks.map((chunk) => {
    const content = png.subarray(chunk.content, chunk.contentEnd);
    const whole = png.subarray(chunk.start, chunk.end);
    // Unpacked only where it can be metadata: not every text of a hostile file.
    if (!/^(?:XML:com\.adobe\.xmp|raw profile type [a-z\d]{1,8})\0/iu.test(latin(content, 0, 40))) return whole;
    const text = textOf(chunk, content);
    const found = text?.keyword === xmpKeyword ? { kind: 'xmp' as const, bytes: text.bytes } : text && rawProfile(text);
    if (!found || found.kind === 'iptc' || has[found.kind]) return whole;
    has[found.kind] = true;
    // No browser turned the picture on account of a raw profile, and none is to turn the copy.
    if (found.kind === 'exif') return pngChunk('eXIf', withoutTurn(found.bytes));
    return latin(content, 0, plainXmp.length) === plainXmp ? whole : pngChunk('iTXt', Buffer.concat([Buffer.from(plainXmp, 'latin1'), found.bytes]));
  });
  return new Uint8Array(Buffer.concat([png.subarray(0, 8), ...parts]));
}

/** The same without any other text: the pictures' library writes texts anew, cut and in other letters, and a raw profile's secrets with them. */
export function withXmpAlone(png: Uint8Array): Uint8Array {
  const plain = withPlainMetadata(png);
  const kept = pngChunks(plain)?.filter(({ type, content }) => !/^(?:tEXt|zTXt|iTXt)$/u.test(type) || latin(plain, content, xmpKeyword.length + 1) === `${xmpKeyword}\0`);
  return kept ? new Uint8Array(Buffer.concat([plain.subarray(0, 8), ...kept.map(({ start, end }) => plain.subarray(start, end))])) : plain;
}

function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}
