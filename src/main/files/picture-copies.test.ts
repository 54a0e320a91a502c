import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import Vips from 'wasm-vips';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Article, emptyArticle } from '../../article/article.ts';
import type { PictureRules } from '../../ipc/contract.ts';
import { writeExport } from './export-files.ts';
import { imageIdOf } from './picture-file.ts';
import { makeCopyHere } from './picture-copies.ts';
import { readPictureHeader } from './picture-header.ts';
import { plainRules } from './picture-rules.ts';

const hasExiftool = spawnSync('exiftool', ['-ver']).status === 0;
let vips: typeof Vips;
beforeAll(async () => { vips = await Vips({ dynamicLibraries: ['vips-heif.wasm'], printErr: () => undefined }); });

/** 400 × 300, the left half black and the right half white, so that a cut-out can be told. */
function halves(kind: string): Uint8Array {
  const left = vips.Image.black(200, 300);
  const both = left.join(left.invert(), 'horizontal').colourspace('srgb');
  return Uint8Array.from(both.writeToBuffer(`.${kind}`));
}

const crops = { '1:1': { x: 0.5, y: 0, width: 0.5, height: 0.6667 }, '16:9': { x: 0, y: 0.2, width: 1, height: 0.75 } };

function story(bytes: Uint8Array, kind: string): Article {
  const header = readPictureHeader(bytes);
  if (!header.ok) throw new Error(header.message);
  const empty = emptyArticle(v7());
  const imageId = imageIdOf(bytes);
  const picture = { type: 'image', attrs: { blockId: v7(), imageId, origin: '', alt: 'A pier', longDescription: '', credit: 'PTI', creditAsWritten: '', source: '', copyright: '', usageTerms: '', decorative: false, focalPoint: { x: 0.75, y: 0.5 }, crops, role: 'lead' } };
  return {
    ...empty,
    metadata: { ...empty.metadata, slugline: 'pier' },
    body: { ...empty.body, content: [...(empty.body.content ?? []), picture] },
    images: { [imageId]: { fileName: `west.${kind}`, mediaType: header.mediaType, width: header.width, height: header.height, bytes: bytes.length, fromFile: {} } },
  };
}

interface Asked {
  readonly rules?: PictureRules;
  readonly formats?: readonly ('html' | 'ninjs' | 'galley' | 'docx' | 'markdown')[];
}

async function exported(bytes: Uint8Array, kind: string, { rules = plainRules, formats = ['html'] }: Asked = {}): Promise<{ readonly folder: string; readonly paths: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-copies-'));
  const written = await writeExport({ article: story(bytes, kind), formats: formats.map((format) => ({ format, dialect: '' })), folder, readPicture: () => Promise.resolve(bytes), revisions: [], copying: { rules, make: makeCopyHere } });
  if (!written.ok) throw new Error(written.error.message);
  return { folder, paths: written.value.map(({ path }) => path) };
}

const sizeOf = (path: string): unknown => {
  const header = readPictureHeader(new Uint8Array(readFileSync(path)));
  return header.ok ? [header.mediaType, header.width, header.height] : header.message;
};
const types = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif' } as const;

