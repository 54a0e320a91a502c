import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { detectFormat, importFile, type ImportedArticle, type ImportFormat, importFormats, isImportFormat } from '../article/import/index.ts';
import { isZip, packageLimits } from '../article/import/galley-package.ts';
import { decodeText, isProbablyText } from '../article/import/text-file.ts';
import { say } from '../language/index.ts';
import { pictureType } from '../main/files/picture-header.ts';
import { writeAtomically } from '../main/files/write-atomically.ts';
import { InputError } from './command.ts';
import { findJsonFault } from './json-fault.ts';
import type { AskedContext } from './settings.ts';

const megabyte = 1024 * 1024;
const lockedCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EBUSY', 'ETXTBSY']);

/** A file's bytes, or a sentence that names it. */
export async function readInput(file: string): Promise<Uint8Array> {
  const size = await sizeOfInput(file);
  if (size > packageLimits.totalBytes) throw new InputError(say('cli.file-too-large', { file, size: Math.ceil(size / megabyte), limit: packageLimits.totalBytes / megabyte }));
  return readFile(file).catch((error: unknown) => unreadable(file, error));
}

/** Bytes of an ordinary file; anything else is refused with a sentence that names it. */
export async function sizeOfInput(file: string): Promise<number> {
  const found = await stat(file).catch((error: unknown) => unreadable(file, error));
  if (found.isDirectory()) throw new InputError(say('cli.file-is-folder', { file }));
  // A pipe or a device may never end.
  if (!found.isFile()) throw new InputError(say('cli.file-is-device', { file }));
  return found.size;
}

function unreadable(file: string, error: unknown): never {
  if (lockedCodes.has(codeOf(error))) throw new InputError(say('cli.file-locked', { file }));
  if (codeOf(error) === 'ENOENT') throw new InputError(say('cli.file-missing', { file }));
  throw new InputError(say('cli.file-unreadable', { file, message: messageOf(error) }));
}

/** Reads and imports one file in any format. */
export async function importNamed(file: string, context: AskedContext, from = ''): Promise<ImportedArticle> {
  if (from !== '' && !isImportFormat(from)) throw new InputError(say('cli.file-unknown-format', { format: from, formats: importFormats.join(', ') }));
  const bytes = await readInput(file);
  const format = isImportFormat(from) ? from : undefined;
  refuseEarly(file, bytes, format);
  const result = importFile({ name: basename(file), bytes }, context, format);
  if (!result.ok) throw new InputError(result.message);
  return inLanguage(result.value, context);
}

/** Pictures are named as such, damaged JSON with the line and column where it stops being JSON. */
function refuseEarly(file: string, bytes: Uint8Array, format: ImportFormat | undefined): void {
  if (pictureType(bytes) !== null) throw new InputError(say('cli.file-is-picture', { file }));
  if (isZip(bytes) || bytes.length > packageLimits.entryBytes || !isProbablyText(bytes)) return;
  const { text } = decodeText(bytes);
  if ((format ?? detectFormat(text, file)) !== 'article-json') return;
  const fault = findJsonFault(text);
  if (fault) throw new InputError(say('cli.json-damaged', { file, line: fault.line, column: fault.column }));
}

/** Text of a clipboard's flavour. */
export async function readText(file: string): Promise<string> {
  const bytes = await readInput(file);
  if (pictureType(bytes) !== null) throw new InputError(say('cli.file-is-picture', { file }));
  if (!isProbablyText(bytes)) throw new InputError(say('cli.file-binary', { file }));
  return decodeText(bytes).text;
}

/** `--lang` wins over what the file says; the newsroom's language stands in where the file could have said one and did not. */
function inLanguage(read: ImportedArticle, { language, newsroomLanguage }: AskedContext): ImportedArticle {
  const { metadata } = read.article;
  const isLossless = read.format === 'galley' || read.format === 'article-json';
  const wanted = language || (metadata.language === '' && !isLossless ? newsroomLanguage : metadata.language);
  return wanted === metadata.language ? read : { ...read, article: { ...read.article, metadata: { ...metadata, language: wanted } } };
}

/** Writes a file of the command's own, folders included; whole or not at all. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeAtomically(path, data);
  } catch (error) {
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
