import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exifSegment, fixture, joined, tiffBlock, withSegments } from './picture-fixtures.ts';
import { maxPictureBytes, readPictureHeader } from './picture-header.ts';
import { firstDirectory, tiffFields } from './tiff.ts';

describe('readPictureHeader', () => {
  it.each([
    ['plain.jpg', 'image/jpeg'],
    ['plain.png', 'image/png'],
    ['plain.gif', 'image/gif'],
    ['plain.avif', 'image/avif'],
    ['plain.webp', 'image/webp'],
    ['lossless.webp', 'image/webp'],
    ['alpha.webp', 'image/webp'],
    ['plain.tif', 'image/tiff'],
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

  it('a JPEG is turned as browsers turn it where the rest of its EXIF is damaged', () => {
    const block = tiffBlock({ main: [{ tag: 0x0112, value: 6 }], exif: [{ tag: 0xa434, value: 'A lens' }] });
    const view = new DataView(block.buffer);
    const pointer = firstDirectory(block)?.find(({ tag }) => tag === 0x8769);
    view.setUint32(pointer?.value ?? 0, view.getUint32(4, true), true);
    expect(tiffFields(block)).toBeNull();
    expect(readPictureHeader(withSegments(fixture('plain.jpg'), exifSegment(block)))).toMatchObject({ width: 32, height: 48 });
  });

  it.each([
    ['drawing.svg', /SVG drawings .* PNG/],
    ['photograph.heic', /HEIC .* JPEG/],
    ['drawing.bmp', /BMP .* PNG/],
    ['cut-off.jpg', /JPEG file is cut off/],
  ])('%s is refused with a sentence', (name, sentence) => {
    expect(refusalOf(fixture(name))).toMatch(sentence);
  });

  it.each(['plain.jpg', 'plain.png', 'plain.webp', 'plain.avif', 'plain.tif'])('%s without its last bytes is refused', (name) => {
    const whole = fixture(name);
    expect(refusalOf(whole.subarray(0, whole.length - 10))).toContain('cut off');
  });

  it.each([1, 6])('orientation %i of a TIFF is applied', (orientation) => {
    expect(readPictureHeader(tiff({ orientation }))).toEqual(orientation === 6 ? { ok: true, mediaType: 'image/tiff', width: 32, height: 48 } : { ok: true, mediaType: 'image/tiff', width: 48, height: 32 });
  });
  it.each([
    ['a camera’s raw file', { dng: 1 }],
    ['one whose first picture is a preview', { newSubfileType: 1 }],
    ['what a sensor saw', { photometric: 32_803 }],
    ['one packed in an unknown way', { packing: 34_713 }],
  ])('a TIFF that is %s is refused with a sentence', (_name, asked) => {
    expect(refusalOf(tiff(asked))).toMatch(/raw files, and TIFF files packed .* JPEG/);
  });
  it('a TIFF whose strips end behind the file is cut off', () => {
    expect(refusalOf(tiff({ stripOffset: 100_000 }))).toContain('This TIFF file is cut off');
    expect(refusalOf(Uint8Array.from([0x49, 0x49, 0x2b, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0]))).toContain('raw files');
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
    const names = ['plain.jpg', 'plain.png', 'plain.gif', 'plain.avif', 'plain.webp', 'alpha.webp', 'plain.tif'];
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

interface AskedTiff {
  readonly orientation?: number;
  readonly newSubfileType?: number;
  readonly photometric?: number;
  readonly packing?: number;
  readonly stripOffset?: number;
  readonly dng?: number;
}
/** The directory of a picture of 48 by 32 with one strip; its pixels stand where the header is, which nobody decodes. */
function tiff({ orientation = 1, newSubfileType = 0, photometric = 2, packing = 1, stripOffset = 8, dng = 0 }: AskedTiff): Uint8Array {
  const numbers = [[0xfe, newSubfileType], [0x100, 48], [0x101, 32], [0x103, packing], [0x106, photometric], [0x111, stripOffset % 65_536], [0x112, orientation], [0x117, stripOffset > 65_535 ? 65_000 : 4], ...(dng === 0 ? [] : [[0xc612, dng]])];
  return tiffBlock({ main: numbers.map(([tag = 0, value = 0]) => ({ tag, value })), littleEndian: orientation === 1 });
}

const turned = (orientation: number, littleEndian: boolean): Uint8Array =>
  withSegments(fixture('plain.jpg'), exifSegment(tiffBlock({ main: [{ tag: 0x0112, value: orientation }], littleEndian })));

function refusalOf(bytes: Uint8Array): string {
  const header = readPictureHeader(bytes);
  return header.ok ? '' : header.message;
}
