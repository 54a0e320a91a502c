import { viewOf } from './picture-bytes.ts';

/** Which directory a field stands in: the picture's, its thumbnail's, EXIF's, GPS's, or the one for interoperability. */
export type DirectoryName = 'main' | 'thumbnail' | 'exif' | 'gps' | 'interop';

/** One field of an EXIF block. Offsets are from the start of the TIFF header. */
export interface TiffField {
  readonly ifd: DirectoryName;
  readonly tag: number;
  readonly littleEndian: boolean;
  /** Where the 12 bytes of the entry stand. */
  readonly entry: number;
  /** Where the value stands (in the entry itself up to 4 bytes) and how long it is. */
  readonly value: number;
  readonly bytes: number;
}

/** Bytes of one value by TIFF type 1 to 13 (TIFF 6.0 section 2, EXIF 2.32 table 2, IFD from the TIFF technical notes). */
const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;

const pointers: Readonly<Record<number, DirectoryName>> = { 0x8769: 'exif', 0x8825: 'gps', 0xa005: 'interop' };

/**
 * All fields of an EXIF block, directories behind pointers included.
 * @returns null where anything is not as the standard says (an offset outside, a loop, an unknown type): then nobody knows what is in it
 */
export function tiffFields(tiff: Uint8Array): readonly TiffField[] | null {
  const start = startOf(tiff);
  if (!start) return null;
  const { littleEndian, first } = start;
  const view = viewOf(tiff);
  const fields: TiffField[] = [];
  const seen = new Set<number>();
  const waiting: { readonly offset: number; readonly ifd: DirectoryName }[] = [{ offset: first, ifd: 'main' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next.offset)) return null;
    seen.add(next.offset);
    const found = readDirectory(view, next.offset, next.ifd, littleEndian);
    if (!found) return null;
    fields.push(...found.fields);
    for (const field of found.fields) {
      const ifd = pointers[field.tag];
      if (ifd && field.bytes === 4) waiting.push({ offset: view.getUint32(field.value, littleEndian), ifd });
    }
    if (next.ifd === 'main' && found.next !== 0) waiting.push({ offset: found.next, ifd: 'thumbnail' });
  }
  return fields;
}

/** The fields of the first picture of a TIFF, whatever stands behind its pointers; null where that directory is damaged or cut off. */
export function firstDirectory(tiff: Uint8Array): readonly TiffField[] | null {
  const start = startOf(tiff);
  return start ? (readDirectory(viewOf(tiff), start.first, 'main', start.littleEndian)?.fields ?? null) : null;
}

const orientationTag = 0x0112;

/** How an EXIF block says its picture is to be turned, 1 to 8; 1 where it says nothing. Browsers ask the first directory, whatever is wrong behind it. */
export function orientationOf(tiff: Uint8Array): number {
  const field = orientationField(tiff);
  const value = field ? viewOf(tiff).getUint16(field.value, field.littleEndian) : 1;
  return value >= 1 && value <= 8 ? value : 1;
}

/** The block with its picture as it lies. */
export function withoutTurn(tiff: Uint8Array): Uint8Array {
  const field = orientationField(tiff);
  if (!field) return tiff;
  const lying = Uint8Array.from(tiff);
  viewOf(lying).setUint16(field.value, 1, field.littleEndian);
  return lying;
}

const orientationField = (tiff: Uint8Array): TiffField | undefined => firstDirectory(tiff)?.find(({ tag, bytes }) => tag === orientationTag && bytes === 2);

/** Byte order, and where the first directory stands. */
function startOf(tiff: Uint8Array): { readonly littleEndian: boolean; readonly first: number } | null {
  const littleEndian = tiff[0] === 0x49 && tiff[1] === 0x49;
  if (tiff.length < 8 || (!littleEndian && !(tiff[0] === 0x4d && tiff[1] === 0x4d))) return null;
  const view = viewOf(tiff);
  return view.getUint16(2, littleEndian) === 42 ? { littleEndian, first: view.getUint32(4, littleEndian) } : null;
}

function readDirectory(view: DataView, offset: number, ifd: DirectoryName, littleEndian: boolean): { fields: TiffField[]; next: number } | null {
  if (offset < 8 || offset + 2 > view.byteLength) return null;
  const count = view.getUint16(offset, littleEndian);
  const end = offset + 2 + count * 12;
  if (end > view.byteLength) return null;
  const fields: TiffField[] = [];
  for (let entry = offset + 2; entry < end; entry += 12) {
    const size = typeSizes[view.getUint16(entry + 2, littleEndian)];
    if (!size) return null;
    const bytes = size * view.getUint32(entry + 4, littleEndian);
    const value = bytes <= 4 ? entry + 8 : view.getUint32(entry + 8, littleEndian);
    if (value + bytes > view.byteLength) return null;
    fields.push({ ifd, tag: view.getUint16(entry, littleEndian), littleEndian, entry, value, bytes });
  }
  // The last directory of some writers ends with the block, without the offset of a next one.
  return { fields, next: end + 4 <= view.byteLength ? view.getUint32(end, littleEndian) : 0 };
}
