/** Which picture files there are, where they are used, and cleaning up those that are not. */
import type { PictureCalls, PictureRow } from '../ipc/pictures.ts';
import { ok, type Result } from '../ipc/result.ts';
import type { BackupClient } from './backup-client.ts';
import type { ImageStore } from './files/image-store.ts';
import type { Thumbnails } from './files/thumbnails.ts';
import type { StorageClient } from './storage-client.ts';

/** A picture that was added in the last hour may be of a text that is not saved yet; milliseconds. */
const newForMs = 3_600_000;
/** Articles named of one picture. */
const mostUses = 20;

interface Parts {
  readonly storage: Pick<StorageClient, 'call'>;
  readonly backups: Pick<BackupClient, 'run'>;
  readonly images: ImageStore;
  readonly thumbnails: Pick<Thumbnails, 'forget'>;
  readonly nowMs: () => number;
}
type Answer<Name extends keyof PictureCalls> = Promise<Result<PictureCalls[Name]['answer']>>;

export class PictureLibrary {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async list(): Answer<'pictures.list'> {
    const uses = await this.#uses();
    if (!uses.ok) return uses;
    const { images } = this.#parts;
    const files = [...(await images.list()).map((file) => ({ ...file, cleanedAtMs: null })), ...(await images.trash.list())];
    const rows = files.map(({ imageId, bytes, cleanedAtMs }): PictureRow => ({ imageId, bytes, cleanedAtMs, ...uses.value(imageId) }));
    return ok(rows.toSorted((a, b) => b.bytes - a.bytes || (a.imageId < b.imageId ? -1 : 1)));
  }

  async usesOf(imageId: string): Answer<'pictures.uses'> {
    const uses = await this.#uses();
    return uses.ok ? ok(uses.value(imageId)) : uses;
  }

  /** Everything is asked anew, whatever the list said: an article may have taken a picture meanwhile. */
  async cleanUp(): Answer<'pictures.cleanUp'> {
    const { images, thumbnails, nowMs } = this.#parts;
    const files = await images.list();
    const uses = await this.#uses();
    if (!uses.ok) return uses;
    const now = nowMs();
    const unused = files.filter(({ imageId, addedAtMs }) => isUnused(uses.value(imageId)) && now - addedAtMs > newForMs);
    const taken = new Set(await images.trash.take(unused, now));
    for (const imageId of taken) await thumbnails.forget(imageId);
    return ok({ imageIds: [...taken], bytes: unused.reduce((sum, { imageId, bytes }) => sum + (taken.has(imageId) ? bytes : 0), 0) });
  }

  async putBack(imageIds: readonly string[]): Answer<'pictures.putBack'> {
    return ok({ count: await this.#parts.images.trash.putBack(imageIds) });
  }

  /** What is known of a picture, from the library and its backups. */
  async #uses(): Promise<Result<(imageId: string) => Pick<PictureRow, 'fileName' | 'uses' | 'articles' | 'backups'>>> {
    const used = await this.#parts.storage.call('pictures.used', null);
    if (!used.ok) return used;
    const kept = await this.#parts.backups.run('pictures', null);
    if (!kept.ok) return kept;
    const known = new Map(used.value.map((picture) => [picture.imageId, picture]));
    const backups = new Map<string, number>();
    for (const { pictures } of kept.value) for (const imageId of pictures) backups.set(imageId, (backups.get(imageId) ?? 0) + 1);
    return ok((imageId) => {
      const picture = known.get(imageId);
      return { fileName: picture?.stored.fileName ?? '', uses: (picture?.uses ?? []).slice(0, mostUses), articles: picture?.uses.length ?? 0, backups: backups.get(imageId) ?? 0 };
    });
  }
}

const isUnused = ({ articles, backups }: Pick<PictureRow, 'articles' | 'backups'>): boolean => articles === 0 && backups === 0;
