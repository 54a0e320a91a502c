import { describe, expect, it } from 'vitest';
import { exifSegment, fixture, joined, tiffBlock, withSegments, xmpSegment } from './picture-fixtures.ts';
import { readPictureFacts } from './picture-metadata.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const exif = exifSegment(tiffBlock({ main: [{ tag: 0x010e, value: 'Caption of EXIF' }, { tag: 0x013b, value: 'Artist of EXIF' }, { tag: 0x8298, value: 'Copyright of EXIF' }], gps: [{ tag: 1, value: 'N' }, { tag: 2, value: [[12, 1], [58, 1], [0, 1]] }] }));

/** Photoshop's segment with IPTC IIM records of application record 2. */
function iimSegment(records: readonly (readonly [dataset: number, value: string])[]): readonly [number, Uint8Array] {
  const data = joined(...records.map(([dataset, value]) => joined([0x1c, 2, dataset, 0, text(value).length], text(value))));
  return [0xed, joined(text('Photoshop 3.0\x008BIM'), [4, 4, 0, 0, 0, 0, data.length >> 8, data.length & 255], data, data.length % 2 ? [0] : [])];
}
const xmp = xmpSegment(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="Agency &amp; Sons" photoshop:City="Pune"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Caption of XMP</rdf:li></rdf:Alt></dc:description><dc:subject><rdf:Bag><rdf:li>river</rdf:li><rdf:li>ferry</rdf:li></rdf:Bag></dc:subject><Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A ferry</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>`);

describe('readPictureFacts', () => {
  it('reads EXIF, and no place on the map', () => {
    expect(readPictureFacts(withSegments(fixture('plain.jpg'), exif))).toEqual({ caption: 'Caption of EXIF', creator: 'Artist of EXIF', copyright: 'Copyright of EXIF' });
  });

  it('prefers IIM to EXIF', () => {
    const facts = readPictureFacts(withSegments(fixture('plain.jpg'), exif, iimSegment([[120, 'Caption of IIM'], [110, 'Credit of IIM'], [25, 'river'], [25, 'ferry']])));
    expect(facts).toMatchObject({ caption: 'Caption of IIM', credit: 'Credit of IIM', creator: 'Artist of EXIF' });
    expect(facts['keywords']).toMatch(/river.*ferry/);
  });

  it('prefers XMP to both', () => {
    const facts = readPictureFacts(withSegments(fixture('plain.jpg'), exif, xmp, iimSegment([[120, 'Caption of IIM']])));
    expect(facts).toMatchObject({ caption: 'Caption of XMP', credit: 'Agency & Sons', city: 'Pune', altText: 'A ferry', creator: 'Artist of EXIF' });
    expect(facts['keywords']).toMatch(/river.*ferry/);
  });

  it.each(['plain.jpg', 'plain.png', 'plain.webp', 'plain.gif', 'plain.avif', 'cut-off.jpg', 'drawing.svg'])('%s says nothing', (name) => {
    expect(readPictureFacts(fixture(name))).toEqual({});
  });
});
