import { isZip } from '../article/import/galley-package.ts';
import { ok, type Result } from '../ipc/result.ts';
import { pictureType } from '../main/files/picture-header.ts';
import { bad } from './command.ts';
import { longestText } from './read-bytes.ts';

/**
 * Text of a file: UTF-8, UTF-16 where a byte order mark says so, else Windows-1252, which older programs on Windows still
 * write. Pictures and other binary files are refused.
 */
export function decodeText(path: string, bytes: Uint8Array): Result<string> {
  if (pictureType(bytes) !== null) return bad('cli.file-is-picture', { file: path });
  if (bytes.length > longestText) return bad('cli.file-too-large', { file: path, limit: longestText / 1_000_000 });
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  // No text has a NUL; UTF-16 has one in every other byte.
  if (encoding === 'utf-8' && (isZip(bytes) || bytes.includes(0))) return bad('cli.file-is-binary', { file: path });
  const text = decode(bytes, encoding) ?? decode(bytes, 'windows-1252') ?? '';
  return text.trim() === '' ? bad('cli.file-blank', { file: path }) : ok(text);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: false }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