describe('cut-outs', () => {
  it.each(['jpg', 'png', 'webp', 'avif'] as const)('%s: those of the article are written beside the picture, at its scale, and named in the page', async (kind) => {
    const { folder, paths } = await exported(halves(kind), kind, { formats: ['html', 'ninjs', 'markdown'] });
    const [whole, square, wide] = [`pier-images/west.${kind}`, `pier-images/west-1x1.${kind}`, `pier-images/west-16x9.${kind}`];
    expect(paths.filter((path) => path.startsWith('pier-images/')).toSorted()).toEqual([whole, square, wide].toSorted());
    expect(sizeOf(join(folder, whole))).toEqual([types[kind], 400, 300]);
    expect(sizeOf(join(folder, square))).toEqual([types[kind], 200, 200]);
    expect(sizeOf(join(folder, wide))).toEqual([types[kind], 400, 225]);
    // The square one is of the white half alone.
    expect(vips.Image.newFromBuffer(readFileSync(join(folder, square))).avg()).toBeGreaterThan(250);
    const page = readFileSync(join(folder, 'pier.html'), 'utf8');
    expect(page).toContain(`property="og:image" content="${wide}"`);
    expect(page).toContain('style="object-position:75% 50%"');
    expect(page).toMatch(new RegExp(`"contentUrl":"${square}","name":"1:1"`));
    const { associations } = JSON.parse(readFileSync(join(folder, 'pier.ninjs.json'), 'utf8')) as { associations: { renditions: unknown }[] };
    expect(associations[0]?.renditions).toEqual([
      expect.objectContaining({ name: 'original', title: whole, width: 400, height: 300, poi: { x: 300, y: 150 } }),
      { name: 'crop:1:1', title: square, contentType: types[kind], width: 200, height: 200, poi: { x: 100, y: 150 } },
      { name: 'crop:16:9', title: wide, contentType: types[kind], width: 400, height: 225, poi: { x: 300, y: 90 } },
    ]);
  });

  it('a GIF is not cut, and the page then has the picture itself', async () => {
    const { folder, paths } = await exported(halves('gif'), 'gif');
    expect(paths).toEqual(['pier-images/west.gif', 'pier.html']);
    expect(readFileSync(join(folder, 'pier.html'), 'utf8')).toContain('property="og:image" content="pier-images/west.gif"');
  });

  it('formats that show none write none', async () => {
    expect((await exported(halves('jpg'), 'jpg', { formats: ['markdown'] })).paths).toEqual(['pier-images/west.jpg', 'pier.md']);
  });

  it('the turn a camera wrote is applied before the cut', async () => {
    const turned = vips.Image.newFromBuffer(halves('jpg')).copy();
    turned.setInt('orientation', 6);
    const { folder } = await exported(Uint8Array.from(turned.writeToBuffer('.jpg')), 'jpg');
    // 300 × 400 as it is seen: the upper half black, the lower white.
    expect(sizeOf(join(folder, 'pier-images/west-1x1.jpg'))).toEqual(['image/jpeg', 150, 267]);
    expect(vips.Image.newFromBuffer(readFileSync(join(folder, 'pier-images/west-1x1.jpg'))).extractArea(0, 0, 150, 180).avg()).toBeLessThan(5);
  });
});

describe('a TIFF', () => {
  const whole = (folder: string, kind: string): string => join(folder, `pier-images/west.${kind}`);

  it('leaves as a JPEG of its size, cut-outs too, and every page and figure says so; a package has the original', async () => {
    const bytes = halves('tif');
    const { folder, paths } = await exported(bytes, 'tif', { formats: ['html', 'ninjs', 'docx', 'markdown', 'galley'] });
    expect(paths.filter((path) => path.startsWith('pier-images/')).toSorted()).toEqual(['pier-images/west-16x9.jpg', 'pier-images/west-1x1.jpg', 'pier-images/west.jpg']);
    expect(sizeOf(whole(folder, 'jpg'))).toEqual(['image/jpeg', 400, 300]);
    expect(sizeOf(join(folder, 'pier-images/west-1x1.jpg'))).toEqual(['image/jpeg', 200, 200]);
    for (const name of ['pier.html', 'pier.md', 'pier.ninjs.json']) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/tiff?\b/u);
    const { associations } = JSON.parse(readFileSync(join(folder, 'pier.ninjs.json'), 'utf8')) as { associations: { renditions: unknown[] }[] };
    expect(associations[0]?.renditions[0]).toMatchObject({ contentType: 'image/jpeg', width: 400, height: 300, sizeInBytes: readFileSync(whole(folder, 'jpg')).length });
    const { unzipSync } = await import('fflate');
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(join(folder, 'pier.docx'))))).filter((name) => name.startsWith('word/media/'))).toEqual([expect.stringMatching(/\.jpg$/u)]);
    const packed = unzipSync(new Uint8Array(readFileSync(join(folder, 'pier.galley'))));
    expect(Buffer.from(packed[`images/${imageIdOf(bytes)}.tif`] ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  it('made smaller, turned, transparent, of sixteen bits or in printers’ colours: what browsers show', async () => {
    const left = vips.Image.black(400, 300).add([200, 40, 40]).cast('uchar').copy({ interpretation: 'srgb' });
    const turned = left.copy();
    turned.setInt('orientation', 6);
    const kinds = { turned, transparent: left.bandjoin(128), deep: left.colourspace('rgb16'), print: left.colourspace('cmyk') };
    const shapes: Record<string, unknown> = {};
    for (const [name, picture] of Object.entries(kinds)) {
      const { folder } = await exported(Uint8Array.from(picture.writeToBuffer('.tif', { compression: 'lzw' })), 'tif', { rules: { longest: 200, quality: 90, keepsPlace: false, widths: [] } });
      const path = whole(folder, name === 'transparent' ? 'png' : 'jpg');
      const made = vips.Image.newFromBuffer(readFileSync(path));
      const [red = 0, green = 0] = made.getpoint(20, 20);
      shapes[name] = [sizeOf(path), made.format, Math.abs(red - 200) < 25 && Math.abs(green - 40) < 25];
    }
    expect(shapes).toEqual({
      turned: [['image/jpeg', 150, 200], 'uchar', true], transparent: [['image/png', 200, 150], 'uchar', true],
      deep: [['image/jpeg', 200, 150], 'uchar', true], print: [['image/jpeg', 200, 150], 'uchar', true],
    });
  });

  it.skipIf(!hasExiftool).each([
    ['XMP', ['-XMP-dc:Creator=Asha Rao', '-XMP-photoshop:Credit=PTI', '-XMP-dc:Rights=© PTI', '-XMP-xmpRights:UsageTerms=Not for social', '-XMP-exif:GPSLatitude=12.97', '-XMP-photoshop:TransmissionReference=J-17']],
    ['IIM alone', ['-IPTC:Credit=PTI', '-IPTC:By-line=Asha Rao', '-IPTC:CopyrightNotice=© PTI', '-IPTC:CodedCharacterSet=UTF8']],
    ['EXIF beside XMP', ['-XMP-photoshop:Credit=PTI', '-EXIF:Artist=Asha Rao', '-EXIF:Copyright=© PTI', '-EXIF:GPSLatitude=12.97', '-EXIF:GPSLatitudeRef=N', '-EXIF:SerialNumber=CAM-SECRET']],
  ])('what it says in %s of credit and rights is in the copy, its place is not', async (name, args) => {
    const path = join(mkdtempSync(join(tmpdir(), 'galley-copies-')), 'west.tif');
    writeFileSync(path, halves('tif'));
    execFileSync('exiftool', ['-q', '-overwrite_original', ...args, path]);
    const { folder } = await exported(new Uint8Array(readFileSync(path)), 'tif');
    const facts = (JSON.parse(execFileSync('exiftool', ['-j', '-a', '-G1', whole(folder, 'jpg')], { encoding: 'utf8' })) as Record<string, string>[])[0] ?? {};
    expect(facts).toMatchObject({ 'XMP-dc:Creator': 'Asha Rao', 'XMP-photoshop:Credit': 'PTI', 'XMP-dc:Rights': '© PTI', ...(name === 'XMP' ? { 'XMP-xmpRights:UsageTerms': 'Not for social', 'XMP-photoshop:TransmissionReference': 'J-17' } : {}) });
    expect(readFileSync(whole(folder, 'jpg'), 'latin1')).not.toContain('CAM-SECRET');
    expect(Object.entries(facts).filter(([fact, value]) => /GPS(?:Lat|Position)/u.test(fact) && /\d/u.test(String(value)))).toEqual([]);
  });
});

