/** PNGs of makers that write credit into text chunks: as words, packed, or as "raw profiles" of digits (ImageMagick, GIMP, older libpng tools). */
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fixture, joined, tiffBlock } from './picture-fixtures.ts';
import { copyOf } from './picture-maker.ts';
import { readPictureFacts } from './picture-metadata.ts';
import { readPictureHeader } from './picture-header.ts';
import { stripPrivateMetadata } from './strip-private-metadata.ts';

const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
const latin1 = (value: string): Uint8Array => Buffer.from(value, 'latin1');

function chunk(type: string, content: Uint8Array): Uint8Array {
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = joined(latin1(type), content);
  size.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return joined(size, named, sum);
}
const png = (...chunks: readonly Uint8Array[]): Uint8Array => joined(fixture('plain.png').subarray(0, 33), ...chunks, fixture('plain.png').subarray(33));
const tEXt = (keyword: string, value: Uint8Array): Uint8Array => chunk('tEXt', joined(latin1(`${keyword}\0`), value));
const zTXt = (keyword: string, value: Uint8Array): Uint8Array => chunk('zTXt', joined(latin1(`${keyword}\0\0`), deflateSync(value)));
const iTXt = (keyword: string, value: Uint8Array, isPacked = false): Uint8Array => chunk('iTXt', joined(latin1(`${keyword}\0`), [isPacked ? 1 : 0, 0], latin1('de\0\0'), isPacked ? deflateSync(value) : value));
const digits = (name: string, data: Uint8Array): Uint8Array => latin1(`\n${name}\n${String(data.length).padStart(8)}\n${Buffer.from(data).toString('hex').replaceAll(/.{72}/gu, '$&\n')}\n`);

const iim = joined(...([[120, 'Fähre aus IIM'], [80, 'Asha Rao'], [110, 'PTI']] as const).map(([dataset, value]) => joined([0x1c, 2, dataset, 0, utf8(value).length], utf8(value))));
const resources = joined(latin1('8BIM\x04\x04\0\0\0\0\0'), [iim.length], iim, iim.length % 2 ? [0] : []);
const ofIim = { caption: 'Fähre aus IIM', creator: 'Asha Rao', credit: 'PTI' };
const exif = joined(latin1('Exif\0\0'), tiffBlock({ main: [{ tag: 0x010e, value: 'Ferry of EXIF' }, { tag: 0x013b, value: 'Noor Haddad' }], exif: [{ tag: 0xa431, value: 'BODY-SECRET' }], gps: [{ tag: 1, value: 'N' }, { tag: 2, value: [[12, 1], [58, 1], [0, 1]] }] }));
const ofExif = { caption: 'Ferry of EXIF', creator: 'Noor Haddad' };
const packet = utf8('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="XMP credit"/></rdf:RDF></x:xmpmeta>');
const ofWords = { headline: 'Fähre', caption: 'Eine Fähre im Hafen', creator: 'Mei-Ling Tan', copyright: '© 2024 PTI', dateCreated: '2024-03-03T18:05:00+05:30' };
const words = [['Title', 'Fähre'], ['Description', 'Eine Fähre im Hafen'], ['Author', 'Mei-Ling Tan'], ['Copyright', '© 2024 PTI'], ['Creation Time', '2024-03-03T18:05:00+05:30'], ['Source', 'Nikon Z8']] as const;

