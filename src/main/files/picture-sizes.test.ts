import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import Vips from 'wasm-vips';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Article, emptyArticle } from '../../article/article.ts';
import type { FormatName } from '../../article/export/index.ts';
import { importFile } from '../../article/import/index.ts';
import { writeExport } from './export-files.ts';
import { makeCopyHere } from './picture-copies.ts';
import { imageIdOf } from './picture-file.ts';
import { readPictureHeader } from './picture-header.ts';
import { thumbnailOf } from './picture-maker.ts';
import { plainRules } from './picture-rules.ts';

let vips: typeof Vips;
beforeAll(async () => { vips = await Vips({ dynamicLibraries: [], printErr: () => undefined }); });

const photograph = (): Uint8Array => new Uint8Array(readFileSync(fileURLToPath(new URL('../../../resources/sample/west-pier.jpg', import.meta.url))));

/** The photograph as a camera held upright writes it: on its side, with a note to turn it. */
function turned(): Uint8Array {
  const picture = vips.Image.newFromBuffer(photograph()).rot('d270').copy();
  picture.setInt('orientation', 6);
  return Uint8Array.from(picture.writeToBuffer('.jpg'));
}

/** Two frames of 40 by 30. */
function moving(kind: 'webp' | 'gif'): Uint8Array {
  const frames = vips.Image.black(40, 30).join(vips.Image.black(40, 30).invert(), 'vertical').colourspace('srgb').copy();
  frames.setInt('page-height', 30);
  return Uint8Array.from(frames.writeToBuffer(`.${kind}`));
}

function story(bytes: Uint8Array, fileName: string): Article {
  const header = readPictureHeader(bytes);
  if (!header.ok) throw new Error(header.message);
  const empty = emptyArticle('01900000-0000-7000-8000-000000000001');
  const imageId = imageIdOf(bytes);
  const picture = { type: 'image', attrs: { blockId: v7(), imageId, origin: '', alt: 'A pier', longDescription: '', credit: 'PTI', creditAsWritten: '', source: '', copyright: '', usageTerms: '', decorative: false, focalPoint: null, crops: { '480w': { x: 0, y: 0, width: 0.5, height: 0.5 } }, role: 'lead' } };
  return {
    ...empty,
    metadata: { ...empty.metadata, slugline: 'pier' },
    body: { ...empty.body, content: [...(empty.body.content ?? []), picture] },
    images: { [imageId]: { fileName, mediaType: header.mediaType, width: header.width, height: header.height, bytes: bytes.length, fromFile: {} } },
  };
}

async function exported(bytes: Uint8Array, widths: readonly number[], more: { readonly fileName?: string; readonly formats?: readonly FormatName[]; readonly pictures?: 'beside' | 'inline'; readonly longest?: number } = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-sizes-'));
  const written = await writeExport({
    article: story(bytes, more.fileName ?? 'boats.jpg'), formats: (more.formats ?? ['html']).map((format) => ({ format, dialect: '' })), pictures: more.pictures ?? 'beside', folder,
    readPicture: () => Promise.resolve(bytes), revisions: [], copying: { rules: { ...plainRules, widths, longest: more.longest ?? 0 }, make: makeCopyHere },
  });
  if (!written.ok) throw new Error(written.error.message);
  return folder;
}

/** Every candidate of a page's first srcset, with the pixels its file really has. */
function candidates(folder: string, page = 'pier.html'): readonly (readonly [path: string, said: number, width: number, shape: number])[] {
  const set = / srcset="([^"]*)"/.exec(readFileSync(join(folder, page), 'utf8'))?.[1] ?? '';
  return set.split(', ').filter((one) => one !== '').map((one) => {
    const [address = '', said = ''] = one.split(' ');
    const path = decodeURIComponent(address);
    const header = readPictureHeader(new Uint8Array(readFileSync(join(folder, dirname(page), path))));
    if (!header.ok) throw new Error(header.message);
    return [path, Number(said.replace('w', '')), header.width, Math.round((header.width / header.height) * 100)] as const;
  });
}

