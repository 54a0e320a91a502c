import { fork } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Vips from 'wasm-vips';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ImageStore } from '../../src/main/files/image-store.ts';
import { PictureDesk, type StartPictures } from '../../src/main/files/picture-desk.ts';
import { readPictureHeader } from '../../src/main/files/picture-header.ts';
import type { PictureReply, PictureTask } from '../../src/main/files/picture-process.ts';
import { Thumbnails } from '../../src/main/files/thumbnails.ts';

const entry = fileURLToPath(new URL('../../out/main/pictures.js', import.meta.url));
let started = 0;
/** The real process, as `child_process` starts it. */
const startPictures: StartPictures = (onReply, onEnd) => {
  started += 1;
  const child = fork(entry, { serialization: 'advanced' });
  child.on('message', (reply) => onReply(reply as PictureReply));
  child.once('exit', onEnd);
  return { send: (request) => child.send(request), end: () => child.kill('SIGKILL') };
};
const patience = { pictureMs: 60_000, startMs: 60_000, idleMs: 5_000 };
/** One process for all that have nothing to say about processes: each start takes a second. */
const shared = new PictureDesk(startPictures, patience);

let vips: typeof Vips;
beforeAll(async () => { vips = await Vips({ dynamicLibraries: ['vips-heif.wasm'], printErr: () => undefined }); });

/** A picture of noise, so that its file is as heavy as a photograph's. */
function noise(width: number, height: number, kind: string, options: Record<string, unknown> = {}): Uint8Array {
  const band = vips.Image.gaussnoise(width, height, { mean: 128, sigma: 20 });
  return Uint8Array.from(band.bandjoin([band, band]).cast('uchar').copy({ interpretation: 'srgb' }).writeToBuffer(`.${kind}`, options));
}

let folder = '';
let images: ImageStore;
let asked: PictureTask[] = [];
let desk: PictureDesk;
const thumbnails = (): Thumbnails => new Thumbnails(folder, images, { ask: ((task: PictureTask) => { asked.push(task); return desk.ask(task as never); }) as PictureDesk['ask'] });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-thumbnails-'));
  images = new ImageStore(folder, () => Promise.resolve({}));
  desk = shared;
  asked = [];
  started = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function kept(bytes: Uint8Array): Promise<string> {
  const result = await images.put(bytes, 'picture');
  if (!result.ok) throw new Error(result.error.message);
  return result.value.imageId;
}
const shape = (bytes: Uint8Array | null): unknown => {
  const header = bytes && readPictureHeader(bytes);
  return header?.ok ? [header.mediaType, header.width, header.height] : header;
};

const isSame = (one: Uint8Array | null, other: Uint8Array): boolean => one !== null && Buffer.compare(one, other) === 0;

