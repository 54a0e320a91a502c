// Reads a zip from the disk: enough for one known archive where `unzip` may be missing.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/**
 * @param {string} file
 * @returns {Generator<{name: string, mode: number, read: () => Buffer}>} mode: the unix mode with its type, 0 if none
 */
export function* zipEntries(file) {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const tail = part(handle, Math.max(0, size - 66_000), Math.min(size, 66_000));
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0) throw new Error(`${file} is not a zip`);
    const directory = part(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
      const method = directory.readUInt16LE(at + 10);
      const packed = directory.readUInt32LE(at + 20);
      const nameLength = directory.readUInt16LE(at + 28);
      const mode = directory.readUInt32LE(at + 38) >>> 16;
      const start = directory.readUInt32LE(at + 42);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      yield {
        name,
        mode,
        read() {
          const head = part(handle, start, 30);
          const data = part(handle, start + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
          if (method !== 0 && method !== 8) throw new Error(`${name}: packed in a way this script does not know`);
          return method === 0 ? data : inflateRawSync(data);
        },
      };
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
  } finally {
    closeSync(handle);
  }
}

/** @param {number} handle @param {number} from @param {number} length */
function part(handle, from, length) {
  const bytes = Buffer.alloc(length);
  for (let have = 0; have < length; ) {
    const got = readSync(handle, bytes, have, length - have, from + have);
    if (got === 0) throw new Error('The archive ends too early.');
    have += got;
  }
  return bytes;
}