describe('copies', () => {
  const smaller = { longest: 200, widths: [], quality: 60, keepsPlace: false };

  it.each(['jpg', 'png', 'webp', 'avif'] as const)('%s: no larger than asked for, and every figure says so', async (kind) => {
    const bytes = halves(kind);
    const { folder } = await exported(bytes, kind, { rules: smaller, formats: ['html', 'ninjs', 'galley'] });
    const [mediaType] = sizeOf(join(folder, `pier-images/west.${kind}`)) as [string];
    expect(sizeOf(join(folder, `pier-images/west.${kind}`))).toEqual([mediaType, 200, 150]);
    expect(sizeOf(join(folder, `pier-images/west-1x1.${kind}`))).toEqual([mediaType, 100, 100]);
    const ninjs = JSON.parse(readFileSync(join(folder, 'pier.ninjs.json'), 'utf8')) as { associations: { renditions: { width: number; sizeInBytes: number }[] }[] };
    expect(ninjs.associations[0]?.renditions[0]).toMatchObject({ width: 200, height: 150, sizeInBytes: readFileSync(join(folder, `pier-images/west.${kind}`)).length });
    // A package is handed over with the originals.
    expect(readFileSync(join(folder, 'pier.galley')).includes(Buffer.from(bytes))).toBe(true);
  });

  it('smaller pictures than asked for stay as they are', async () => {
    const bytes = halves('png');
    const { folder } = await exported(bytes, 'png', { rules: { ...smaller, longest: 400 } });
    expect(readFileSync(join(folder, 'pier-images/west.png')).equals(Buffer.from(bytes))).toBe(true);
  });

  it('a picture that no copy can be made of stops the export by name, and nothing is written', async () => {
    const cut = halves('jpg').slice(0, 700);
    const bytes = Buffer.concat([cut, Buffer.from([0xff, 0xd9])]);
    const folder = mkdtempSync(join(tmpdir(), 'galley-copies-'));
    const article = story(halves('jpg'), 'jpg');
    const written = await writeExport({ article, formats: [{ format: 'html', dialect: '' }], folder, readPicture: () => Promise.resolve(bytes.subarray(0, 30)), revisions: [], copying: { rules: smaller, make: makeCopyHere } });
    expect(written.ok ? '' : written.error.message).toContain('west.jpg');
    expect(execFileSync('ls', [folder], { encoding: 'utf8' })).toBe('');
  });

  /** Credit and rights as agencies write them, and what nobody should learn of the camera. */
  function photograph(kind: string): Uint8Array {
    const path = join(mkdtempSync(join(tmpdir(), 'galley-copies-')), `west.${kind}`);
    writeFileSync(path, halves(kind));
    execFileSync('exiftool', ['-q', '-overwrite_original', '-XMP-dc:Creator=Asha Rao', '-XMP-photoshop:Credit=PTI', '-XMP-dc:Rights=© PTI 2026', '-XMP-xmpRights:UsageTerms=Not for social', '-XMP-aux:SerialNumber=CAM-SECRET-1', '-XMP-exif:GPSLatitude=12.9716', '-XMP-exif:GPSLongitude=77.5946', ...(kind === 'gif' ? [] : ['-EXIF:Artist=Asha Rao', '-EXIF:Copyright=PTI 2026', '-EXIF:BodySerialNumber=CAM-SECRET-2', '-EXIF:LensSerialNumber=CAM-SECRET-3', '-EXIF:GPSLatitude=12.9716', '-EXIF:GPSLatitudeRef=N', '-EXIF:GPSLongitude=77.5946', '-EXIF:GPSLongitudeRef=E']), ...(kind === 'jpg' ? ['-IPTC:Credit=PTI', '-IPTC:By-line=Asha Rao', '-IPTC:CopyrightNotice=PTI 2026'] : []), path]);
    return new Uint8Array(readFileSync(path));
  }
  const told = (path: string): Record<string, string> => (JSON.parse(execFileSync('exiftool', ['-j', '-a', '-G1', path], { encoding: 'utf8' })) as Record<string, string>[])[0] ?? {};
  /** Facts of a place that say something: blanked ones keep their name where nothing in the file may move. */
  const placesIn = (facts: Record<string, string>): readonly string[] => Object.entries(facts).filter(([name, value]) => /GPS(?:Lat|Long|Position)/u.test(name) && /\d/u.test(String(value))).map(([name]) => name);

  for (const kind of ['jpg', 'png', 'webp', 'avif', 'gif'] as const) {
    for (const [way, rules] of [['as large as it is', plainRules], ['made smaller', smaller]] as const) {
      it.skipIf(!hasExiftool)(`${kind} ${way}: credit and rights are in the file, place and serial numbers are not`, async () => {
        const { folder } = await exported(photograph(kind), kind, { rules });
        for (const name of kind === 'gif' ? ['west'] : ['west', 'west-1x1']) {
          const path = join(folder, `pier-images/${name}.${kind}`);
          const facts = told(path);
          expect(facts).toMatchObject({ 'XMP-dc:Creator': 'Asha Rao', 'XMP-photoshop:Credit': 'PTI', 'XMP-dc:Rights': '© PTI 2026', 'XMP-xmpRights:UsageTerms': 'Not for social' });
          if (kind === 'jpg') expect(facts).toMatchObject({ 'IPTC:Credit': 'PTI', 'IFD0:Copyright': 'PTI 2026' });
          expect(readFileSync(path, 'latin1')).not.toContain('CAM-SECRET');
          expect(placesIn(facts)).toEqual([]);
        }
      });

      if (kind === 'gif') continue;
      it.skipIf(!hasExiftool)(`${kind} ${way}: where it is asked for, place and serial numbers stay`, async () => {
        const { folder } = await exported(photograph(kind), kind, { rules: { ...rules, keepsPlace: true } });
        const path = join(folder, `pier-images/west.${kind}`);
        expect(readFileSync(path, 'latin1')).toContain('CAM-SECRET');
        expect(placesIn(told(path)).length).toBeGreaterThan(1);
        // Where every reader looks for it: the library would write it packed.
        if (kind === 'png') expect(readFileSync(path, 'latin1')).toContain('iTXtXML:com.adobe.xmp');
      });
    }
  }

  it.skipIf(!hasExiftool)('a Word document has the copies as well', async () => {
    const { folder } = await exported(photograph('jpg'), 'jpg', { formats: ['docx'] });
    const { unzipSync } = await import('fflate');
    const entries = unzipSync(new Uint8Array(readFileSync(join(folder, 'pier.docx'))));
    const media = Object.entries(entries).find(([name]) => name.startsWith('word/media/'))?.[1] ?? new Uint8Array();
    expect(readPictureHeader(media).ok).toBe(true);
    expect(Buffer.from(media).includes('CAM-SECRET')).toBe(false);
    expect(Buffer.from(media).includes('PTI')).toBe(true);
  });
});
