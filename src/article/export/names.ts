import type { Article, StoredImage } from '../article.ts';
import type { BlockAttributes } from '../blocks/index.ts';
import type { BodyJson } from '../body.ts';
import type { Crop } from '../crops.ts';
import { imagesOf } from './images-of.ts';

/** UTF-8 bytes a name may take without its extension: room for `-images/`, `-2` and the extension on every file system. */
const longestStem = 80;

/** Names Windows keeps for devices, whatever the extension. */
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** What Windows, macOS or Linux refuse, what a shell or an address would misread, and every invisible or control character. */
const unsafe = /[<>:"/\\|?*#%]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A name any of the three systems takes: letters of every script stay, composed (NFC), blanks become hyphens.
 * @returns '' where nothing usable is left
 */
export function safeName(wanted: string, limit: number = longestStem): string {
  const plain = wanted.normalize('NFC').replace(unsafe, (character) => (/\p{Cf}|\p{Cs}/u.test(character) ? '' : '-'));
  const joined = plain.replace(/\s+/gu, '-').replace(/-{2,}/g, '-');
  const cut = trimEnds(cutToBytes(trimEnds(joined), limit));
  return deviceName.test(cut) ? `_${cut}` : cut;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A leading dot hides a file, a trailing one Windows drops, a leading hyphen reads as an option. */
function trimEnds(name: string): string {
  return name.replace(/^[-.~\s]+|[-.\s]+$/gu, '');
}

/** Cuts between characters as people see them, never inside one. */
function cutToBytes(name: string, limit: number): string {
  // No character of UTF-16 takes more than three bytes.
  if (name.length * 3 <= limit) return name;
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= limit) return name;
  let kept = '';
  let bytes = 0;
  for (const { segment } of graphemes.segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > limit) break;
    kept += segment;
  }
  return kept;
}

/** The name of an article's files without extension: urlSlug, else slugline, else headline, else `article`. */
export function fileStem(article: Article): string {
  const headline = article.body.content?.find((node) => node.type === 'headline');
  for (const wanted of [article.metadata.urlSlug, article.metadata.slugline, headline ? textOf(headline) : '']) {
    const name = safeName(wanted);
    if (name !== '') return name;
  }
  return 'article';
}

/** The n-th choice for a name: `name`, `name-2`, `name-3`. */
export const numberedStem = (stem: string, number: number): string => (number < 2 ? stem : `${stem}-${number}`);

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/tiff': 'tif',
};

/** The extension of a picture's kind, without the dot. */
export const imageExtension = (mediaType: string): string => extensions[mediaType] ?? 'bin';

/** A picture of the article and the path it is written to, relative to the chosen folder, with `/`. */
export interface PlacedImage {
  readonly imageId: string;
  readonly path: string;
  /** The part of it that is written; null for the whole picture. */
  readonly crop: Crop | null;
  /** Pixels of a copy narrower than the picture; null for one as wide as it leaves. */
  readonly width: number | null;
}

interface NamedImage {
  readonly imageId: string;
  readonly name: string;
}

/**
 * The names of the pictures' copies, unique also where case does not count.
 * Only pictures the body shows and `images` knows are named, in the order of the text.
 */
export function placeImages(article: Article): readonly NamedImage[] {
  const taken = new Set<string>();
  return imageIdsIn(article.body).flatMap((imageId) => {
    const stored = Object.hasOwn(article.images, imageId) ? article.images[imageId] : undefined;
    return stored ? [{ imageId, name: freeName(stored, taken) }] : [];
  });
}

/** Which crop of which picture: two blocks may show the same file and cut it differently. */
export const cropKey = (imageId: string, name: string, { x, y, width, height }: Crop): string => [imageId, name, x, y, width, height].join(' ');

/**
 * The names of cut-outs, `pier-16x9.jpg` beside `pier.jpg`, by `cropKey`, in the order of the text: the same in every format.
 * A GIF is not cut: it may move, and a still one is no photograph.
 */
export function placeCrops(article: Article, placed: readonly NamedImage[]): ReadonlyMap<string, string> {
  const names = new Map(placed.map(({ imageId, name }) => [imageId, name]));
  const taken = new Set(placed.map(({ name }) => name.toLowerCase()));
  const crops = new Map<string, string>();
  for (const { attrs } of imagesOf(article.body)) {
    const { imageId, crops: own }: Partial<BlockAttributes<'image'>> = attrs ?? {};
    const stored = imageId && Object.hasOwn(article.images, imageId) ? article.images[imageId] : undefined;
    const beside = imageId ? names.get(imageId) : undefined;
    if (!imageId || !stored || beside === undefined || stored.mediaType === 'image/gif') continue;
    for (const [name, crop] of Object.entries(own ?? {})) {
      const key = cropKey(imageId, name, crop);
      if (!crops.has(key)) crops.set(key, freeName({ ...stored, fileName: `${beside.replace(/\.[a-z]+$/, '')}-${name.replace(':', 'x')}.x` }, taken));
    }
  }
  return crops;
}

/** A narrower copy of a picture and its name. */
export interface NamedSize {
  readonly name: string;
  readonly width: number;
}

/** The names of narrower copies, `pier-480w.jpg` beside `pier.jpg`, by picture; none is that of a picture or of a cut-out. */
export function placeSizes(article: Article, placed: readonly NamedImage[], widths: ReadonlyMap<string, readonly number[]>, crops: Iterable<string>): ReadonlyMap<string, readonly NamedSize[]> {
  const taken = new Set([...placed.map(({ name }) => name), ...crops].map((name) => name.toLowerCase()));
  return new Map(
    placed.flatMap(({ imageId, name }) => {
      const stored = article.images[imageId];
      return stored ? [[imageId, (widths.get(imageId) ?? []).map((width) => ({ width, name: freeName({ ...stored, fileName: `${name.replace(/\.[a-z]+$/, '')}-${width}w.x` }, taken) }))] as const] : [];
    }),
  );
}

function freeName(stored: StoredImage, taken: Set<string>): string {
  const base = safeName(stored.fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')) || 'image';
  const extension = imageExtension(stored.mediaType);
  for (let number = 1; ; number += 1) {
    const name = `${numberedStem(base, number)}.${extension}`;
    const key = name.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

/** The ids of the pictures a body shows, each once, in order. */
export function imageIdsIn(body: BodyJson): readonly string[] {
  const ids = imagesOf(body).map(({ attrs }) => attrs?.['imageId']);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

function textOf(node: BodyJson): string {
  if (node.type === 'hardBreak') return ' ';
  return node.text ?? (node.content ?? []).map(textOf).join('');
}
