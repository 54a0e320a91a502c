/** Reads a library's zip from anywhere: names, sizes and the list of entries before anything is unpacked, every hash while it is. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { newestVersion } from '../storage/migrations/index.ts';
import { manifestName, zipManifest, type ZipManifest } from './backup-zip-form.ts';

/** The only names such a zip holds: nothing absolute, no `..`, no other folder. */
const allowedName = /^(galley-library\.json|galley\.db|settings\.json|images\/[0-9a-f]{2}\/sha256-[0-9a-f]{64}\.(jpg|png|webp|gif|avif|tif))$/;
const mostEntries = 1_000_000;
/** Bytes unpacked: a library of this size would not be one of articles. */
const mostBytes = 256 * 1024 ** 3;
const manifestBytes = 256 * 1024 ** 2;
/** Unpacked to packed size; only asked of entries over a megabyte. A database with much free space comes near fifty. */
const mostRatio = 500;

export interface LibraryZip {
  readonly manifest: ZipManifest;
  /** Unpacks everything into an empty folder, each entry forced to be what the list says. */
  extract(folder: string): Promise<Result<null>>;
  close(): void;
}

/** Why a zip is refused; becomes a value at this module's door. */
class Refused extends Error {}

/** Opens a zip and checks everything that can be checked without unpacking the library. */
export async function openLibraryZip(file: string): Promise<Result<LibraryZip>> {
  let zip: ZipFile | null = null;
  try {
    const opened = (zip = await openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }));
    const entries = await entriesOf(opened);
    const manifest = await readZipManifest(opened, entries);
    return ok({ manifest, extract: (folder) => extractAll(file, opened, { entries, manifest, folder }), close: () => opened.close() });
  } catch (error) {
    zip?.close();
    return refusal(file, error);
  }
}

/** True for a zip that says it holds a library. */
export async function isLibraryZip(file: string): Promise<boolean> {
  const opened = await openLibraryZip(file);
  if (opened.ok) opened.value.close();
  return opened.ok;
}

function refusal(file: string, error: unknown): ReturnType<typeof fail> {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOENT') return fail('file-not-found', say('cli.file-missing', { file }));
  if (code === 'ENOSPC') return fail('disk-full', say('backups.noRoom', { file }));
  return fail('bad-file', say('backups.zipDamaged', { file: basename(file), what: error instanceof Error ? error.message : String(error) }));
}

/** All entries by name, each name, size and ratio looked at. */
function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const wrong = wrongWith(entry, entries.has(entry.fileName)) ?? (total > mostBytes || entries.size >= mostEntries ? say('backups.zipTooLarge') : null);
      if (wrong !== null) return reject(new Refused(`${entry.fileName.slice(0, 80)}: ${wrong}`));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function wrongWith(entry: Entry, isSecond: boolean): string | null {
  if (!allowedName.test(entry.fileName)) return say('backups.zipForeignName');
  if (isSecond) return say('backups.zipTwice');
  if (entry.isEncrypted() || !entry.canDecodeFileData()) return say('backups.zipUnreadable');
  if (entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * mostRatio) return say('backups.zipTooTight');
  return null;
}

async function readZipManifest(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<ZipManifest> {
  const entry = entries.get(manifestName);
  if (!entry || entry.uncompressedSize > manifestBytes) throw new Refused(say('backups.zipNoList', { name: manifestName }));
  const pieces: Uint8Array[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) if (piece instanceof Uint8Array) pieces.push(piece);
  const parsed = v.safeParse(zipManifest, jsonOf(Buffer.concat(pieces).toString('utf8')));
  if (!parsed.success) throw new Refused(say('backups.zipNoList', { name: manifestName }));
  const manifest = parsed.output;
  if (manifest.version > 1 || manifest.facts.schema > newestVersion) throw new Refused(say('backups.zipNewer'));
  if (!Object.hasOwn(manifest.entries, 'galley.db')) throw new Refused(say('backups.zipMissing', { name: 'galley.db' }));
  for (const [name, { bytes }] of Object.entries(manifest.entries)) {
    const found = entries.get(name);
    if (!found) throw new Refused(say('backups.zipMissing', { name }));
    if (found.uncompressedSize !== bytes) throw new Refused(say('backups.zipSize', { name }));
  }
  for (const name of entries.keys()) if (name !== manifestName && !Object.hasOwn(manifest.entries, name)) throw new Refused(say('backups.zipUnlisted', { name }));
  return manifest;
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

interface Extraction {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly manifest: ZipManifest;
  readonly folder: string;
}

async function extractAll(file: string, zip: ZipFile, { entries, manifest, folder }: Extraction): Promise<Result<null>> {
  try {
    for (const [name, { sha256 }] of Object.entries(manifest.entries)) {
      const entry = entries.get(name);
      if (!entry) continue;
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true });
      const hash = createHash('sha256');
      const hashing = new Transform({
        transform(piece: Buffer, _encoding, done) {
          hash.update(piece);
          done(null, piece);
        },
      });
      await pipeline(await zip.openReadStreamPromise(entry), hashing, createWriteStream(target, { flags: 'wx', flush: true }));
      const found = hash.digest('hex');
      const named = /^images\/..\/sha256-([0-9a-f]{64})\./.exec(name)?.[1] ?? found;
      if (found !== sha256 || found !== named) throw new Refused(say('backups.zipHash', { name }));
    }
    return ok(null);
  } catch (error) {
    return refusal(file, error);
  }
}
