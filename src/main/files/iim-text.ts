/**
 * The text of IPTC IIM fields. A file that names no character set (record 1:90) was written as UTF-8, in Windows' or in the
 * old Mac's letters; which of them is told by what the bytes would say in each.
 */
export type IimDecoder = (bytes: Uint8Array) => string;

/**
 * @param namedSet the file's own "Coded Character Set", '' where there is none
 * @param values every text of the file: one alone is often too short to tell
 */
export function iimDecoder(namedSet: string, values: readonly Uint8Array[]): IimDecoder {
  if (/utf-?8/iu.test(namedSet) || values.every(isUtf8)) return decoding('utf-8');
  const mac = decoding('macintosh');
  const senseOf = (decode: IimDecoder): number => values.reduce((sum, bytes) => sum + sense(decode(bytes)), 0);
  return senseOf(mac) > senseOf(windows) ? mac : windows;
}

const decoding = (label: 'utf-8' | 'macintosh'): IimDecoder => {
  const decoder = new TextDecoder(label);
  return (bytes) => decoder.decode(bytes);
};

/** Bytes 0x80 to 0x9f of Windows-1252. Node's own decoder of that name leaves them as control characters (20 to 23). */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows: IimDecoder = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('').replace(/[\u0080-\u009f]/gu, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How much a text reads like words: letters beside letters speak for it, signs and capitals inside words against it. */
function sense(text: string): number {
  let score = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign > '\u007f') score += senseOfSign(sign, text.charAt(index - 1), text.charAt(index + 1));
  }
  return score;
}

const lower = /\p{Ll}/u;
const letter = /\p{L}/u;
/** Signs that stand between words in every newsroom's text. */
const usualSigns = /[\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac\u00a0©«»]/u;

function senseOfSign(sign: string, before: string, after: string): number {
  const isInside = lower.test(before) || lower.test(after);
  if (lower.test(sign)) return isInside ? 2 : 1;
  if (/\p{Lu}/u.test(sign)) return lower.test(before) ? -2 : 1;
  if (!usualSigns.test(sign)) return isInside ? -2 : -1;
  return sign === '\u2019' || !letter.test(before) || !letter.test(after) ? 1 : -2;
}
