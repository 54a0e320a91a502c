import { ImageStore } from './files/image-store.ts';
import type { Copying } from './files/picture-copies.ts';
import { PictureDesk } from './files/picture-desk.ts';
import { Thumbnails } from './files/thumbnails.ts';
import type { Log } from './log.ts';
import type { SettingsFile } from './settings.ts';
import { built } from './shell/built.ts';
import { startPictures } from './start-pictures.ts';

export interface Pictures {
  readonly images: ImageStore;
  readonly thumbnails: Thumbnails;
  /** Makes copies of pictures for exports, as the newsroom asks. */
  readonly copying: () => Copying;
}

/** The picture store with what reads, shows and copies its files, each in processes of its own: an import never waits for a thumbnail. */
export function openPictures(folder: string, settings: SettingsFile, log: Log): Pictures {
  const start = startPictures(built('main', 'pictures.js'), log);
  const reading = new PictureDesk(start, { pictureMs: 5_000, startMs: 20_000, idleMs: 60_000 });
  // The slowest kind, AVIF, takes a second for two megapixels.
  const showing = new PictureDesk(start, { pictureMs: 40_000, startMs: 20_000, idleMs: 10_000 });
  const copies = new PictureDesk(start, { pictureMs: 120_000, startMs: 20_000, idleMs: 5_000 });
  const images = new ImageStore(folder, async (bytes) => (await reading.ask({ do: 'facts', bytes })) ?? {});
  void images.trash.empty(Date.now());
  return {
    images,
    thumbnails: new Thumbnails(folder, images, showing),
    copying: () => ({ rules: settings.current.pictures, make: (bytes, copy) => copies.ask({ do: 'copy', bytes, copy }) }),
  };
}
