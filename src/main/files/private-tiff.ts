import { type TiffField, tiffFields } from './tiff.ts';

/** Tags that say which camera took the picture: BodySerialNumber, LensSerialNumber, CameraOwnerName, DNG's CameraSerialNumber, and the maker's own notes, which nobody can read through. */
const privateTags: ReadonlySet<number> = new Set([0xa431, 0xa435, 0xa430, 0xc62f, 0x927c]);

/** More entries than any camera writes; beyond it the block is not searched. */
const mostFields = 2000;

/**
 * Blanks place and serial numbers inside an EXIF block, in place; everything keeps its length and offset.
 * @returns false where the block is not as the standard says: its owner then removes it whole
 */
export function blankPrivateTiff(tiff: Uint8Array): boolean {
  const fields = tiffFields(tiff);
  if (!fields || fields.length > mostFields) return false;
  const secret = fields.filter(isPrivate);
  const open = fields.filter((field) => !isPrivate(field));
  // Two fields on the same bytes are no honest file: blanking one would change the other.
  if (secret.some((one) => open.some((other) => overlap(one, other)))) return false;
  for (const { value, bytes } of secret) tiff.fill(0, value, value + bytes);
  // The directory of places becomes one without entries, so that no reader shows a place at zero degrees.
  const places = fields.filter(({ ifd }) => ifd === 'gps');
  for (const { entry } of places) tiff.fill(0, entry, entry + 12);
  const first = Math.min(...places.map(({ entry }) => entry));
  if (places.length > 0) tiff.fill(0, first - 2, first);
  return true;
}

// An XMP packet or a raw file's private data inside a TIFF field (0x02BC, 0xC634) is rare in photographs for the web and may say anything.
const isPrivate = ({ ifd, tag }: TiffField): boolean => ifd === 'gps' || privateTags.has(tag) || tag === 0x02bc || tag === 0xc634;

const overlap = (one: TiffField, other: TiffField): boolean => one.bytes > 0 && other.bytes > 0 && one.value < other.value + other.bytes && other.value < one.value + one.bytes;
