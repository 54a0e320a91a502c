import { exifMark, latin, type Size, viewOf } from './picture-bytes.ts';
import { orientationOf } from './tiff.ts';

/** One marker segment of a JPEG before its first scan. `start` is the 0xFF of the marker; content runs from `content` to `end`. */
export interface JpegSegment {
  readonly marker: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** The segments up to and with the first scan's header (0xDA); null where the file is cut off or no JPEG. ITU T.81 annex B. */
export function jpegSegments(bytes: Uint8Array): readonly JpegSegment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const segments: JpegSegment[] = [];
  const view = viewOf(bytes);
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    const start = at;
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at];
    if (marker === undefined || marker === 0 || marker === 0xd9) return null;
    at += 1;
    // TEM and restart markers stand alone.
    if (standsAlone(marker)) continue;
    const length = at + 2 > bytes.length ? 0 : view.getUint16(at);
    const end = at + length;
    if (length < 2 || end > bytes.length) return null;
    segments.push({ marker, start, content: at + 2, end });
    if (marker === 0xda) return segments;
    at = end;
  }
}

const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Size as shown: a frame header's, width and height swapped where the EXIF orientation turns the picture on its side. */
export function jpegSize(bytes: Uint8Array): Size | null {
  const segments = jpegSegments(bytes);
  const frame = segments?.find(({ marker }) => isFrame(marker));
  if (!segments || !frame || frame.end - frame.content < 6 || !hasEnd(bytes)) return null;
  const view = viewOf(bytes);
  const height = view.getUint16(frame.content + 1);
  const width = view.getUint16(frame.content + 3);
  return turnOf(bytes, segments) >= 5 ? { width: height, height: width } : { width, height };
}

export const isExif = (bytes: Uint8Array, segment: JpegSegment): boolean => segment.marker === 0xe1 && latin(bytes, segment.content, 6) === 'Exif\0\0';

/** SOF0 to SOF15 but for DHT, JPG and DAC, which share the range. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** A picture whose end-of-image marker never comes was cut off on its way here; some cameras put data after it. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
}

function turnOf(bytes: Uint8Array, segments: readonly JpegSegment[]): number {
  const exif = segments.find((segment) => isExif(bytes, segment));
  return exif ? orientationOf(bytes.subarray(exif.content + exifMark.length, exif.end)) : 1;
}
