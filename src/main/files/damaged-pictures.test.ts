import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describePicture, imageIdOf } from './picture-file.ts';
import { ImageStore } from './image-store.ts';
import { checkPicture } from './picture-check.ts';
import { fixture } from './picture-fixtures.ts';
import { readPictureFacts } from './picture-metadata.ts';
import { stripPrivateMetadata } from './strip-private-metadata.ts';

const pictures = ['plain.jpg', 'plain.png', 'plain.webp', 'plain.gif', 'plain.avif'].map((name) => ({ name, bytes: fixture(name) }));

const injured = fc.constantFrom(...pictures).chain(({ name, bytes }) => {
  const at = fc.nat(bytes.length - 1);
  const changed = fc.oneof(
    fc.record({ at, bit: fc.nat(7) }).map((flip) => bytes.with(flip.at, (bytes[flip.at] ?? 0) ^ (1 << flip.bit))),
    fc.record({ at, noise: fc.uint8Array({ minLength: 16, maxLength: 16 }) }).map((written) => Uint8Array.from([...bytes.subarray(0, written.at), ...written.noise, ...bytes.subarray(written.at + 16)])),
    at.map((page) => Uint8Array.from(bytes, (byte, index) => (index >= page && index < page + 512 ? 0 : byte))),
    at.map((end) => bytes.subarray(0, end)),
  );
  return changed.map((content) => ({ name, whole: bytes, content }));
});

test('a damaged picture is described or refused in words; its metadata is read or not, and none of it throws', () => {
  let refused = 0;
  fc.assert(
    fc.property(injured, ({ name, content }) => {
      const described = describePicture(content, name);
      if (!described.ok) {
        expect(described.error.message).not.toBe('');
        refused += 1;
        return;
      }
      expect(described.value.imageId).toBe(imageIdOf(content));
      for (const fact of Object.values(readPictureFacts(content))) expect(typeof fact).toBe('string');
      expect(stripPrivateMetadata(content, described.value.stored.mediaType)).toBeInstanceOf(Uint8Array);
    }),
    { numRuns: 400 },
  );
  expect(refused).toBeGreaterThan(20);
});

test('a stored picture that is no longer what its name says is missing for the page, told by the check, and mended by adding it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-pictures-'));
  const store = new ImageStore(folder, () => Promise.resolve({}));
  await fc.assert(
    fc.asyncProperty(injured, async ({ name, whole, content }) => {
      const added = await store.put(whole, name);
      if (!added.ok) throw new Error(added.error.message);
      const { imageId } = added.value;
      expect(imageIdOf((await store.read(imageId)) ?? new Uint8Array())).toBe(imageId);
      const { path } = await checkPicture(folder, imageId);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      const isHurt = imageIdOf(content) !== imageId;
      expect((await store.read(imageId)) === null).toBe(isHurt);
      expect((await checkPicture(folder, imageId)).state).toBe(isHurt ? 'changed' : 'whole');
      await store.put(whole, name);
      expect(imageIdOf((await store.read(imageId)) ?? new Uint8Array())).toBe(imageId);
    }),
    { numRuns: 60 },
  );
  rmSync(folder, { recursive: true, force: true });
});
