import type { Element } from 'hast';
import { safeAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import { make } from './make.ts';
import { attribute, classes, hasAttribute } from './read.ts';
import type { Reading } from './scope.ts';

/** Attributes in which lazy loaders keep the real address. */
const lazyNames = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOriginalSrc', 'dataHiResSrc', 'dataFullSrc', 'dataLazy', 'dataUrl', 'dataImage', 'dataDefaultSrc'];
const lazySets = ['dataSrcSet', 'dataSrcset', 'dataLazySrcset', 'dataLazySrcSet'];
const placeholder = /(?:^|[/_-])(?:placeholder|blank|spacer|transparent|lazy|loading|grey|pixel|1x1)[^/]*\.(?:gif|png|svg|jpe?g|webp)/i;

/** The address a picture really has: a lazy one's is not in src. '' where it has none. */
export function pictureAddress(element: Element): string {
  const lazy = lazyNames.map((name) => attribute(element, name)).find((value) => isAddress(value));
  if (lazy) return lazy.trim();
  const src = attribute(element, 'src').trim();
  if (isAddress(src) && !placeholder.test(src)) return src;
  const sets = [...lazySets, 'srcSet'].map((name) => largestOf(attribute(element, name))).find((value) => value !== '');
  return sets ?? src;
}

/** True for a picture that only keeps the place of one that a script would have loaded. */
export function isPlaceholder(element: Element): boolean {
  const address = pictureAddress(element);
  return !isAddress(address) || placeholder.test(address);
}

/** Names like `data-original` may also hold a number or a word; an address has a dot or a slash. */
const isAddress = (value: string): boolean => value.trim() !== '' && /[./]/.test(value) && !/^\s*(?:data|blob|javascript|about):/i.test(value) && !/^\s*[[{]/.test(value);

/** The address of the widest or densest candidate of a srcset. */
export function largestOf(set: string): string {
  let best = { address: '', size: -1 };
  for (const [, address = '', size = '1'] of set.matchAll(/(?:^|,)\s*(\S+?)(?:\s+([\d.]+)[wx])?\s*(?=,\s|,$|$)/g)) {
    if (Number(size) > best.size && isAddress(address)) best = { address, size: Number(size) };
  }
  return best.address;
}

/**
 * What an image keeps of its address, never loaded (DESIGN section 3): the http(s) address, or the bare file name;
 * of a file: address only its last part; '' for cid:, data:, blob: and what may not stand in an article.
 */
export function originOf(address: string, base: string): string {
  const trimmed = address.trim();
  const safe = safeAddress(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed, base || undefined);
  if (safe !== null) return safe.startsWith('mailto:') ? '' : safe;
  const windowsPath = /^[a-z]:[\\/]/i.test(trimmed);
  if (!windowsPath && /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^file:/i.test(trimmed)) return '';
  const last = trimmed.replace(/[?#].*$/, '').split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last).split(/[\\/]/).at(-1) ?? '';
  } catch {
    return last;
  }
}

/** An image block without a file; the caption comes from the figure around. */
export function imageBlock(element: Element, reading: Reading, more: Readonly<Record<string, unknown>> = {}, caption: readonly BodyJson[] = []): BodyJson {
  const address = pictureAddress(element);
  const alt = attribute(element, 'alt').trim();
  // Some publishing systems call every picture a decoration; one that is described is none.
  const decorative = alt === '' && /^(?:presentation|none)$/.test(attribute(element, 'role'));
  const block = make('image', { origin: originOf(address, reading.baseAddress), alt, decorative, ...more }, caption);
  const id = block.attrs?.['blockId'];
  if (typeof id === 'string' && address !== '') reading.pictures.set(id, address);
  return block;
}

/** The character or short code that a small picture in a line stands for; null where it is a picture. */
export function symbolOf(element: Element): string | null {
  const alt = attribute(element, 'alt');
  const written = attribute(element, 'dataStringifyEmoji') || attribute(element, 'dataEmoji');
  if (written !== '') return alt || written;
  if (alt === '') return null;
  const named = classes(element).some((name) => /(?:^|[-_])(?:emoji|emoticon|wp-smiley|twemoji)(?:[-_]|$)/.test(name));
  const isCharacter = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u.test(alt);
  return named || isCharacter || /^:[\w+-]+:$/.test(alt) ? alt : null;
}

/** Transparent pictures that mail and old pages keep room with. */
const blankPicture = /(?:^|\/)(?:clear|cleardot|spacer|blank|pixel|transparent|1x1)\.(?:gif|png)(?:[?#]|$)/i;

/** A picture of a pixel or two without words is there to count readers or to keep room. */
export function isCounter(element: Element): boolean {
  const sides = ['width', 'height'].map((name) => (hasAttribute(element, name) ? Number(attribute(element, name)) : Number.NaN));
  return attribute(element, 'alt') === '' && (sides.every((side) => side <= 2) || blankPicture.test(pictureAddress(element)));
}