describe('a picture shown small', () => {
  test.each([['jpg', {}], ['png', {}], ['webp', { Q: 90 }], ['avif', { effort: 0, Q: 90 }], ['gif', {}]] as const)('%s: a thumbnail is made once and kept', async (kind, options) => {
    const imageId = await kept(noise(1500, 1000, kind, options));
    const shown = thumbnails();
    expect(shape(await shown.read(imageId, 'small'))).toEqual(['image/webp', 640, 427]);
    expect(shape(await shown.read(imageId, 'small'))).toEqual(['image/webp', 640, 427]);
    expect(shape(await thumbnails().read(imageId, 'small'))).toEqual(['image/webp', 640, 427]);
    expect(asked.length).toBe(1);
    await shown.forget(imageId);
    expect((await readdir(join(folder, 'thumbnails'), { recursive: true })).filter((name) => name.endsWith('.webp'))).toEqual([]);
  });

  test('asked for by several places at once it is made once', async () => {
    const imageId = await kept(noise(1200, 800, 'jpg'));
    const shown = thumbnails();
    const read = await Promise.all([shown.read(imageId, 'small'), shown.read(imageId, 'small'), shown.read(imageId, 'small')]);
    expect(read.map(shape)).toEqual(Array.from({ length: 3 }, () => ['image/webp', 640, 427]));
    expect(asked.length).toBe(1);
  });

  test('a camera’s turn is applied', async () => {
    const band = vips.Image.gaussnoise(1200, 800, { mean: 128, sigma: 20 }).cast('uchar').copy();
    band.setInt('orientation', 6);
    expect(shape(await thumbnails().read(await kept(Uint8Array.from(band.writeToBuffer('.jpg'))), 'small'))).toEqual(['image/webp', 427, 640]);
  });

  test('a small picture, a nearly small one and a moving one are shown themselves', async () => {
    const small = noise(200, 100, 'png');
    expect(isSame(await thumbnails().read(await kept(small), 'page'), small)).toBe(true);
    expect(asked).toEqual([]);
    const nearly = noise(1700, 1000, 'jpg', { Q: 95 });
    expect(isSame(await thumbnails().read(await kept(nearly), 'page'), nearly)).toBe(true);
    const frames = vips.Image.gaussnoise(1200, 1600, { mean: 128, sigma: 20 }).cast('uchar').copy();
    frames.setInt('page-height', 800);
    const moving = Uint8Array.from(frames.writeToBuffer('.gif'));
    expect(isSame(await thumbnails().read(await kept(moving), 'small'), moving)).toBe(true);
  });

  test('a TIFF is never shown itself: one of any size is shown by a thumbnail, one that cannot be read not at all', async () => {
    expect(shape(await thumbnails().read(await kept(noise(200, 100, 'tif')), 'page'))).toEqual(['image/webp', 200, 100]);
    expect(shape(await thumbnails().read(await kept(noise(1500, 1000, 'tif', { compression: 'lzw' })), 'small'))).toEqual(['image/webp', 640, 427]);
    desk = new PictureDesk(startPictures, { ...patience, pictureMs: 1, startMs: 1 });
    expect(await thumbnails().read(await kept(noise(2000, 2000, 'tif')), 'page')).toBeNull();
  });

  test('a light file of many pixels is not decoded in the window', async () => {
    const flat = Uint8Array.from(vips.Image.black(9000, 9000).writeToBuffer('.png', { compression: 9 }));
    expect(flat.length).toBeLessThan(300_000);
    expect(shape(await thumbnails().read(await kept(flat), 'page'))).toEqual(['image/webp', 1600, 1600]);
  });

  test('a picture whose file is gone or changed has no thumbnail either', async () => {
    const imageId = await kept(noise(1200, 800, 'jpg'));
    const { path } = (await images.find(imageId)) ?? { path: '' };
    await writeFile(path, noise(1200, 800, 'jpg', { Q: 50 }));
    expect(await thumbnails().read(imageId, 'small')).toBeNull();
    await kept(noise(900, 900, 'jpg'));
    await rm(path);
    expect(await thumbnails().read(imageId, 'small')).toBeNull();
  });
});

describe('PictureDesk', () => {
  const task = (to: string, imageId: string, from: string): Extract<PictureTask, { do: 'thumbnail' }> => ({ do: 'thumbnail', imageId, from, to: join(folder, to), longest: 640 });

  test('a picture that takes too long has no answer, is shown itself, and the next one gets a new process', async () => {
    const heavy = noise(2000, 2000, 'png');
    const imageId = await kept(heavy);
    desk = new PictureDesk(startPictures, { ...patience, pictureMs: 1, startMs: 1 });
    expect(isSame(await thumbnails().read(imageId, 'small'), heavy)).toBe(true);
    desk = new PictureDesk(startPictures, patience);
    expect(shape(await thumbnails().read(imageId, 'small'))).toEqual(['image/webp', 640, 640]);
    expect(started).toBe(2);
  });

  test('one at a time, the last asked for first; a process that is idle is ended', async () => {
    const { imageId, path } = await kept(noise(1200, 800, 'jpg')).then(async (id) => ({ imageId: id, path: (await images.find(id))?.path ?? '' }));
    const order: number[] = [];
    let ended = 0;
    desk = new PictureDesk((onReply, onEnd) => startPictures(onReply, () => { ended += 1; onEnd(); }), { ...patience, idleMs: 200 });
    await Promise.all([0, 1, 2, 3].map((number) => desk.ask(task(`${number}.webp`, imageId, path)).then((answer) => { expect(answer).toBe('made'); order.push(number); })));
    expect(order).toEqual([0, 3, 2, 1]);
    expect(started).toBe(1);
    await expect.poll(() => ended, { timeout: 10_000 }).toBe(1);
    expect(await desk.ask(task('again.webp', imageId, path))).toBe('made');
    expect(started).toBe(2);
  });

  test('a file that breaks the decoder gives no answer, and the process stays', async () => {
    desk = new PictureDesk(startPictures, patience);
    const cut = noise(1200, 800, 'jpg').slice(0, 900);
    const imageId = `sha256-${'0'.repeat(64)}`;
    await writeFile(join(folder, 'cut.jpg'), cut);
    expect(await desk.ask(task('cut.webp', imageId, join(folder, 'cut.jpg')))).toBe('changed');
    expect(await desk.ask(task('none.webp', imageId, join(folder, 'none.jpg')))).toBeNull();
    expect(await desk.ask({ do: 'facts', bytes: cut })).toEqual({});
    expect(started).toBe(1);
  });
});
