import type { Pages } from './salvage-pages.ts';

export type Value = number | string | Buffer | null;

/** A row as it stands on a page; `rowid` is null in a table without row numbers. */
export interface RawRow {
  readonly rowid: number | null;
  readonly values: readonly Value[];
}

const tableLeaf = 0x0d;
const indexLeaf = 0x0a;
const indexInterior = 0x02;
/** A revision of the longest article and a block of the largest are far below it, bytes. */
const longestRow = 64 * 1024 * 1024;

/** Every row that can still be read from any page, whatever table it belongs to. */
export function* rowsOf(pages: Pages): Generator<RawRow> {
  for (const page of pages.all) {
    const isFirst = page.toString('latin1', 0, 15) === 'SQLite format 3';
    const start = isFirst ? 100 : 0;
    const kind = page.readUInt8(start);
    if (kind !== tableLeaf && kind !== indexLeaf && kind !== indexInterior) continue;
    const pointers = start + (kind === indexInterior ? 12 : 8);
    const cells = Math.min(page.readUInt16BE(start + 3), Math.floor((page.length - pointers) / 2));
    for (let index = 0; index < cells; index += 1) {
      const row = rowAt(pages, page, { at: page.readUInt16BE(pointers + index * 2), kind });
      if (row) yield row;
    }
  }
}

/** Damaged bytes lead anywhere: whatever cannot be read gives no row. */
function rowAt(pages: Pages, page: Buffer, { at, kind }: { readonly at: number; readonly kind: number }): RawRow | null {
  try {
    const length = readVarint(page, kind === indexInterior ? at + 4 : at);
    const row = kind === tableLeaf ? readVarint(page, length.next) : null;
    if (length.value > longestRow) return null;
    const payload = payloadAt(pages, page, { at: row?.next ?? length.next, length: length.value, most: mostLocal(pages.size, kind === tableLeaf) });
    return payload && { rowid: row?.value ?? null, values: valuesOf(payload) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Bytes of a row that may stand on the page itself; the rest is on a chain of others. */
const mostLocal = (size: number, isTable: boolean): number => (isTable ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23);

function payloadAt(pages: Pages, page: Buffer, { at, length, most }: { readonly at: number; readonly length: number; readonly most: number }): Buffer | null {
  if (length <= most) return at + length <= page.length ? page.subarray(at, at + length) : null;
  const least = Math.floor(((pages.size - 12) * 32) / 255) - 23;
  const preferred = least + ((length - least) % (pages.size - 4));
  const local = preferred <= most ? preferred : least;
  const parts = [page.subarray(at, at + local)];
  let rest = length - local;
  let next = page.readUInt32BE(at + local);
  while (rest > 0) {
    const overflow = pages.page(next);
    if (!overflow || next === 0) return null;
    parts.push(overflow.subarray(4, 4 + Math.min(rest, pages.size - 4)));
    rest -= pages.size - 4;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function valuesOf(payload: Buffer): Value[] {
  const header = readVarint(payload, 0);
  const types: number[] = [];
  for (let at = header.next; at < header.value; ) {
    const type = readVarint(payload, at);
    types.push(type.value);
    at = type.next;
  }
  let at = header.value;
  return types.map((type) => {
    const start = at;
    at += lengthOf(type);
    if (at > payload.length) throw new RangeError('a value goes beyond its row');
    return valueAt(payload, start, type);
  });
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const lengthOf = (type: number): number => (type >= 12 ? Math.floor((type - 12) / 2) : (integerLengths[type] ?? 0));

function valueAt(payload: Buffer, at: number, type: number): Value {
  if (type >= 12) {
    const bytes = payload.subarray(at, at + lengthOf(type));
    return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
  }
  if (type === 0) return null;
  if (type === 7) return payload.readDoubleBE(at);
  if (type === 8 || type === 9) return type - 8;
  if (type === 6) return Number(payload.readBigInt64BE(at));
  return payload.readIntBE(at, lengthOf(type));
}

/** A number of one to nine bytes, seven bits each, highest first; the ninth has eight. */
function readVarint(bytes: Buffer, start: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(start + index);
    value = value * 128 + (byte % 128);
    if (byte < 128) return { value, next: start + index + 1 };
  }
  return { value: value * 256 + bytes.readUInt8(start + 8), next: start + 9 };
}
