import { crc32 } from 'node:zlib';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pngChunks } from './picture-chunks.ts';
import { type BlockToWrite, exifSegment, fixture, joined, tiffBlock, withSegments, xmpSegment } from './picture-fixtures.ts';
import { readPictureHeader } from './picture-header.ts';
import { stripPrivateMetadata } from './strip-private-metadata.ts';

const block = (littleEndian: boolean): BlockToWrite => ({
  main: [{ tag: 0x010e, value: 'A harbour at dawn' }, { tag: 0x013b, value: 'Noor Haddad' }, { tag: 0xc62f, value: 'CAM-SECRET-1' }],
  exif: [{ tag: 0x9003, value: '2026:03:04 05:06:07' }, { tag: 0x927c, value: new TextEncoder().encode('MAKER-SECRET') }, { tag: 0xa431, value: 'BODY-SECRET' }, { tag: 0xa435, value: 'LENS-SECRET' }],
  gps: [{ tag: 1, value: 'N' }, { tag: 2, value: [[12, 1], [58, 1], [1299, 100]] }, { tag: 29, value: '2026:03:04' }],
  littleEndian,
});
const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" exif:GPSLatitude="12,58.2165N" aux:SerialNumber='XMP-SECRET' photoshop:Credit="Bürger Pictures"><exif:GPSLongitude>77,35.1E</exif:GPSLongitude><aux:LensSerialNumber>XMP-SECRET</aux:LensSerialNumber></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const latinOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const secret = /SECRET|12,58|77,35|2026:03:04\0/;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const named = joined(text(type), content);
  const numbers = new DataView(new ArrayBuffer(8));
  numbers.setUint32(0, content.length);
  numbers.setUint32(4, crc32(named));
  const both = new Uint8Array(numbers.buffer);
  return joined(both.subarray(0, 4), named, both.subarray(4));
}
const withPngChunks = (...chunks: readonly Uint8Array[]): Uint8Array => joined(fixture('plain.png').subarray(0, 33), ...chunks, fixture('plain.png').subarray(33));

function webpWith(type: string, content: Uint8Array): Uint8Array {
  const extended = Uint8Array.of(0x56, 0x50, 0x38, 0x58, 10, 0, 0, 0, 0x0c, 0, 0, 0, 47, 0, 0, 31, 0, 0);
  const header = joined(text(type), [content.length & 255, content.length >> 8, 0, 0]);
  const result = joined(text('RIFF'), [0, 0, 0, 0], text('WEBP'), extended, fixture('plain.webp').subarray(12), header, content, content.length % 2 ? [0] : []);
  new DataView(result.buffer).setUint32(4, result.length - 8, true);
  return result;
}

describe('stripPrivateMetadata, JPEG', () => {
  it.each([true, false])('takes place, serial numbers and maker’s notes from EXIF, keeps caption and pixels (little endian %s)', (littleEndian) => {
    const jpeg = withSegments(fixture('plain.jpg'), exifSegment(tiffBlock(block(littleEndian))));
    expect(latinOf(jpeg)).toMatch(secret);
    const before = ExifReader.load(Buffer.from(jpeg));
    expect(before['GPSLatitude']).toBeDefined();
    const stripped = stripPrivateMetadata(jpeg, 'image/jpeg');
    expect(latinOf(stripped)).not.toMatch(secret);
    expect(stripped.length).toBe(jpeg.length);
    const after = ExifReader.load(Buffer.from(stripped));
    expect(Object.keys(after).filter((name) => /^GPS[A-Z]/.test(name))).toEqual([]);
    expect(after['ImageDescription']?.description).toBe('A harbour at dawn');
    expect(after['Artist']?.description).toBe('Noor Haddad');
    expect(latinOf(stripped).endsWith(latinOf(fixture('plain.jpg').subarray(2)))).toBe(true);
  });

  it('blanks attributes and elements of XMP at the same length and keeps the credit', () => {
    const jpeg = withSegments(fixture('plain.jpg'), xmpSegment(packet));
    const stripped = stripPrivateMetadata(jpeg, 'image/jpeg');
    expect(stripped.length).toBe(jpeg.length);
    expect(latinOf(stripped)).not.toMatch(secret);
    expect(Buffer.from(stripped).toString('utf8')).toContain('photoshop:Credit="Bürger Pictures"');
  });

  it('removes whole what it cannot understand', () => {
    const broken = tiffBlock(block(true));
    broken[4] = 0xff;
    broken[5] = 0xff;
    const cdata = packet.replace('77,35.1E', '<![CDATA[77,35.1E]]>');
    for (const segment of [exifSegment(broken), xmpSegment(cdata), [0xed, text('Photoshop 3.0\x008BIM\x04\x22SECRET')] as const, [0xe1, text('http://ns.adobe.com/xmp/extension/\0SECRET')] as const]) {
      expect(stripPrivateMetadata(withSegments(fixture('plain.jpg'), segment), 'image/jpeg')).toEqual(fixture('plain.jpg'));
    }
  });

  it('cuts what stands behind the end: further pictures have EXIF of their own', () => {
    const second = withSegments(fixture('plain.jpg'), exifSegment(tiffBlock(block(true))));
    expect(stripPrivateMetadata(joined(fixture('plain.jpg'), second), 'image/jpeg')).toEqual(fixture('plain.jpg'));
  });

  it('leaves the original bytes alone', () => {
    const jpeg = withSegments(fixture('plain.jpg'), exifSegment(tiffBlock(block(true))));
    const kept = Uint8Array.from(jpeg);
    stripPrivateMetadata(jpeg, 'image/jpeg');
    expect(jpeg).toEqual(kept);
  });
});

