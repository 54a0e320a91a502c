import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImageStore } from './image-store.ts';
import { fixture } from './picture-fixtures.ts';

let folder = '';
let store: ImageStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-images-'));
  store = new ImageStore(folder, () => Promise.resolve({ caption: 'A pier' }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('ImageStore', () => {
  it('keeps the bytes under their hash and says what they are, whatever the name claims', async () => {
    const bytes = fixture('plain.png');
    const hex = createHash('sha256').update(bytes).digest('hex');
    expect(await store.put(bytes, 'elsewhere/pier.jpg')).toEqual({
      ok: true,
      value: { imageId: `sha256-${hex}`, stored: { fileName: 'pier.jpg', mediaType: 'image/png', width: 48, height: 32, bytes: bytes.length, fromFile: { caption: 'A pier' } } },
    });
    expect(new Uint8Array(await readFile(join(folder, 'images', hex.slice(0, 2), `sha256-${hex}.png`)))).toEqual(bytes);
    expect(new Uint8Array((await store.read(`sha256-${hex}`)) ?? [])).toEqual(bytes);
  });

  it('does not write a picture it has', async () => {
    const bytes = fixture('plain.jpg');
    const hex = createHash('sha256').update(bytes).digest('hex');
    await store.put(bytes, 'a.jpg');
    const path = join(folder, 'images', hex.slice(0, 2), `sha256-${hex}.jpg`);
    const before = await stat(path);
    await store.put(bytes, 'b.jpg');
    expect((await stat(path)).ino).toBe(before.ino);
  });

  it('refuses what is no picture and keeps nothing of it', async () => {
    const result = await store.put(fixture('drawing.svg'), 'drawing.svg');
    expect(result.ok ? '' : result.error.message).toContain('drawing.svg: SVG');
    expect(await readdir(folder)).toEqual([]);
  });

  it('reads nothing outside its folder', async () => {
    await writeFile(join(folder, 'secret.jpg'), 'x');
    for (const id of ['../secret', 'sha256-../../secret', `sha256-${'0'.repeat(64)}`, `sha256-${'0'.repeat(64)}/../../secret`, '']) expect(await store.read(id)).toBeNull();
  });

  it('says that the store cannot be written', async () => {
    await writeFile(join(folder, 'images'), 'a file stands in the way');
    const result = await store.put(fixture('plain.gif'), 'a.gif');
    expect(result.ok ? '' : result.error.code).toBe('not-writable');
  });
});
