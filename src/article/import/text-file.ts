/** Text of a file's bytes. */
export interface DecodedText {
  readonly text: string;
  /** Name of the encoding where it is not UTF-8 (`windows-1252`, `utf-16le`, ...), '' where it is. */
  readonly encoding: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** A page says its encoding within its first kilobytes. */
const declaredWithin = 4096;

/**
 * UTF-8; UTF-16 where a mark at the head or its zero bytes say so; else the encoding the page itself declares,
 * else Windows-1252, which takes any bytes. The mark goes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== '') return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: utf8.decode(bytes), encoding: '' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const decoder = declaredDecoder(bytes) ?? new TextDecoder('windows-1252');
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  }
}

/** `<meta charset=...>`, `<?xml encoding=...?>`, `@charset`; null where nothing known is declared. UTF-8 it is not. */
function declaredDecoder(bytes: Uint8Array): TextDecoder | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, declaredWithin));
  const label = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  if (label === undefined || /^(?:utf-?8|utf-?16)/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | '' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return wideByZeros(bytes.subarray(0, 1024));
}

/** Text of Latin letters in UTF-16 has a zero in nearly every second byte, and none in the others. */
function wideByZeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | '' {
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = head.length * 0.35;
  if (head.length < 8 || (even > 0 && odd > 0)) return '';
  return odd > most ? 'utf-16le' : even > most ? 'utf-16be' : '';
}

/** False for bytes with control characters no text has, looked for in the first 64 KB. */
export function isProbablyText(bytes: Uint8Array): boolean {
  if (wideEncoding(bytes) !== '') return true;
  let strange = 0;
  const head = bytes.subarray(0, 65_536);
  for (const byte of head) if (byte === 0 || byte < 7 || (byte > 13 && byte < 27)) strange += 1;
  return strange * 200 < head.length;
}