describe('stripPrivateMetadata, other kinds', () => {
  it('PNG: eXIf and XMP are blanked with right checksums, raw profiles go', () => {
    const png = withPngChunks(pngChunk('eXIf', tiffBlock(block(false))), pngChunk('iTXt', joined(text('XML:com.adobe.xmp'), [0, 0, 0, 0, 0], text(packet))), pngChunk('tEXt', text('Raw profile type exif\0SECRET')), pngChunk('tEXt', text('Author\0Noor Haddad')));
    const stripped = stripPrivateMetadata(png, 'image/png');
    expect(latinOf(stripped)).not.toMatch(secret);
    expect(latinOf(stripped)).toContain('Noor Haddad');
    const chunks = pngChunks(stripped) ?? [];
    expect(chunks.map(({ type }) => type)).toEqual(expect.arrayContaining(['IHDR', 'eXIf', 'iTXt', 'IDAT', 'IEND']));
    const view = new DataView(stripped.buffer);
    for (const { start, contentEnd } of chunks) expect(view.getUint32(contentEnd)).toBe(crc32(stripped.subarray(start + 4, contentEnd)));
  });

  it('WebP: blanked where understood, removed with its flag where not', () => {
    const stripped = stripPrivateMetadata(webpWith('EXIF', tiffBlock(block(true))), 'image/webp');
    expect(latinOf(stripped)).not.toMatch(secret);
    expect(latinOf(stripped)).toContain('A harbour at dawn');
    const removed = stripPrivateMetadata(webpWith('EXIF', text('SECRET')), 'image/webp');
    expect(latinOf(removed)).not.toMatch(secret);
    expect(removed[20]).toBe(0x04);
    expect(readPictureHeader(removed)).toEqual({ ok: true, mediaType: 'image/webp', width: 48, height: 32 });
    expect(latinOf(stripPrivateMetadata(webpWith('XMP ', text(packet)), 'image/webp'))).not.toMatch(secret);
  });

  it('AVIF and GIF: nothing moves', () => {
    for (const [name, type] of [['plain.avif', 'image/avif'], ['plain.gif', 'image/gif']] as const) {
      const plain = fixture(name);
      const stripped = stripPrivateMetadata(joined(plain, tiffBlock(block(true)), text(packet)), type);
      expect(latinOf(stripped)).not.toMatch(secret);
      expect(stripped.subarray(0, plain.length)).toEqual(plain);
    }
  });

  it('pictures without metadata stay byte for byte', () => {
    for (const [name, type] of [['plain.jpg', 'jpeg'], ['plain.png', 'png'], ['plain.webp', 'webp'], ['alpha.webp', 'webp'], ['plain.gif', 'gif'], ['plain.avif', 'avif']] as const) {
      const bytes = fixture(name);
      if (name !== 'plain.png') expect(stripPrivateMetadata(bytes, `image/${type}`)).toEqual(bytes);
      expect(readPictureHeader(stripPrivateMetadata(bytes, `image/${type}`))).toEqual(readPictureHeader(bytes));
    }
  });

  it('never throws on damaged files', () => {
    const whole = withSegments(fixture('plain.jpg'), exifSegment(tiffBlock(block(true))), xmpSegment(packet));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 10 }), fc.nat(whole.length), fc.constantFrom('jpeg', 'png', 'webp', 'gif'), (changes, length, type) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect(stripPrivateMetadata(bytes.subarray(0, length), `image/${type}`).length).toBeLessThanOrEqual(length);
      }),
      { numRuns: 500 },
    );
  });
});
