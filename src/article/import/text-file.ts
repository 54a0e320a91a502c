/** Text of a file's bytes. */
export interface DecodedText {
  readonly text: string;
  /** True where the bytes were no UTF-8 and were read as Windows-1252. */
  readonly isLatin: boolean;
}

/** UTF-8, or UTF-16 where a mark at the head says so, else Windows-1252, which takes any bytes. The mark goes. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), isLatin: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), isLatin: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isLatin: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder('windows-1252').decode(bytes), isLatin: true };
  }
}

/** False for bytes with control characters no text has, looked for in the first 64 KB. */
export function isProbablyText(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return true;
  let strange = 0;
  const head = bytes.subarray(0, 65_536);
  for (const byte of head) if (byte === 0 || byte < 7 || (byte > 13 && byte < 27)) strange += 1;
  return strange * 200 < head.length;
}
