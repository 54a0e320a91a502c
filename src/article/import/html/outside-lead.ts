import type { Element, Nodes, Root } from 'hast';
import { isAdvertisement } from './advertisement.ts';
import { captionedFigure } from './figure.ts';
import { isCounter, pictureAddress, symbolOf } from './image.ts';
import { isNamedFurniture, isPictureName } from './page-names.ts';
import { attribute, byTag, findElement, findElements, isElement } from './read.ts';

/** The lead picture of a page that shows it outside the element that holds the article. */

interface Candidate {
  readonly box: Element;
  readonly image: Element;
  /** True above the article, where nothing says that it belongs to something else. */
  readonly isHero: boolean;
}

/** The figure with the picture the page says is the article's, else the last one above it that leads nowhere else; null where there is none. */
export function outsideLead(root: Root, article: Element | Root, named: readonly string[]): Element | null {
  const found = candidates(root, article);
  const said = found.find(({ image }) => named.some((address) => isSamePicture(pictureAddress(image), address)));
  return (said ?? found.findLast(({ isHero }) => isHero))?.box ?? null;
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
        if (image) found.push({ box: child, image, isHero: isBefore && isOurs && !findElements(child, byTag('a')).some((link) => isElsewhere(link, article) && findElement(link, byTag('img')) !== null) });
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

/** The one picture of a figure, or of a box by another name; null for any other element. */
function pictureOf(element: Element, article: Element | Root): Element | null {
  if (element.tagName !== 'figure' && !isPictureName(element) && captionedFigure(element) === null) return null;
  const [image, ...more] = findElements(element, byTag('img')).filter(isShown);
  const holdsMore = findElement(element, (below) => below === article || /^h[1-6]$/.test(below.tagName)) !== null;
  return image && !holdsMore && more.every((one) => isSamePicture(pictureAddress(one), pictureAddress(image))) ? image : null;
}

const isShown = (image: Element): boolean => pictureAddress(image) !== '' && symbolOf(image) === null && !isCounter(image);

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
