import type { Element } from 'hast';
import { safeAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import { say } from '../../../language/index.ts';
import { isAdvertisement } from './advertisement.ts';
import { make } from './make.ts';
import { attribute, byTag, classes, findElement, findElements, lineOf, without } from './read.ts';
import type { Reading, Scope } from './scope.ts';

/** A box for something to be played or shown; without an address it only boxes in what it holds, as Apple Notes does with tables. */
export function objectBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const isBox = attribute(element, 'data') === '' && findElement(element, byTag('embed', 'param', 'source')) === null;
  return isBox && lineOf(element) !== '' ? reading.walk(element.children, scope) : embedOf(element, scope, reading);
}

/** A frame, film or sound as a card that loads nothing; without an address that may stand, a line in the report. */
export function embedOf(element: Element, _scope: Scope, reading: Reading): BodyJson[] {
  const source = findElement(element, byTag('source'));
  const address = attribute(element, 'src') || attribute(element, 'dataSrc') || attribute(element, 'data') || (source ? attribute(source, 'src') : '');
  const url = safeAddress(address.startsWith('//') ? `https:${address}` : address, reading.baseAddress || undefined);
  if (isAdvertisement(element) || url === null || url.startsWith('mailto:')) {
    reading.removed.push({ text: address || `<${element.tagName}>`, why: say(isAdvertisement(element) ? 'formats.left-advertisement' : 'formats.left-frame') });
    return [];
  }
  // Words for programs that cannot play it are shown to nobody.
  const unseen = element.tagName === 'iframe' ? '' : lineOf(element);
  if (unseen !== '') reading.removed.push({ text: unseen, why: say('formats.left-hidden') });
  return [embedBlock(url, { title: (attribute(element, 'title') || attribute(element, 'ariaLabel')).trim() })];
}

const embedBlock = (url: string, more: Readonly<Record<string, string>>): BodyJson => make('embed', { url, provider: new URL(url).hostname.replace(/^www\./, ''), ...more });

/** The address of an AMP player, from the attribute that holds its id. */
const players: Readonly<Record<string, readonly [attribute: string, before: string]>> = {
  'amp-youtube': ['dataVideoid', 'https://www.youtube.com/watch?v='], 'amp-twitter': ['dataTweetid', 'https://twitter.com/i/status/'], 'amp-instagram': ['dataShortcode', 'https://www.instagram.com/p/'],
  'amp-vimeo': ['dataVideoid', 'https://vimeo.com/'], 'amp-dailymotion': ['dataVideoid', 'https://www.dailymotion.com/video/'], 'amp-facebook': ['dataHref', ''], 'amp-tiktok': ['dataSrc', 'https://www.tiktok.com/embed/'],
};

/** Posts of networks as their scripts find them in a page: where each keeps the post's address. */
const posts: readonly (readonly [name: string, address: (element: Element) => string])[] = [
  ['twitter-tweet', (element) => lastLink(element, /\/status\//)], ['twitter-video', (element) => lastLink(element, /\/status\//)], ['bluesky-embed', (element) => lastLink(element, /\/post\//)],
  ['instagram-media', (element) => attribute(element, 'dataInstgrmPermalink') || lastLink(element, /\/(?:p|reel|tv)\//)], ['tiktok-embed', (element) => attribute(element, 'cite')],
  ['fb-post', (element) => attribute(element, 'dataHref')], ['fb-video', (element) => attribute(element, 'dataHref')], ['reddit-embed-bq', (element) => lastLink(element, /\/comments\//)],
];

const lastLink = (element: Element, shape: RegExp): string => findElements(element, byTag('a')).map((link) => attribute(link, 'href')).findLast((href) => shape.test(href)) ?? '';

/** A post or player of a network as a card, its text as the fallback; null for another element. */
export function postOf(element: Element): BodyJson[] | null {
  const url = safeAddress(addressOf(element));
  return url === null || url.startsWith('mailto:') ? null : [embedBlock(url, { fallback: lineOf(element) })];
}

/**
 * A figure that holds an address and nothing else, as WordPress keeps what it will show there, or Ghost's card of a page:
 * one link around its title, its words and its pictures. Null for another figure.
 */
export function linkedFigure(element: Element, caption: string): BodyJson | null {
  const [link, ...more] = findElements(element, byTag('a'));
  const isCard = link !== undefined && more.length === 0 && classes(element).includes('kg-bookmark-card');
  const written = lineOf(without(element, (node) => node.type === 'element' && node.tagName === 'figcaption'));
  const url = safeAddress(isCard ? attribute(link, 'href') : /^https?:\/\/\S+$/.test(written) ? written : '');
  if (url === null) return null;
  const part = (name: string): string => findElements(element, (one) => classes(one).includes(`kg-bookmark-${name}`)).map(lineOf).join(' ');
  const site = [part('author'), part('publisher')].filter((name) => name !== '').join(' · ');
  return embedBlock(url, { title: part('title'), fallback: [part('description'), site, caption].filter((line) => line !== '').join('\n') });
}

function addressOf(element: Element): string {
  const player = players[element.tagName];
  if (player) {
    const id = attribute(element, player[0]);
    return player[1] === '' || id === '' ? id : `${player[1]}${encodeURIComponent(id)}`;
  }
  if (element.tagName !== 'blockquote' && element.tagName !== 'div') return '';
  const names = classes(element);
  return posts.find(([name]) => names.includes(name))?.[1](element) ?? '';
}
