import { latin, type Size, viewOf } from './picture-bytes.ts';

interface Box {
  readonly type: string;
  /** First byte after the box's header. */
  readonly content: number;
  readonly end: number;
}

/** Boxes between two offsets (ISO/IEC 14496-12); null where one reaches beyond its parent. */
export function isoBoxes(bytes: Uint8Array, from: number, to: number): readonly Box[] | null {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = view.getUint32(at);
    if (short === 1 && at + 16 > to) return null;
    const size = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const header = short === 1 ? 16 : 8;
    if (size < header || at + size > to) return null;
    boxes.push({ type: latin(bytes, at + 4, 4), content: at + header, end: at + size });
    at += size;
  }
  return boxes;
}

/** Size of the primary item as shown: its `ispe`, turned where an `irot` of a quarter belongs to it (HEIF, ISO/IEC 23008-12). */
export function avifSize(bytes: Uint8Array): Size | null {
  const meta = child(isoBoxes(bytes, 0, bytes.length), 'meta');
  // `meta` and most boxes in it are full boxes: four bytes of version and flags come first.
  const parts = meta ? isoBoxes(bytes, meta.content + 4, meta.end) : null;
  const properties = child(parts, 'iprp');
  const inside = properties ? isoBoxes(bytes, properties.content, properties.end) : null;
  const container = child(inside, 'ipco');
  const list = container ? isoBoxes(bytes, container.content, container.end) : null;
  const primary = primaryItem(bytes, child(parts, 'pitm'));
  const links = child(inside, 'ipma');
  if (!list || primary === null || !links) return null;
  const own = associations(bytes, links, primary).flatMap((number) => list[number - 1] ?? []);
  const size = own.find(({ type, content, end }) => type === 'ispe' && end - content >= 12);
  if (!size) return null;
  const view = viewOf(bytes);
  const width = view.getUint32(size.content + 4);
  const height = view.getUint32(size.content + 8);
  const turn = own.find(({ type }) => type === 'irot');
  return turn && (bytes[turn.content] ?? 0) % 2 === 1 ? { width: height, height: width } : { width, height };
}

const child = (boxes: readonly Box[] | null, type: string): Box | undefined => boxes?.find((box) => box.type === type);

function primaryItem(bytes: Uint8Array, box: Box | undefined): number | null {
  if (!box || box.end - box.content < 6) return null;
  const view = viewOf(bytes);
  if (bytes[box.content] === 0) return view.getUint16(box.content + 4);
  return box.end - box.content < 8 ? null : view.getUint32(box.content + 4);
}

/** Numbers (from 1) of the properties of an item. */
function associations(bytes: Uint8Array, box: Box, item: number): readonly number[] {
  const view = viewOf(bytes.subarray(0, box.end));
  const wide = bytes[box.content] !== 0;
  const long = ((bytes[box.content + 3] ?? 0) & 1) === 1;
  if (box.end - box.content < 8) return [];
  let at = box.content + 8;
  for (let left = view.getUint32(box.content + 4); left > 0 && at + (wide ? 5 : 3) <= box.end; left -= 1) {
    const id = wide ? view.getUint32(at) : view.getUint16(at);
    at += wide ? 4 : 2;
    const count = view.getUint8(at);
    at += 1;
    const numbers: number[] = [];
    for (let n = 0; n < count && at + (long ? 2 : 1) <= box.end; n += 1) {
      numbers.push(long ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f);
      at += long ? 2 : 1;
    }
    if (id === item) return numbers;
  }
  return [];
}