const files: readonly (readonly [name: string, file: Uint8Array, facts: Readonly<Record<string, string>>])[] = [
  ['words in Latin-1', png(...words.map(([keyword, value]) => tEXt(keyword, latin1(value)))), ofWords],
  ['words in UTF-8 where Latin-1 belongs', png(...words.map(([keyword, value]) => tEXt(keyword, utf8(value)))), ofWords],
  ['words packed', png(...words.map(([keyword, value]) => zTXt(keyword, latin1(value)))), ofWords],
  ['words of the world', png(iTXt('Title', utf8('कल')), iTXt('Author', utf8('李娜'), true)), { headline: 'कल', creator: '李娜' }],
  ['IIM as Photoshop’s resources, packed', png(zTXt('Raw profile type iptc', digits('iptc', resources))), ofIim],
  ['IIM alone, not packed', png(tEXt('Raw profile type iptc', digits('iptc', iim))), ofIim],
  ['EXIF', png(zTXt('Raw profile type exif', digits('exif', exif))), ofExif],
  ['EXIF as APP1', png(tEXt('Raw profile type APP1', digits('generic profile', exif))), ofExif],
  ['XMP', png(zTXt('Raw profile type xmp', digits('xmp', packet))), { credit: 'XMP credit' }],
  ['XMP, packed', png(iTXt('XML:com.adobe.xmp', packet, true)), { credit: 'XMP credit' }],
  ['all of them: XMP, then IIM, then EXIF, then words', png(tEXt('Author', latin1('Word')), tEXt('Copyright', latin1('Word')), zTXt('Raw profile type exif', digits('exif', exif)), zTXt('Raw profile type iptc', digits('iptc', resources)), iTXt('XML:com.adobe.xmp', packet)), { ...ofIim, credit: 'XMP credit', copyright: 'Word' }],
  ['broken XMP: the rest', png(iTXt('XML:com.adobe.xmp', packet.subarray(0, 90)), zTXt('Raw profile type iptc', digits('iptc', resources))), ofIim],
];

describe.each(files)('%s', (_name, file, facts) => {
  it('is read', () => {
    expect(readPictureFacts(file)).toEqual(facts);
  });

  it('goes along with a copy, whole or smaller, and no secret does', async () => {
    const smaller = await copyOf(file, { crop: null, width: 24, height: 16, quality: 80 });
    for (const copy of [stripPrivateMetadata(file, 'image/png'), stripPrivateMetadata(smaller ?? new Uint8Array(), 'image/png')]) {
      expect(readPictureHeader(copy)).toMatchObject({ ok: true });
      expect(readPictureFacts(copy)).toEqual(facts);
      for (const secret of ['BODY-SECRET', Buffer.from('BODY-SECRET').toString('hex')]) expect(Buffer.from(copy).toString('latin1').replaceAll(/\s/gu, '')).not.toContain(secret);
    }
  });
});

it.each([
  ['a text that unpacks to more than a text', zTXt('Author', new Uint8Array(3_000_000).fill(65))], ['a text that is cut', chunk('zTXt', latin1('Author\0\0xx'))], ['no digits', tEXt('Raw profile type iptc', latin1('\niptc\n  9\nzz'))],
  ['a length that is none', tEXt('Raw profile type exif', latin1('\nexif\n  99999999\n4578'))], ['blanks and no end of them', tEXt('Raw profile type iptc', latin1(' '.repeat(400_000)))], ['blanks behind a length', tEXt('Raw profile type iptc', latin1(`\niptc\n 9${' '.repeat(400_000)}z`))], ['a chunk without a keyword', chunk('iTXt', new Uint8Array(3))], ['an iTXt that ends early', chunk('iTXt', latin1('XML:com.adobe.xmp\0\x01\0'))],
])('%s says nothing and breaks nothing', (_name, broken) => {
  expect(readPictureFacts(png(broken))).toEqual({});
  expect(readPictureHeader(stripPrivateMetadata(png(broken), 'image/png'))).toMatchObject({ ok: true });
});

it('Photoshop’s resources with EXIF in them do not leave', () => {
  const copies = joined(resources, latin1('8BIM\x04\x22\0\0\0\0\0'), [exif.length], exif);
  const stripped = stripPrivateMetadata(png(zTXt('Raw profile type 8bim', digits('8bim', copies))), 'image/png');
  expect(Buffer.from(stripped).toString('latin1')).not.toContain('Raw profile');
});

it('a turn that only a raw profile asks for is not taken: no browser turned the picture', async () => {
  const turning = png(zTXt('Raw profile type exif', digits('exif', joined(latin1('Exif\0\0'), tiffBlock({ main: [{ tag: 0x0112, value: 6 }] })))));
  const smaller = (await copyOf(turning, { crop: null, width: 24, height: 16, quality: 80 })) ?? new Uint8Array();
  expect([turning, stripPrivateMetadata(turning, 'image/png'), smaller, stripPrivateMetadata(smaller, 'image/png')].map(readPictureHeader)).toMatchObject([{ width: 48, height: 32 }, { width: 48, height: 32 }, { width: 24, height: 16 }, { width: 24, height: 16 }]);
});
