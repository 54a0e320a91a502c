/**
 * The pages of a damaged database, read without SQLite, which gives up at the first one that is wrong. Format: sqlite.org/fileformat2.html.
 * Rows are found by looking at every leaf of every tree, so that a damaged page costs what is on it and nothing else.
 */
import { existsSync, readFileSync } from 'node:fs';

export interface Pages {
  /** Every page there is a version of: those of the file, and those of its log, which may be newer. */
  readonly all: readonly Buffer[];
  readonly size: number;
  /** The newest version of a page; null where there is none. */
  page(number: number): Buffer | null;
}

const usualSize = 4096;

/** Reads a database and its log as bytes; a log that is damaged gives the pages that still have its salt. */
export function readPages(file: string): Pages {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  const size = pageSize(bytes, log);
  const own: Buffer[] = [];
  // A file that is cut off ends in a part of a page: what is on it may be whole.
  for (let at = 0; at < bytes.length; at += size) own.push(padded(bytes.subarray(at, at + size), size));
  const frames = framesOf(log, size);
  const newest = new Map(frames);
  return {
    all: [...own, ...frames.map(([, page]) => page)],
    size,
    page: (number) => newest.get(number) ?? own[number - 1] ?? null,
  };
}

function pageSize(bytes: Buffer, log: Buffer): number {
  const said = [bytes.length >= 18 ? bytes.readUInt16BE(16) : 0, log.length >= 12 ? log.readUInt32BE(8) : 0];
  return said.find((size) => size >= 512 && size <= 32768 && (size & (size - 1)) === 0) ?? usualSize;
}

const padded = (page: Buffer, size: number): Buffer => (page.length === size ? page : Buffer.concat([page, Buffer.alloc(size - page.length)]));

/** Numbers of the pages the log of a database has. */
export const loggedPages = (file: string, size: number): readonly number[] => (existsSync(`${file}-wal`) ? framesOf(readFileSync(`${file}-wal`), size).map(([number]) => number) : []);

const logHeader = 32;
const frameHeader = 24;

/** Frames of the log as [page number, page], oldest first. Frames left from an earlier round of the log have another salt. */
function framesOf(log: Buffer, size: number): (readonly [number, Buffer])[] {
  const frames: (readonly [number, Buffer])[] = [];
  const salt = log.subarray(16, 24);
  for (let at = logHeader; at + frameHeader + size <= log.length; at += frameHeader + size) {
    if (log.subarray(at + 8, at + 16).equals(salt)) frames.push([log.readUInt32BE(at), log.subarray(at + frameHeader, at + frameHeader + size)]);
  }
  return frames;
}
