import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { importFile, type ImportedArticle, isImportFormat, importFormats } from '../article/import/index.ts';
import type { ImportContext } from '../article/import/report.ts';
import { say } from '../language/index.ts';
import { InputError } from './command.ts';

/** A file's bytes, or a sentence that names it. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new InputError(say('cli.file-missing', { file }));
    throw new InputError(say('cli.file-unreadable', { file, message: messageOf(error) }));
  }
}

/** Reads and imports one file in any format. */
export async function importNamed(file: string, context: ImportContext, from = ''): Promise<ImportedArticle> {
  if (from !== '' && !isImportFormat(from)) throw new InputError(say('cli.file-unknown-format', { format: from, formats: importFormats.join(', ') }));
  const result = importFile({ name: basename(file), bytes: await readInput(file) }, context, isImportFormat(from) ? from : undefined);
  if (!result.ok) throw new InputError(result.message);
  return result.value;
}

/** Writes whole or not at all: to a file beside it, synced, then renamed over it. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new InputError(say('cli.write-failed', { file: path, message: messageOf(error) }));
  }
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The bytes of a file, null where there is none. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR' || codeOf(error) === 'EISDIR') return null;
    throw new InputError(say('cli.file-unreadable', { file: path, message: messageOf(error) }));
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
