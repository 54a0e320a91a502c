import { latin, type Size, viewOf } from './picture-bytes.ts';
import { firstDirectory, type TiffField } from './tiff.ts';

/** Ways of packing that the decoder knows: none, CCITT (three kinds), LZW, JPEG, Deflate (two numbers) and PackBits (TIFF 6.0, Adobe's and libtiff's additions). */
const knownPackings: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7, 8, 32_773, 32_946]);

const tags = { newSubfileType: 0xfe, width: 0x100, height: 0x101, packing: 0x103, photometric: 0x106, stripOffsets: 0x111, orientation: 0x112, stripBytes: 0x117, tileOffsets: 0x144, tileBytes: 0x145, dngVersion: 0xc612 } as const;

/** CFA and LinearRaw: what a camera's sensor saw, not yet a picture. */
const sensorData: ReadonlySet<number> = new Set([32_803, 34_892]);

/** Whether the bytes begin as a TIFF does; BigTIFF, for files beyond four gigabytes, is another format. */
export const isTiff = (bytes: Uint8Array): boolean => /^(?:II\*\0|MM\0\*)/.test(latin(bytes, 0, 4));

/** Whether a TIFF is a camera's raw file, whose first picture is a preview, or packed in a way no program here unpacks. */
export function isForeignTiff(bytes: Uint8Array): boolean {
  const fields = firstDirectory(bytes);
  if (!fields) return false;
  const value = (tag: number): number | undefined => numbersOf(bytes, fields, tag)[0];
  const isPreview = ((value(tags.newSubfileType) ?? 0) & 1) === 1;
  const isRaw = latin(bytes, 8, 2) === 'CR' || fields.some(({ tag }) => tag === tags.dngVersion) || sensorData.has(value(tags.photometric) ?? 0);
  return isPreview || isRaw || !knownPackings.has(value(tags.packing) ?? 1);
}

/** Size of a TIFF's first picture as shown, orientation applied; null where the file is cut off: its strips and tiles lie inside it. */
export function tiffSize(bytes: Uint8Array): Size | null {
  const fields = firstDirectory(bytes);
  if (!fields) return null;
  const numbers = (tag: number): readonly number[] => numbersOf(bytes, fields, tag);
  const [width = 0] = numbers(tags.width);
  const [height = 0] = numbers(tags.height);
  const [orientation = 1] = numbers(tags.orientation);
  if (![[tags.stripOffsets, tags.stripBytes], [tags.tileOffsets, tags.tileBytes]].some(([offsets = 0, lengths = 0]) => lieInside(bytes.length, numbers(offsets), numbers(lengths)))) return null;
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}

const lieInside = (end: number, offsets: readonly number[], lengths: readonly number[]): boolean => offsets.length > 0 && offsets.length === lengths.length && offsets.every((offset, index) => offset + (lengths[index] ?? 0) <= end);

/** More strips than any picture within the limits has; a list beyond it is not read. */
const mostNumbers = 1_000_000;

/** The whole numbers of a field, of two or four bytes each; none where it is not there or of another type. */
function numbersOf(bytes: Uint8Array, fields: readonly TiffField[], tag: number): readonly number[] {
  const field = fields.find((one) => one.tag === tag);
  if (!field) return [];
  const view = viewOf(bytes);
  const { entry, value, littleEndian } = field;
  const type = view.getUint16(entry + 2, littleEndian);
  const count = view.getUint32(entry + 4, littleEndian);
  if ((type !== 3 && type !== 4) || count > mostNumbers) return [];
  return Array.from({ length: count }, (_, index) => (type === 3 ? view.getUint16(value + index * 2, littleEndian) : view.getUint32(value + index * 4, littleEndian)));
}