describe('pictures in several widths', () => {
  it.each([['as it is', photograph], ['turned', turned]])('%s: a page names copies of the widths they say, and the whole picture last', async (_, picture) => {
    const folder = await exported(picture(), [320, 640, 20_000]);
    const header = readPictureHeader(picture());
    const whole = header.ok ? header.width : 0;
    const found = candidates(folder);
    expect(found.map(([path, said]) => [path, said])).toEqual([['pier-images/boats-320w.jpg', 320], ['pier-images/boats-640w.jpg', 640], ['pier-images/boats.jpg', whole]]);
    for (const [, said, width, shape] of found) {
      expect(width).toBe(said);
      expect(Math.abs(shape - (found.at(-1)?.[3] ?? 0))).toBeLessThan(2);
    }
    expect(readFileSync(join(folder, 'pier.html'), 'utf8')).toContain(' sizes="(min-width: 42rem) 39.5rem, calc(100vw - 2.5rem)"');
  });

  it('widths are held against the picture as it leaves, not as it was', async () => {
    expect(candidates(await exported(photograph(), [320, 640, 900], { longest: 700 })).map(([, said]) => said)).toEqual([320, 640, 700]);
  });

  it('a copy has a name of its own, commas and blanks of the file’s name do not end it', async () => {
    const folder = await exported(photograph(), [480], { fileName: 'the last, ferry 480w.jpg' });
    expect(candidates(folder).map(([path]) => path)).toEqual(['pier-images/the-last,-ferry-480w-480w-2.jpg', 'pier-images/the-last,-ferry-480w.jpg']);
  });

  it('a TIFF leaves as JPEG in every width', async () => {
    const scan = Uint8Array.from(vips.Image.newFromBuffer(photograph()).writeToBuffer('.tiff'));
    expect(candidates(await exported(scan, [320, 640], { fileName: 'scan.tif' })).map(([path, said, width]) => [path, said, width])).toEqual([['pier-images/scan-320w.jpg', 320, 320], ['pier-images/scan-640w.jpg', 640, 640], ['pier-images/scan.jpg', 1600, 1600]]);
  });

  it.each(['webp', 'gif'] as const)('a %s that moves stands alone', async (kind) => {
    const folder = await exported(moving(kind), [16, 20], { fileName: `wave.${kind}` });
    expect(candidates(folder)).toEqual([]);
    expect(readdirSync(join(folder, 'pier-images')).filter((name) => /\d+w\./.test(name.replace('480w', '')))).toEqual([]);
  });

  it('nothing is asked for, pictures inside the page, and formats without sizes: no copies', async () => {
    expect(candidates(await exported(photograph(), []))).toEqual([]);
    const inside = await exported(photograph(), [320], { pictures: 'inline' });
    expect(readdirSync(inside)).toEqual(['pier.html']);
    expect(readFileSync(join(inside, 'pier.html'), 'utf8')).not.toContain('srcset');
    const others = await exported(photograph(), [320], { formats: ['markdown', 'wordpress', 'ghost', 'nitf'] });
    expect(readdirSync(join(others, 'pier-images')).filter((name) => name.includes('-320w'))).toEqual([]);
    for (const name of ['pier.md', 'pier.wordpress.html', 'pier.ghost.html']) expect(readFileSync(join(others, name), 'utf8')).not.toContain('srcset');
  });

  it('a fragment has them too, twice the same bytes, and the page comes back as it was', async () => {
    const [one, two] = [await exported(photograph(), [320, 640], { formats: ['html', 'html-fragment'] }), await exported(photograph(), [320, 640], { formats: ['html', 'html-fragment'] })];
    expect(candidates(one, 'pier.fragment.html').map(([, said]) => said)).toEqual([320, 640, 1600]);
    for (const name of readdirSync(one, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))) {
      expect(readFileSync(name).equals(readFileSync(name.replace(one, two)))).toBe(true);
    }
    const read = importFile({ name: 'pier.html', bytes: readFileSync(join(one, 'pier.html')) }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
    const image = read.ok ? read.value.article.body.content?.find(({ type }) => type === 'image') : undefined;
    expect(image?.attrs).toMatchObject({ alt: 'A pier', credit: 'PTI', crops: { '480w': { x: 0, y: 0, width: 0.5, height: 0.5 } } });
    expect(JSON.stringify(image)).not.toContain('320w');
  });
});

/** The photograph, on its side in its file, with a note to turn it; and what a browser shows of that. */
const turnedAs = (kind: 'png' | 'webp'): Uint8Array => {
  const picture = vips.Image.newFromBuffer(photograph()).thumbnailImage(900).copy();
  picture.setInt('orientation', 6);
  return Uint8Array.from(picture.writeToBuffer(`.${kind}`));
};

/** Chromium turns a PNG as its eXIf says and shows a WebP as it lies: seen in the window. */
describe.each([['png', 'upright'], ['webp', 'lying']] as const)('a %s with a note to turn it is %s everywhere', (kind, way) => {
  const shape = (bytes: Uint8Array): string => {
    const header = readPictureHeader(bytes);
    return header.ok && header.height > header.width ? 'upright' : 'lying';
  };
  /** How dark the corners are, to tell a turned picture from one that is squeezed into the shape of a turned one. */
  const corners = (bytes: Uint8Array): number[] => {
    const small = vips.Image.newFromBuffer(bytes).autorot().thumbnailImage(60, { height: 60, size: 'force' });
    return ([[2, 2], [40, 2], [2, 40], [40, 40]] as const).map(([left, top]) => Math.round(small.extractArea(left, top, 18, 18).avg()));
  };
  const near = (a: readonly number[], b: readonly number[]): boolean => a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < 12);

  it('its size, its thumbnail, its copies', async () => {
    const bytes = turnedAs(kind);
    const straight = vips.Image.newFromBuffer(photograph());
    const seen = corners(Uint8Array.from((way === 'upright' ? straight.rot('d90') : straight).writeToBuffer('.jpg')));
    expect(shape(bytes)).toBe(way);
    const thumbnail = (await thumbnailOf(bytes, 640)) ?? new Uint8Array();
    expect([shape(thumbnail), near(corners(thumbnail), seen)]).toEqual([way, true]);
    const folder = await exported(bytes, [200], { fileName: `boats.${kind}`, longest: 500 });
    for (const name of [`boats.${kind}`, `boats-200w.${kind}`]) {
      const copy = new Uint8Array(readFileSync(join(folder, 'pier-images', name)));
      // What a browser makes of the copy: a WebP's note is not obeyed there either.
      const shown = kind === 'png' ? copy : Uint8Array.from(vips.Image.newFromBuffer(copy).copy().writeToBuffer('.png', { keep: 'none' }));
      expect([name, shape(copy), near(corners(shown), seen)]).toEqual([name, way, true]);
    }
  });
});
