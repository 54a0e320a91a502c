import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was done to which file, enough to do it again. */
export interface Injury {
  readonly file: string;
  readonly kind: 'bit' | 'sixteen bytes' | 'zeroed page' | 'cut off';
  readonly at: number;
  readonly seed: number;
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1);
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
  };
}

/** Damages the database, its log or the newest backup at a random place, as failing disks and careless programs do. */
export function injure(folder: string, seed: number, newestBackup: string): Injury {
  const random = randomOf(seed);
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(random() * choices.length)] ?? choices[0];
  const file = pick([join(folder, 'galley.db'), join(folder, 'galley.db'), join(folder, 'galley.db-wal'), join(newestBackup, pick(['galley.db', 'galley.db', 'manifest.json', 'pictures.txt']))]);
  const kind = pick(['bit', 'bit', 'sixteen bytes', 'zeroed page', 'cut off'] as const);
  const { size } = statSync(file);
  const at = Math.floor(random() * size);
  const bytes = readFileSync(file);
  if (kind === 'cut off') truncateSync(file, at);
  else if (size > 0) {
    if (kind === 'bit') bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
    else if (kind === 'zeroed page') bytes.fill(0, at - (at % 4096), at - (at % 4096) + 4096);
    else for (let index = at; index < Math.min(at + 16, size); index += 1) bytes.writeUInt8(Math.floor(random() * 256), index);
    writeFileSync(file, bytes);
  }
  return { file, kind, at, seed };
}
