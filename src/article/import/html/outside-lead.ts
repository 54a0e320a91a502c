import type { Element, Nodes, Root } from 'hast';
import { isAdvertisement } from './advertisement.ts';
import { captionedFigure } from './figure.ts';
import { isCounter, pictureAddress, symbolOf } from './image.ts';
import { isNamedFurniture, isPictureName } from './page-names.ts';
import { attribute, byTag, findElement, findElements, isElement, lineOf } from './read.ts';

/** The lead picture of a page that shows it outside the element that holds the article. */

interface Candidate {
  readonly box: Element;
  readonly image: Element;
  /** True above the article, where nothing says that it belongs to something else. */
  readonly isHero: boolean;
  /** True for a picture without a box of its own: only what the page says makes it the article's. */
  readonly isBare: boolean;
}

/** The figure with the picture the page says is the article's, else the last one above it that leads nowhere else; null where there is none. */
export function outsideLead(root: Root, article: Element | Root, named: readonly string[]): Element | null {
  const found = candidates(root, article);
  const said = found.find(({ image, isBare, isHero }) => (isHero || !isBare) && named.some((address) => isSamePicture(pictureAddress(image), address)));
  return (said ?? found.findLast(({ isHero, isBare }) => isHero && !isBare))?.box ?? null;
}

function candidates(root: Root, article: Element | Root): Candidate[] {
  const found: Candidate[] = [];
  let isBefore = true;
  const visit = (node: Element | Root, isFree: boolean): void => {
    for (const child of node.children as Nodes[]) {
      if (child === article) isBefore = false;
      else if (isElement(child) && !/^(?:nav|footer|head|noscript)$/.test(child.tagName) && !isAdvertisement(child)) {
        const isOurs = isFree && !isElsewhere(child, article);
        const image = pictureOf(child, article);
        // A figure that a link is laid over is another story's.
        const isBare = child.tagName === 'img' || plainBox(child) !== null;
        if (image) found.push({ box: child, image, isBare, isHero: isBefore && isOurs && !findElements(child, byTag('a')).some((link) => isElsewhere(link, article) && findElement(link, byTag('img')) !== null) });
        else visit(child, isOurs);
      }
    }
  };
  visit(root, true);
  return found;
}

/** The site's header, other stories, and what a link leads away from here. */
function isElsewhere(element: Element, article: Element | Root): boolean {
  if (findElement(element, (below) => below === article) !== null) return false;
  return /^(?:aside|article|header|form)$/.test(element.tagName) || isNamedFurniture(element) || (element.tagName === 'a' && !/\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/i.test(attribute(element, 'href')));
}

/** The one picture of a figure, or of a box by another name, or that stands alone; null for any other element. */
function pictureOf(element: Element, article: Element | Root): Element | null {
  const bare = element.tagName === 'img' ? element : plainBox(element);
  if (bare) return isShown(bare) && !emblem.test(pictureAddress(bare)) ? bare : null;
  if (element.tagName !== 'figure' && !isPictureName(element) && captionedFigure(element) === null) return null;
  const [image, ...more] = findElements(element, byTag('img')).filter(isShown);
  const holdsMore = findElement(element, (below) => below === article || /^h[1-6]$/.test(below.tagName)) !== null;
  return image && !holdsMore && more.every((one) => isSamePicture(pictureAddress(one), pictureAddress(image))) ? image : null;
}

/** The picture of a box without a name that holds it and one short line below; null for another element. */
function plainBox(element: Element): Element | null {
  const parts = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [image, line] = parts;
  if (element.tagName !== 'div' || parts.length !== 2 || !image || !line || !isElement(image) || !isElement(line)) return null;
  return image.tagName === 'img' && /^(?:div|p|span|small|em)$/.test(line.tagName) && lineOf(line).length <= 300 && findElement(line, byTag('img', 'a')) === null ? image : null;
}

/** A lead picture's box as a figure: the one line in it is its caption. */
export function asFigure(box: Element): Element {
  const image = plainBox(box);
  if (image === null) return box;
  const caption = box.children.filter(isElement).filter((child) => child !== image);
  return { ...box, tagName: 'figure', children: [image, { type: 'element', tagName: 'figcaption', properties: {}, children: caption }] };
}

const isShown = (image: Element): boolean => pictureAddress(image) !== '' && symbolOf(image) === null && !isCounter(image);

/** What a site calls its own sign. */
const emblem = /(?:^|[/_.-])(?:logo|logotype|icon|favicon|sprite)(?:[/_.-]|$)/i;

/** Names that many pictures have. */
const plainName = /^(?:\d+|image|photo|picture|lead|main|hero|original|default|master|large|thumb(?:nail)?)?$/;

/** True for two addresses of one picture: hosts, sizes and what a server is told to do with it may differ. */
export function isSamePicture(one: string, other: string): boolean {
  const [a, b] = [pathOf(one), pathOf(other)];
  if (a === '' || b === '') return false;
  const name = a.split('/').at(-1) ?? '';
  return a === b || (!plainName.test(name) && name === b.split('/').at(-1));
}

/** The path without size and kind: `/2024/berth-1200x800.jpg?w=640` is `/2024/berth`. */
const pathOf = (address: string): string => address.trim().toLowerCase().replace(/^(?:[a-z]+:)?\/\/[^/]*/, '').replace(/[?#].*$/, '').replace(/\.[a-z]{3,4}$/, '').replace(/(?:[-_@.](?:\d+x\d+|\d+w|scaled|\dx))+$/, '').replace(/\/size\/[^/]+\//, '/');
