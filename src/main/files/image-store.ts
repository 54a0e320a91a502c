/** Pictures as files named by the hash of their bytes: images/ab/<imageId>.<extension>. Originals are never changed. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { StoredImage } from '../../article/article.ts';
import { imageExtension } from '../../article/export/names.ts';
import type { AddedImage } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { describePicture } from './picture-file.ts';
import { PictureTrash } from './picture-trash.ts';
import { writeAtomically } from './write-atomically.ts';

const extensions = ['jpg', 'png', 'webp', 'gif', 'avif', 'tif'];
const idForm = /^sha256-[0-9a-f]{64}$/;

export class ImageStore {
  /** What was cleaned away; a picture that is asked for again comes back from it. */
  readonly trash: PictureTrash;
  readonly #folder: string;
  readonly #readMetadata: (bytes: Uint8Array) => Promise<StoredImage['fromFile']>;

  /** @param readMetadata what the file's own metadata says; answers {} where it says nothing or cannot be read */
  constructor(dataFolder: string, readMetadata: (bytes: Uint8Array) => Promise<StoredImage['fromFile']>) {
    this.#folder = join(dataFolder, 'images');
    this.trash = new PictureTrash(dataFolder);
    this.#readMetadata = readMetadata;
  }

  async put(bytes: Uint8Array, fileName: string): Promise<Result<AddedImage>> {
    const described = describePicture(bytes, fileName);
    if (!described.ok) return fail('bad-file', `${basename(fileName)}: ${described.error.message}`);
    const { imageId, stored } = described.value;
    // A file that no longer is what its name says is written anew.
    if (!(await this.read(imageId))) {
      const path = this.#path(imageId, imageExtension(stored.mediaType));
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeAtomically(path, bytes);
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        const message = say('files.store-not-writable', { name: basename(fileName), folder: this.#folder, reason: reason === 'ENOSPC' ? say('files.reason-no-room') : say('files.reason-code', { code: reason }) });
        return fail(reason === 'ENOSPC' ? 'disk-full' : 'not-writable', message);
      }
    }
    return ok({ imageId, stored: { ...stored, fromFile: await this.#readMetadata(bytes) } });
  }

  /** The bytes, or null where there is no such picture, its file is damaged, or the id is none. */
  async read(imageId: string): Promise<Uint8Array | null> {
    const found = await this.find(imageId);
    const bytes = found && (await readFile(found.path).catch(() => null));
    return bytes && `sha256-${createHash('sha256').update(bytes).digest('hex')}` === imageId ? bytes : null;
  }

  /** Where its file is and how long, unread; null where there is no such picture or the id is none. */
  async find(imageId: string): Promise<{ readonly path: string; readonly bytes: number } | null> {
    if (!idForm.test(imageId)) return null;
    const found = await this.#inPlace(imageId);
    return found ?? ((await this.trash.putBack([imageId])) > 0 ? this.#inPlace(imageId) : null);
  }

  async #inPlace(imageId: string): Promise<{ readonly path: string; readonly bytes: number } | null> {
    for (const extension of extensions) {
      const path = this.#path(imageId, extension);
      const entry = await stat(path).catch(() => null);
      if (entry?.isFile()) return { path, bytes: entry.size };
    }
    return null;
  }

  /** Every picture file, by its name alone. */
  async list(): Promise<readonly { readonly imageId: string; readonly path: string; readonly bytes: number; readonly addedAtMs: number }[]> {
    const names = await readdir(this.#folder, { recursive: true }).catch(() => []);
    const found = names.map(async (name) => {
      const imageId = /^(sha256-[0-9a-f]{64})\.[a-z]+$/.exec(basename(name))?.[1];
      const path = join(this.#folder, name);
      const entry = imageId === undefined ? null : await stat(path).catch(() => null);
      return imageId !== undefined && entry?.isFile() ? [{ imageId, path, bytes: entry.size, addedAtMs: entry.mtimeMs }] : [];
    });
    return (await Promise.all(found)).flat();
  }

  /** @param imageId checked by the caller to be hexadecimal: it becomes part of a path */
  #path(imageId: string, extension: string): string {
    return join(this.#folder, imageId.slice('sha256-'.length, 'sha256-'.length + 2), `${imageId}.${extension}`);
  }
}
