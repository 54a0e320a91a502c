/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Bytes as Latin-1, for comparing with names of chunks and boxes; shorter than asked for at the end of the file. */
export function latin(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + Math.min(length, 4096)));
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where a needle of bytes first occurs at or after `from`; -1 if it does not. */
export function indexOfBytes(bytes: Uint8Array, needle: Uint8Array, from = 0): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(needle, from);
}

/** What begins a TIFF structure inside JPEG's APP1, and often in AVIF and WebP too. */
export const exifMark: Uint8Array = new TextEncoder().encode('Exif\0\0');
