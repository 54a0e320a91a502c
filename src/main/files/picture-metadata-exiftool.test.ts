/** Files as agencies' and makers' own tools write them: exiftool (Debian: libimage-exiftool-perl) writes, Galley reads. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exifSegment, fixture, tiffBlock, withSegments, xmpSegment } from './picture-fixtures.ts';
import { readPictureFacts } from './picture-metadata.ts';

const isThere = spawnSync('exiftool', ['-ver']).status === 0;
if (!isThere) process.stdout.write('exiftool is not here: pictures are not tested with files of other makers (Debian: libimage-exiftool-perl)\n');

function written(name: string, ...args: string[]): ReturnType<typeof readPictureFacts> {
  const path = join(mkdtempSync(join(tmpdir(), 'galley-exiftool-')), name);
  writeFileSync(path, fixture(name));
  execFileSync('exiftool', ['-q', '-overwrite_original', ...args, path], { stdio: ['ignore', 'ignore', 'pipe'] });
  return readPictureFacts(new Uint8Array(readFileSync(path)));
}

const generated = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const xmp = [
  '-XMP-dc:Description=Fähre im Hafen — कल', '-XMP-photoshop:Headline=Ferry', '-XMP-dc:Creator=Mei-Ling Tan', '-XMP-dc:Creator=Second Person', '-XMP-photoshop:Credit=PTI', '-XMP-photoshop:Source=Desk',
  '-XMP-dc:Rights=© 2024 PTI', '-XMP-xmpRights:UsageTerms=Web only', '-XMP-iptcCore:AltTextAccessibility=A ferry at a pier', '-XMP-iptcCore:ExtDescrAccessibility=A white ferry; three people wait.',
  '-XMP-photoshop:DateCreated=2024:03:03 18:05:00+05:30', '-XMP-iptcCore:Location=Gateway', '-XMP-photoshop:City=Mumbai', '-XMP-photoshop:State=Maharashtra', '-XMP-photoshop:Country=India',
  '-XMP-dc:Subject=ferry', '-XMP-dc:Subject=harbour', `-XMP-iptcExt:DigitalSourceType=${generated}`,
];
const all = {
  caption: 'Fähre im Hafen — कल', headline: 'Ferry', creator: 'Mei-Ling Tan, Second Person', credit: 'PTI', source: 'Desk', copyright: '© 2024 PTI', usageTerms: 'Web only', altText: 'A ferry at a pier',
  longDescription: 'A white ferry; three people wait.', dateCreated: '2024-03-03T18:05:00+05:30', sublocation: 'Gateway', city: 'Mumbai', state: 'Maharashtra', country: 'India', keywords: 'ferry, harbour', digitalSourceType: generated,
};

describe.skipIf(!isThere)('pictures written by exiftool', { timeout: 60_000 }, () => {
  it.each(['plain.jpg', 'plain.png', 'plain.webp', 'plain.avif', 'plain.tif'])('%s: all of XMP', (name) => {
    expect(written(name, ...xmp)).toMatchObject(all);
  });

  it.each([
    ['UTF-8, said', ['-IPTC:CodedCharacterSet=UTF8'], 'Fähre à Genève — कल'],
    ['UTF-8, not said', ['-charset', 'iptc=UTF8'], 'Fähre à Genève'],
    ['Latin-1', ['-charset', 'iptc=Latin'], 'Fähre à Genève'],
    ['MacRoman', ['-charset', 'iptc=MacRoman'], 'Fähre à Genève'],
    ['Windows’ quotes', ['-charset', 'iptc=Latin'], '“We’re late” – São Paulo’s mayor'],
    ['the Mac’s quotes', ['-charset', 'iptc=MacRoman'], '“We’re late” – São Paulo’s mayor'],
    ['the Mac’s capitals', ['-charset', 'iptc=MacRoman'], 'École à Évreux, Øst for Ålborg'],
    ['Latin-1 capitals', ['-charset', 'iptc=Latin'], 'École à Évreux, Øst for Ålborg, ÅRHUS'],
  ])('IIM in %s', (_name, args, caption) => {
    expect(written('plain.jpg', ...args, `-IPTC:Caption-Abstract=${caption}`, '-IPTC:By-line=José Núñez', '-IPTC:Keywords=a', '-IPTC:Keywords=b')).toMatchObject({ caption, creator: 'José Núñez', keywords: 'a, b' });
  });

  it('takes XMP before IIM before EXIF, each for what the one before does not say', () => {
    const facts = written('plain.jpg', '-XMP-dc:Description=XMP', '-IPTC:Caption-Abstract=IIM', '-IPTC:Credit=IIM credit', '-EXIF:ImageDescription=EXIF', '-EXIF:Artist=EXIF artist', '-IPTC:City=Pune');
    expect(facts).toMatchObject({ caption: 'XMP', credit: 'IIM credit', creator: 'EXIF artist', city: 'Pune' });
  });

  it('takes one language of a text that stands in several, and creators and keywords all', () => {
    const facts = written('plain.jpg', '-XMP-iptcCore:AltTextAccessibility=A ferry', '-XMP-iptcCore:AltTextAccessibility-de=Eine Fähre', '-XMP-dc:Description-fr=Un bac', '-XMP-dc:Description-de=Eine Fähre', '-XMP-dc:Creator=Asha Rao', '-XMP-dc:Creator=Lena Ott', '-XMP-dc:Subject=a', '-XMP-dc:Subject=b');
    expect(facts).toMatchObject({ altText: 'A ferry', creator: 'Asha Rao, Lena Ott', keywords: 'a, b' });
    expect(['Un bac', 'Eine Fähre']).toContain(facts['caption']);
  });

  it('reads places, creators and owners of newer files, a place whole or not at all', () => {
    const made = ['-XMP-iptcExt:LocationCreatedCity=Pune', '-XMP-iptcExt:LocationCreatedCountryName=India'];
    const owned = ['-XMP-plus:ImageCreatorName=Lena Ott', '-XMP-plus:CopyrightOwnerName=Ott GbR'];
    expect(written('plain.jpg', ...made, ...owned)).toEqual({ city: 'Pune', country: 'India', creator: 'Lena Ott', copyright: 'Ott GbR' });
    expect(written('plain.jpg', ...made, '-XMP-iptcExt:LocationShownCity=Mumbai', '-XMP-iptcExt:LocationShownSublocation=Gateway')).toEqual({ city: 'Mumbai', sublocation: 'Gateway' });
    expect(written('plain.jpg', ...made, '-XMP-photoshop:City=Satara')).toMatchObject({ city: 'Satara' });
  });

  it('says when with the zone the file says, by IIM and by EXIF', () => {
    expect(written('plain.jpg', '-IPTC:DateCreated=2024:03:03', '-IPTC:TimeCreated=18:05:00+05:30')['dateCreated']).toBe('2024-03-03T18:05:00+05:30');
    expect(written('plain.jpg', '-EXIF:DateTimeOriginal=2024:03:03 18:05:00', '-EXIF:OffsetTimeOriginal=+05:30')['dateCreated']).toBe('2024-03-03T18:05:00+05:30');
    expect(written('plain.jpg', '-EXIF:DateTimeOriginal=2024:03:03 18:05:00')['dateCreated']).toBe('2024-03-03T18:05:00');
    expect(written('plain.jpg', '-IPTC:DateCreated=2024:03:03')['dateCreated']).toBe('2024-03-03');
  });

  it('takes what a camera writes into every picture for no caption', () => {
    for (const words of ['OLYMPUS DIGITAL CAMERA', 'SONY DSC', 'DCIM\\100GOPRO\\G0010001.JPG', 'SAMSUNG CAMERA PICTURES']) expect(written('plain.jpg', `-EXIF:ImageDescription=${words}`)).toEqual({});
    expect(written('plain.jpg', '-EXIF:ImageDescription=A Sony DSC camera on a table')).toEqual({ caption: 'A Sony DSC camera on a table' });
  });

  it('takes the day it was taken from XMP that has no other', () => {
    expect(written('plain.webp', '-XMP-exif:DateTimeOriginal=2024:03:03 18:05:00+05:30')['dateCreated']).toBe('2024-03-03T18:05:00+05:30');
    expect(written('plain.webp', '-XMP-exif:DateTimeOriginal=2024:03:03 18:05:00+05:30', '-XMP-photoshop:DateCreated=2024:03:04')['dateCreated']).toBe('2024-03-04');
  });

  it('takes no place on the map and no serial number', () => {
    expect(Object.values(written('plain.jpg', '-EXIF:GPSLatitude=18.92', '-EXIF:GPSLatitudeRef=N', '-EXIF:SerialNumber=SN-4711', '-XMP-aux:SerialNumber=SN-4711')).join(' ')).not.toMatch(/18|4711/);
  });
});

describe('broken metadata', () => {
  const exif = exifSegment(tiffBlock({ main: [{ tag: 0x010e, value: 'Caption of EXIF' }] }));

  it('reads the rest where XMP is broken', () => {
    for (const packet of ['<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF', '<not>xmp</nothing>', '', '\0\0\0']) expect(readPictureFacts(withSegments(fixture('plain.jpg'), exif, xmpSegment(packet)))).toMatchObject({ caption: 'Caption of EXIF' });
  });

  it('comes to an end where EXIF points back at itself', () => {
    const tiff = tiffBlock({ main: [{ tag: 0x010e, value: 'Caption of EXIF' }], exif: [{ tag: 0x9003, value: '2024:03:03 18:05:00' }] });
    const cyclic = Uint8Array.from(tiff);
    const view = new DataView(cyclic.buffer);
    const first = view.getUint32(4, true);
    for (let entry = first + 2; entry < first + 2 + view.getUint16(first, true) * 12; entry += 12) if (view.getUint16(entry, true) === 0x8769) view.setUint32(entry + 8, first, true);
    view.setUint32(first + 2 + view.getUint16(first, true) * 12, first, true);
    const facts = readPictureFacts(withSegments(fixture('plain.jpg'), exifSegment(cyclic)));
    expect(['Caption of EXIF', undefined]).toContain(facts['caption']);
  });
});
