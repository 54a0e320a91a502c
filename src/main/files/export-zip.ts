/**
 * An export as one zip: everything that would stand in the folder, under the same names. The bytes depend on the files alone,
 * not on the hour, the machine or the order they were written in. A comment at its end says which articles it is of, so that
 * the next export of them replaces it and nothing else does.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Article } from '../../article/article.ts';
import { fileStem, numberedStem } from '../../article/export/index.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { removeLitter, temporaryName } from './temporary-name.ts';
import { syncFolder } from './write-atomically.ts';

/** The earliest a zip can say; read as wall clock by every zone alike. */
const noTime = (): Date => new Date(1980, 0, 1, 12);
/** Kinds that are packed as they are: they would not get smaller. */
const packed = /\.(?:jpe?g|png|webp|avif|gif|docx|galley)$/i;

interface Packing {
  /** A folder that holds the export and nothing else. */
  readonly staging: string;
  /** The folder the person chose. */
  readonly folder: string;
  /** Name without extension. */
  readonly stem: string;
  readonly articleIds: readonly string[];
}

/** What a zip is called: as the one article in it, else `articles`. */
export const zipStem = (first: Article | undefined, count: number): string => (first && count === 1 ? fileStem(first) : 'articles');

/** An empty folder for an export that is to be packed; the caller removes it. */
export const stagingFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'galley-zip-'));

/** Packs an export; the old zip of the same articles stays whole until the new one is. */
export async function packExport({ staging, folder, stem, articleIds }: Packing): Promise<Result<ExportedFile>> {
  const comment = `galley-export ${createHash('sha256').update([...new Set(articleIds)].toSorted().join(' ')).digest('hex')}`;
  await removeLitter(folder);
  const target = join(folder, await freeName(folder, stem, comment));
  const temporary = temporaryName(target);
  try {
    await writeZip(temporary, staging, comment);
    await rename(temporary, target);
    await syncFolder(dirname(target));
    const { size } = await lstat(target);
    return ok({ path: target.slice(folder.length).replace(/^[\\/]+/, ''), bytes: size, mediaType: 'application/zip', role: 'main' });
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return full ? fail('disk-full', say('exporting.diskFull', { folder })) : fail('not-writable', say('exporting.notWritable', { folder, reason: error instanceof Error ? error.message : '' }));
  }
}

/** The first name that is free, or whose zip is of the same articles. */
async function freeName(folder: string, stem: string, comment: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${numberedStem(stem, number)}.zip`;
    const there = await lstat(join(folder, name)).catch(() => null);
    if (!there || (there.isFile() && (await endsWith(join(folder, name), comment)))) return name;
  }
}

/** A zip's comment is the last thing in it. */
async function endsWith(path: string, comment: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const wanted = Buffer.from(comment);
    if (size < wanted.length) return false;
    const { buffer } = await file.read(Buffer.alloc(wanted.length), 0, wanted.length, size - wanted.length);
    return buffer.equals(wanted);
  } finally {
    await file.close();
  }
}

async function writeZip(path: string, staging: string, comment: string): Promise<void> {
  const zip = new ZipFile();
  const found = await readdir(staging, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const entries = files.map((file) => ({ file, name: file.slice(staging.length + 1).split(sep).join('/') })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  // A source that fails while it is read is told by the zip and not by its output.
  const failed = new Promise<never>((_resolve, reject) => void zip.on('error', reject));
  const output = pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx' }));
  for (const { file, name } of entries) zip.addFile(file, name, { mtime: noTime(), mode: 0o100644, forceDosTimestamp: true, compress: !packed.test(name) });
  zip.end({ comment, forceZip64Format: false });
  await Promise.race([output, failed]);
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
