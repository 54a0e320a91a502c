import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { readPages } from '../../src/main/storage/salvage-pages.ts';
import { rowsOf } from '../../src/main/storage/salvage-records.ts';
import type { Random } from './random.ts';

/** What was done to which file, enough to do it again. */
export interface Injury {
  readonly file: string;
  readonly kind: 'bit' | 'sixteen bytes' | 'zeroed page' | 'cut off';
  readonly at: number;
}

/** Flips a bit of each of some stored texts, which no check of SQLite's own sees. */
export function injureTexts(file: string, count: number, random: Random): void {
  const bytes = readFileSync(file);
  const texts = [...rowsOf(readPages(file))].flatMap(({ values }) => (values.length >= 5 && values[0] === null && Buffer.isBuffer(values[2]) ? [values[2]] : []));
  const places = texts.map((text) => ({ start: bytes.indexOf(text), length: text.length })).filter(({ start }) => start >= 0);
  for (let done = 0; done < count; done += 1) {
    const { start, length } = random.oneOf(places);
    const at = start + random.between(0, length - 1);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.between(0, 7)), at);
  }
  writeFileSync(file, bytes);
}

/** Damages a file at a random place, as failing disks and careless programs do. */
export function injure(file: string, random: Random): Injury {
  const bytes = readFileSync(file);
  const kind = random.oneOf(['bit', 'bit', 'sixteen bytes', 'zeroed page', 'cut off'] as const);
  const at = bytes.length === 0 ? 0 : random.between(0, bytes.length - 1);
  if (kind === 'cut off') truncateSync(file, at);
  else if (bytes.length > 0) {
    if (kind === 'bit') bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.between(0, 7)), at);
    else if (kind === 'zeroed page') bytes.fill(0, at - (at % 4096), Math.min(at - (at % 4096) + 4096, bytes.length));
    else for (let index = at; index < Math.min(at + 16, bytes.length); index += 1) bytes.writeUInt8(random.between(0, 255), index);
    writeFileSync(file, bytes);
  }
  return { file, kind, at };
}
