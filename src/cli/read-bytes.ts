import { readFile, stat } from 'node:fs/promises';
import { ok, type Result } from '../ipc/result.ts';
import type { MessageKey } from '../language/index.ts';
import { bad } from './command.ts';

const million = 1_000_000;
/** The most a text of any kind may have, in bytes: many times the longest article; past it a mistake is likelier than an article. */
export const longestText = 32 * million;
/** The most a package with its pictures may have, in bytes: what `readPackage` would unpack at the most. */
export const largestPackage = 1024 * million;

/** What the system says about a file that is there and cannot be read. */
const reasons: Readonly<Record<string, MessageKey>> = {
  ENOENT: 'cli.file-missing',
  ENOTDIR: 'cli.file-missing',
  ENAMETOOLONG: 'cli.file-missing',
  EISDIR: 'cli.file-is-folder',
  EACCES: 'cli.file-locked',
  EPERM: 'cli.file-locked',
  EBUSY: 'cli.file-locked',
  ETXTBSY: 'cli.file-locked',
};

/** The bytes of a file the person named; each way it can fail is a sentence that names the file and what to do. */
export async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return bad('cli.file-is-folder', { file: path });
    if (!found.isFile()) return bad('cli.file-is-device', { file: path });
    if (found.size === 0) return bad('cli.file-empty', { file: path });
    if (found.size > largestPackage) return bad('cli.file-too-large', { file: path, limit: largestPackage / million });
    const bytes = await readFile(path);
    return bytes.length === 0 ? bad('cli.file-empty', { file: path }) : ok(bytes);
  } catch (error) {
    return cannotRead(path, error);
  }
}

/** The sentence for a file the system refuses to read. */
export function cannotRead(path: string, error: unknown): ReturnType<typeof bad> {
  const code = codeOf(error);
  if (code === '') throw error;
  return bad(reasons[code] ?? 'cli.file-unreadable', { file: path, code });
}

/** The system's code of an error, e.g. `ENOENT`; '' for any other error, which is a fault of ours. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error ? error.code : '';
}
