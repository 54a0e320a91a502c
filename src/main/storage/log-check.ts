import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { loggedPages } from './salvage-pages.ts';

const headerBytes = 32;
const frameBytes = 24;
const bigEndianSums = 0x377f0683;

/**
 * True where the write-ahead log is damaged in its middle. SQLite ends its reading at the first wrong frame without a word, and
 * with it would go the saves after it. A torn end, which is what a power cut leaves of a save nobody was told of, is no damage.
 */
export function isLogDamaged(file: string): boolean {
  if (!existsSync(`${file}-wal`)) return false;
  const log = readFileSync(`${file}-wal`);
  if (log.length < headerBytes + frameBytes) return false;
  const size = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  const [magic, isBig] = [log.readUInt32BE(0), log.readUInt32BE(0) === bigEndianSums];
  let sums = checksum(log.subarray(0, 24), [0, 0], isBig);
  // A log whose header is wrong is read by nobody; frames behind it were saves.
  let wrong = (magic & 0xfffffffe) !== 0x377f0682 || sums[0] !== log.readUInt32BE(24) || sums[1] !== log.readUInt32BE(28);
  if (wrong) return hasCommits(log);
  for (let at = headerBytes; at + frameBytes + size <= log.length; at += frameBytes + size) {
    // Frames of an earlier round of the log have another salt, and stand behind all of this one.
    const isOfThisRound = log.subarray(at + 8, at + 16).equals(salt);
    if (wrong && isOfThisRound && log.readUInt32BE(at + 4) !== 0) return true;
    wrong ||= !isOfThisRound;
    if (wrong) continue;
    sums = checksum(log.subarray(at + frameBytes, at + frameBytes + size), checksum(log.subarray(at, at + 8), sums, isBig), isBig);
    wrong = sums[0] !== log.readUInt32BE(at + 16) || sums[1] !== log.readUInt32BE(at + 20);
  }
  return false;
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
