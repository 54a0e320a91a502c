import { readFileSync } from 'node:fs';

/** A picture of tests/fixtures/pictures, for tests only. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/pictures/${name}`, import.meta.url)));
}

/** A field for `tiffBlock`: text becomes ASCII, numbers SHORT, bytes UNDEFINED, lists of pairs RATIONAL. */
export interface FieldToWrite {
  readonly tag: number;
  readonly value: string | number | Uint8Array | readonly (readonly [number, number])[];
}
export interface BlockToWrite {
  readonly main?: readonly FieldToWrite[];
  readonly exif?: readonly FieldToWrite[];
  readonly gps?: readonly FieldToWrite[];
  readonly littleEndian?: boolean;
}

/** An EXIF block as a camera writes it: the tests' own writer, so that nothing of a real camera is in the repository. */
export function tiffBlock({ main = [], exif = [], gps = [], littleEndian = true }: BlockToWrite): Uint8Array {
  const bytes = new Uint8Array(16_384);
  const view = new DataView(bytes.buffer);
  let free = 8;
  const directory = (fields: readonly FieldToWrite[], pointers: readonly (readonly [number, number])[]): number => {
    const start = free;
    const count = fields.length + pointers.length;
    free = start + 2 + count * 12 + 4;
    view.setUint16(start, count, littleEndian);
    let entry = start + 2;
    const put = (tag: number, type: number, amount: number, data: Uint8Array): void => {
      view.setUint16(entry, tag, littleEndian);
      view.setUint16(entry + 2, type, littleEndian);
      view.setUint32(entry + 4, amount, littleEndian);
      if (data.length <= 4) bytes.set(data, entry + 8);
      else {
        view.setUint32(entry + 8, free, littleEndian);
        bytes.set(data, free);
        free += data.length + (data.length % 2);
      }
      entry += 12;
    };
    for (const { tag, value } of fields) put(tag, ...encoded(value, littleEndian));
    for (const [tag, offset] of pointers) put(tag, 4, 1, number32(offset, littleEndian));
    return start;
  };
  const subs: (readonly [number, number])[] = [];
  if (exif.length > 0) subs.push([0x8769, directory(exif, [])]);
  if (gps.length > 0) subs.push([0x8825, directory(gps, [])]);
  const first = directory(main, subs);
  bytes.set(littleEndian ? [0x49, 0x49] : [0x4d, 0x4d]);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, first, littleEndian);
  return bytes.slice(0, free);
}

function encoded(value: FieldToWrite['value'], littleEndian: boolean): [type: number, amount: number, data: Uint8Array] {
  if (typeof value === 'string') {
    const data = new TextEncoder().encode(`${value}\0`);
    return [2, data.length, data];
  }
  if (typeof value === 'number') {
    const data = new Uint8Array(2);
    new DataView(data.buffer).setUint16(0, value, littleEndian);
    return [3, 1, data];
  }
  if (value instanceof Uint8Array) return [7, value.length, value];
  return [5, value.length, joined(...value.flat().map((part) => number32(part, littleEndian)))];
}

function number32(value: number, littleEndian: boolean): Uint8Array {
  const data = new Uint8Array(4);
  new DataView(data.buffer).setUint32(0, value, littleEndian);
  return data;
}

export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A JPEG with segments put right behind its start. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly (readonly [marker: number, content: Uint8Array])[]): Uint8Array {
  const written = segments.map(([marker, content]) => joined([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255], content));
  return joined(jpeg.subarray(0, 2), ...written, jpeg.subarray(2));
}
export const exifSegment = (tiff: Uint8Array): readonly [number, Uint8Array] => [0xe1, joined(text('Exif\0\0'), tiff)];
export const xmpSegment = (packet: string): readonly [number, Uint8Array] => [0xe1, text(`http://ns.adobe.com/xap/1.0/\0${packet}`)];
