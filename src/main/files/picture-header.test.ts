import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exifSegment, fixture, joined, tiffBlock, withSegments } from './picture-fixtures.ts';
import { maxPictureBytes, readPictureHeader } from './picture-header.ts';

describe('readPictureHeader', () => {
  it.each([
    ['plain.jpg', 'image/jpeg'],
    ['plain.png', 'image/png'],
    ['plain.gif', 'image/gif'],
    ['plain.avif', 'image/avif'],
    ['plain.webp', 'image/webp'],
    ['lossless.webp', 'image/webp'],
    ['alpha.webp', 'image/webp'],
  ])('%s is %s of 48 by 32', (name, mediaType) => {
    expect(readPictureHeader(fixture(name))).toEqual({ ok: true, mediaType, width: 48, height: 32 });
  });

  it.each([1, 2, 3, 4])('orientation %i keeps a JPEG as it lies', (orientation) => {
    expect(readPictureHeader(turned(orientation, true))).toMatchObject({ width: 48, height: 32 });
  });
  it.each([5, 6, 7, 8])('orientation %i stands a JPEG up', (orientation) => {
    expect(readPictureHeader(turned(orientation, true))).toMatchObject({ width: 32, height: 48 });
    expect(readPictureHeader(turned(orientation, false))).toMatchObject({ width: 32, height: 48 });
  });

  it.each([
    ['drawing.svg', /SVG drawings .* PNG/],
    ['photograph.heic', /HEIC .* JPEG/],
    ['photograph.tiff', /TIFF .* JPEG/],
    ['drawing.bmp', /BMP .* PNG/],
    ['cut-off.jpg', /JPEG file is cut off/],
  ])('%s is refused with a sentence', (name, sentence) => {
    expect(refusalOf(fixture(name))).toMatch(sentence);
  });

  it.each(['plain.jpg', 'plain.png', 'plain.webp', 'plain.avif'])('%s without its last bytes is refused', (name) => {
    const whole = fixture(name);
    expect(refusalOf(whole.subarray(0, whole.length - 10))).toContain('cut off');
  });

  it('refuses what is no picture, nothing at all, and what is too much', () => {
    expect(readPictureHeader(new Uint8Array())).toMatchObject({ ok: false, message: 'The file is empty.' });
    expect(readPictureHeader(new TextEncoder().encode('MZ a programme'))).toMatchObject({ ok: false });
    expect(refusalOf(new Uint8Array(maxPictureBytes + 1))).toContain('100 MB');
    const huge = Uint8Array.from(fixture('plain.png'));
    new DataView(huge.buffer).setUint32(16, 20_000);
    new DataView(huge.buffer).setUint32(20, 5_001);
    expect(refusalOf(huge)).toContain('20,000 × 5,001');
    new DataView(huge.buffer).setUint32(20, 5_000);
    expect(readPictureHeader(huge)).toMatchObject({ ok: true });
  });

  it('does not go by the name of a chunk at the wrong place', () => {
    expect(readPictureHeader(joined([0], fixture('plain.png')))).toMatchObject({ ok: false });
  });

  it('never throws, whatever is damaged', () => {
    const names = ['plain.jpg', 'plain.png', 'plain.gif', 'plain.avif', 'plain.webp', 'alpha.webp'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }), fc.nat(500), (name, changes, length) => {
        const bytes = Uint8Array.from(fixture(name));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const header = readPictureHeader(bytes.subarray(0, length));
        expect(header.ok ? header.width * header.height > 0 : header.message.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

const turned = (orientation: number, littleEndian: boolean): Uint8Array =>
  withSegments(fixture('plain.jpg'), exifSegment(tiffBlock({ main: [{ tag: 0x0112, value: orientation }], littleEndian })));

function refusalOf(bytes: Uint8Array): string {
  const header = readPictureHeader(bytes);
  return header.ok ? '' : header.message;
}
