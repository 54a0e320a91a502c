import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { loggedPages } from './salvage-pages.ts';

const headerBytes = 32;
const frameBytes = 24;
const bigEndianSums = 0x377f0683;
const diskPage = 4096;

interface Frame {
  readonly at: number;
  readonly salt: Buffer;
  /** The last one of a transaction. */
  readonly isCommit: boolean;
}

/**
 * True where the write-ahead log is damaged before its end. SQLite ends its reading at the first wrong frame without a word, and with
 * it would go the saves after it. What a power cut leaves of the last save, which nobody was told of, is no damage: any of the disk's
 * pages may be missing from it, also between two that are there. Format: sqlite.org/fileformat2.html#walformat.
 */
export function isLogDamaged(file: string): boolean {
  if (!existsSync(`${file}-wal`)) return false;
  const log = readFileSync(`${file}-wal`);
  if (log.length < headerBytes + frameBytes) return false;
  // A log whose header is wrong is read by nobody; frames behind it were saves.
  if (!hasHeader(log)) return hasCommits(log);
  const frames = framesOf(log);
  const rest = frames.slice(firstWrong(log, frames));
  const commits = rest.filter(({ isCommit, salt }) => isCommit && salt.equals(saltOf(log))).length;
  // Each save is forced to the disk before the next one begins, and the header before the first.
  return commits > 1 || (commits === 1 && !hasLostPage(log, rest));
}

/**
 * Whether a page of the disk under the first of these frames is not there. A page is known by the salts in it; where it has none,
 * it may be lost if it is zeros, or if the log was longer once.
 */
function hasLostPage(log: Buffer, [wrong, next]: readonly Frame[]): boolean {
  if (!wrong) return false;
  const end = wrong.at + frameBytes + log.readUInt32BE(8);
  const pages = Array.from({ length: pageOf(end - 1) - pageOf(wrong.at) + 1 }, (_, index) => pageOf(wrong.at) + index);
  return pages.some((page) => {
    const salts = [wrong, ...(next ? [next] : [])].filter(({ at }) => pageOf(at + 8) === page && pageOf(at + 15) === page).map(({ salt }) => salt);
    if (salts.length > 0) return salts.some((salt) => !salt.equals(saltOf(log)));
    return end < log.length - frameBytes || log.subarray(Math.max(wrong.at, page * diskPage), Math.min(end, (page + 1) * diskPage)).every((byte) => byte === 0);
  });
}

const saltOf = (log: Buffer): Buffer => log.subarray(16, 24);
const pageOf = (at: number): number => Math.floor(at / diskPage);

function hasHeader(log: Buffer): boolean {
  const magic = log.readUInt32BE(0);
  const sums = checksum(log.subarray(0, 24), [0, 0], magic === bigEndianSums);
  return (magic & 0xfffffffe) !== 0x377f0682 ? false : sums[0] === log.readUInt32BE(24) && sums[1] === log.readUInt32BE(28);
}

function framesOf(log: Buffer): readonly Frame[] {
  const step = frameBytes + log.readUInt32BE(8);
  return Array.from({ length: Math.floor((log.length - headerBytes) / step) }, (_, index) => {
    const at = headerBytes + index * step;
    return { at, salt: log.subarray(at + 8, at + 16), isCommit: log.readUInt32BE(at + 4) !== 0 };
  });
}

/** The number of the first frame SQLite does not take: one of another round, or whose running sum is not right. */
function firstWrong(log: Buffer, frames: readonly Frame[]): number {
  const size = log.readUInt32BE(8);
  const isBig = log.readUInt32BE(0) === bigEndianSums;
  let sums: [number, number] = [log.readUInt32BE(24), log.readUInt32BE(28)];
  const found = frames.findIndex(({ at, salt }) => {
    sums = checksum(log.subarray(at + frameBytes, at + frameBytes + size), checksum(log.subarray(at, at + 8), sums, isBig), isBig);
    return !salt.equals(saltOf(log)) || sums[0] !== log.readUInt32BE(at + 16) || sums[1] !== log.readUInt32BE(at + 20);
  });
  return found === -1 ? frames.length : found;
}

/**
 * True where the file is shorter than the database it holds and its log does not have the pages that are missing. A power cut while
 * the log is folded in leaves a short file as well, and then the log has them.
 */
export function isCutOff(file: string): boolean {
  const { size: bytes } = statSync(file);
  const head = headOf(file);
  // The count of pages counts where it was written with the last change.
  const isCounted = head.length === 100 && head.toString('latin1', 0, 15) === 'SQLite format 3' && head.readUInt32BE(24) === head.readUInt32BE(92);
  const size = isCounted ? head.readUInt16BE(16) : 0;
  if (size < 512) return false;
  const [whole, pages] = [Math.floor(bytes / size), head.readUInt32BE(28)];
  if (pages <= whole) return false;
  const logged = new Set(loggedPages(file, size));
  return Array.from({ length: Math.min(pages - whole, logged.size + 1) }, (_, index) => whole + index + 1).some((number) => !logged.has(number));
}

/** The header of a database file, at most 100 bytes. */
export function headOf(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(100);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** Whether any frame of the usual size ends a transaction, read without trusting the header. */
function hasCommits(log: Buffer): boolean {
  for (let at = headerBytes; at + frameBytes + 4096 <= log.length; at += frameBytes + 4096) if (log.readUInt32BE(at + 4) !== 0) return true;
  return false;
}

/** SQLite's running sums over pairs of 32-bit words. */
function checksum(bytes: Buffer, [first, second]: readonly [number, number], isBig: boolean): [number, number] {
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}
