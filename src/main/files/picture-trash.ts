/** Picture files that were cleaned away: images-trash/<milliseconds>/<imageId>.<ext>, deleted after thirty days. */
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export const keptForMs = 30 * 86_400_000;

export interface TrashedPicture {
  readonly imageId: string;
  readonly path: string;
  readonly bytes: number;
  readonly cleanedAtMs: number;
}

export class PictureTrash {
  readonly #images: string;
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#images = join(dataFolder, 'images');
    this.#folder = join(dataFolder, 'images-trash');
  }

  /** Moves files here, each in one step; one that cannot be moved stays where it is. @returns ids of those that were */
  async take(pictures: readonly { readonly imageId: string; readonly path: string }[], nowMs: number): Promise<readonly string[]> {
    const folder = join(this.#folder, String(nowMs));
    const taken: string[] = [];
    if (pictures.length > 0) await mkdir(folder, { recursive: true });
    for (const { imageId, path } of pictures) {
      const isMoved = await rename(path, join(folder, basename(path))).then(() => true, () => false);
      if (isMoved) taken.push(imageId);
    }
    return taken;
  }

  /** Puts pictures back in their place. @returns how many were here */
  async putBack(imageIds: readonly string[]): Promise<number> {
    const asked = new Set(imageIds);
    let back = 0;
    for (const { imageId, path } of await this.list()) {
      if (!asked.has(imageId)) continue;
      const target = join(this.#images, imageId.slice('sha256-'.length, 'sha256-'.length + 2), basename(path));
      await mkdir(dirname(target), { recursive: true });
      await rename(path, target);
      await rmdir(dirname(path)).catch(() => undefined);
      back += 1;
    }
    return back;
  }

  async list(): Promise<readonly TrashedPicture[]> {
    const found: TrashedPicture[] = [];
    for (const time of await readdir(this.#folder).catch(() => [])) {
      if (!/^\d+$/.test(time)) continue;
      for (const name of await readdir(join(this.#folder, time)).catch(() => [])) {
        const imageId = /^(sha256-[0-9a-f]{64})\.[a-z]+$/.exec(name)?.[1];
        const path = join(this.#folder, time, name);
        const entry = imageId === undefined ? null : await stat(path).catch(() => null);
        if (imageId !== undefined && entry?.isFile()) found.push({ imageId, path, bytes: entry.size, cleanedAtMs: Number(time) });
      }
    }
    return found;
  }

  /** Deletes what has been here for thirty days. */
  async empty(nowMs: number): Promise<void> {
    for (const time of await readdir(this.#folder).catch(() => [])) {
      if (/^\d+$/.test(time) && nowMs - Number(time) > keptForMs) await rm(join(this.#folder, time), { recursive: true, force: true });
    }
  }
}
