import { crc32, inflateSync } from 'node:zlib';
import { latin } from './picture-bytes.ts';
import { type Chunk, pngChunks } from './picture-chunks.ts';

const keyword = 'XML:com.adobe.xmp';
/** Bytes of a packet beyond which it is left packed: a packet for a picture is a few thousand. */
const longest = 1_000_000;

/**
 * A PNG whose XMP stands as the standard has it, in an `iTXt` chunk as it is (XMP part 3, 1.1.5): some writers pack it, or put it
 * into another kind of chunk, where many readers do not find the credit.
 */
export function withPlainXmp(png: Uint8Array): Uint8Array {
  const chunks = pngChunks(png);
  if (!chunks) return png;
  const parts = chunks.map((chunk) => {
    const packet = packedXmp(chunk, png.subarray(chunk.content, chunk.contentEnd));
    return packet ? textChunk(packet) : png.subarray(chunk.start, chunk.end);
  });
  return new Uint8Array(Buffer.concat([png.subarray(0, 8), ...parts]));
}

/** The packet of a chunk that holds one packed; null for any other chunk, and for one that cannot be unpacked. */
function packedXmp({ type }: Chunk, content: Uint8Array): Uint8Array | null {
  if (latin(content, 0, keyword.length + 1) !== `${keyword}\0`) return null;
  const rest = content.subarray(keyword.length + 1);
  // zTXt: the method. iTXt: flag and method, then language and translated keyword, each ended by a zero.
  const start = type === 'zTXt' ? 1 : type === 'iTXt' && rest[0] === 1 ? rest.indexOf(0, rest.indexOf(0, 2) + 1) + 1 : 0;
  if (start < 1) return null;
  try {
    return inflateSync(rest.subarray(start), { maxOutputLength: longest });
  } catch {
    return null;
  }
}

function textChunk(packet: Uint8Array): Uint8Array {
  const content = Buffer.concat([Buffer.from(`iTXt${keyword}\0\0\0\0\0`, 'latin1'), packet]);
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  return chunk;
}
