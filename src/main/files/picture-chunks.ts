import { latin, viewOf } from './picture-bytes.ts';

/** A named piece of a PNG or WebP file, its header and padding included in `start` to `end`. */
export interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly content: number;
  readonly contentEnd: number;
  readonly end: number;
}

/** Chunks of a PNG up to IEND (W3C PNG, section 5); null where the file is cut off. */
export function pngChunks(bytes: Uint8Array): readonly Chunk[] | null {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const contentEnd = at + 8 + view.getUint32(at);
    if (contentEnd + 4 > bytes.length) return null;
    const type = latin(bytes, at + 4, 4);
    chunks.push({ type, start: at, content: at + 8, contentEnd, end: contentEnd + 4 });
    if (type === 'IEND') return chunks;
    at = contentEnd + 4;
  }
  return null;
}

/** Chunks of a WebP file; null where it is cut off. The padding byte of the last one is missing in some writers' files. */
export function webpChunks(bytes: Uint8Array): readonly Chunk[] | null {
  if (bytes.length < 20) return null;
  const view = viewOf(bytes);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length + 1) return null;
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= Math.min(whole, bytes.length); ) {
    const size = view.getUint32(at + 4, true);
    const contentEnd = at + 8 + size;
    if (contentEnd > bytes.length) return null;
    const end = Math.min(contentEnd + (size % 2), bytes.length);
    chunks.push({ type: latin(bytes, at, 4), start: at, content: at + 8, contentEnd, end });
    at = end;
  }
  return chunks;
}
