import { describe, expect, it } from 'vitest';
import { exifSegment, fixture, tiffBlock, withSegments, xmpSegment } from './picture-fixtures.ts';
import { readPictureHeader } from './picture-header.ts';
import { stripPrivateMetadata } from './strip-private-metadata.ts';

const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);

describe('stripPrivateMetadata', () => {
  it('takes place and serial numbers out of XMP and leaves the credit', () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="18,58.5N" aux:SerialNumber=\'77123\' photoshop:Credit="A. Person"><exif:GPSLongitude>72,49.1E</exif:GPSLongitude></rdf:Description></x:xmpmeta>';
    const picture = withSegments(fixture('plain.jpg'), xmpSegment(xmp));
    const copy = stripPrivateMetadata(picture, 'image/jpeg');
    for (const secret of ['18,58.5N', '77123', '72,49.1E']) {
      expect(has(picture, secret)).toBe(true);
      expect(has(copy, secret)).toBe(false);
    }
    expect(has(copy, 'A. Person')).toBe(true);
    expect(copy.length).toBe(picture.length);
    expect(readPictureHeader(copy)).toEqual(readPictureHeader(picture));
  });

  it('zeroes an EXIF block that cannot be read', () => {
    const broken = Uint8Array.from([...tiffBlock({}).subarray(0, 4), 0xff, 0xff, 0xff, 0x7f, ...new TextEncoder().encode('18 58 30 N')]);
    const copy = stripPrivateMetadata(withSegments(fixture('plain.jpg'), exifSegment(broken)), 'image/jpeg');
    expect(has(copy, '18 58 30 N')).toBe(false);
  });

  it('leaves the original and a picture without secrets as they are', () => {
    for (const [name, mediaType] of [['plain.jpg', 'image/jpeg'], ['plain.png', 'image/png'], ['plain.webp', 'image/webp'], ['plain.avif', 'image/avif'], ['plain.gif', 'image/gif']] as const) {
      const original = fixture(name);
      const before = Buffer.from(original).toString('hex');
      expect(Buffer.from(stripPrivateMetadata(original, mediaType)).equals(Buffer.from(original))).toBe(true);
      expect(Buffer.from(original).toString('hex')).toBe(before);
    }
  });
});
