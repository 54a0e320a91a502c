/** Small copies of large pictures for the window: thumbnails/ab/<imageId>.<pixels>.webp in the data folder. They can be made anew at any time. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageStore } from './image-store.ts';
import type { PictureDesk } from './picture-desk.ts';
import { pictureType, readPictureHeader } from './picture-header.ts';

/** Pixels of the longer side: a picture across the page, on screens with two pixels a point too; one in a gallery or a comparison. */
const longestSides = { page: 1600, small: 640 } as const;
export type ThumbnailSize = keyof typeof longestSides;

export const isThumbnailSize = (name: string): name is ThumbnailSize => Object.hasOwn(longestSides, name);

/** A picture that is light to send and light to decode is shown itself: bytes, and pixels. */
const lightBytes = 300_000;
const lightPixels = 2_000_000;

export class Thumbnails {
  readonly #folder: string;
  readonly #images: ImageStore;
  readonly #desk: Pick<PictureDesk, 'ask'>;
  /** Those that are shown themselves, by file of the thumbnail there would be: small ones, moving ones, and those no thumbnail could be made of. */
  readonly #shownThemselves = new Set<string>();
  readonly #making = new Map<string, Promise<boolean>>();

  constructor(dataFolder: string, images: ImageStore, desk: Pick<PictureDesk, 'ask'>) {
    this.#folder = join(dataFolder, 'thumbnails');
    this.#images = images;
    this.#desk = desk;
  }

  /** The bytes to show: the thumbnail, or the picture where it has none. Null where there is no such picture, its file is damaged, or it is a TIFF nothing could be made of. */
  async read(imageId: string, size: ThumbnailSize): Promise<Uint8Array | null> {
    const original = await this.#images.find(imageId);
    if (original === null) return null;
    const file = join(this.#folder, imageId.slice('sha256-'.length, 'sha256-'.length + 2), `${imageId}.${longestSides[size]}.webp`);
    if (!this.#shownThemselves.has(file)) {
      const cached = await readFile(file).catch(() => null);
      if (cached && readPictureHeader(cached).ok) return cached;
      if (original.bytes > lightBytes || !(await this.#isLight(imageId))) {
        const making = this.#making.get(file) ?? this.#make({ imageId, from: original.path, to: file, longest: longestSides[size] }).finally(() => this.#making.delete(file));
        this.#making.set(file, making);
        const made = (await making) ? await readFile(file).catch(() => null) : null;
        if (made) return made;
      }
      this.#shownThemselves.add(file);
    }
    const itself = await this.#images.read(imageId);
    return itself && pictureType(itself) === 'image/tiff' ? null : itself;
  }

  /** Removes a picture's thumbnails, so that nothing is left of it. */
  async forget(imageId: string): Promise<void> {
    const folder = join(this.#folder, imageId.slice('sha256-'.length, 'sha256-'.length + 2));
    const names = await readdir(folder).catch(() => []);
    for (const name of names) if (name.startsWith(`${imageId}.`)) await rm(join(folder, name), { force: true });
  }

  async #isLight(imageId: string): Promise<boolean> {
    const bytes = await this.#images.read(imageId);
    const header = bytes && readPictureHeader(bytes);
    return header?.ok === true && header.mediaType !== 'image/tiff' && header.width * header.height <= lightPixels;
  }

  async #make(given: { readonly imageId: string; readonly from: string; readonly to: string; readonly longest: number }): Promise<boolean> {
    return (await this.#desk.ask({ do: 'thumbnail', ...given })) === 'made';
  }
}
