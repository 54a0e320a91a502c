import type { Element, Nodes, Parents, Root } from 'hast';
import { say } from '../../../language/index.ts';
import type { Explained } from '../report.ts';
import { isAdvertisement } from './advertisement.ts';
import { isNamedFurniture, isPageTool, isRelatedHeading } from './page-names.ts';
import { attribute, byTag, classes, findElement, findElements, isElement, lineOf, same, without } from './read.ts';
import { isTagLink, isTerms } from './terms.ts';

/** Real pages: which element is the article, and what around and inside it is the site's. */

/** Length of the text in paragraphs below an element: what tells an article from a menu. */
function proseLength(node: Parents): number {
  return (node.children as Nodes[]).reduce((sum, child) => {
    // Old pages part their paragraphs by line breaks alone.
    if (child.type === 'text') return sum + (child.value.trim().length > 60 ? child.value.trim().length : 0);
    if (!isElement(child)) return sum;
    return sum + (child.tagName === 'p' ? lineOf(child).length : proseLength(child));
  }, 0);
}

const holds = (outer: Parents, inner: Nodes): boolean => outer.children.some((child) => child === inner || (isElement(child) && holds(child, inner)));

/** Where the article is: the element to read, and in it the one that holds the text. */
export interface Place {
  readonly element: Element | Root;
  readonly text: Element | Root;
}

/** The longest <article>, the main part around it where the headline stands outside, else where the prose is, else the body. */
export function articlePlace(root: Root): Place {
  const body = findElement(root, byTag('body')) ?? root;
  const main = findElement(body, (element) => element.tagName === 'main' || attribute(element, 'role') === 'main');
  const marked = findElements(body, (element) => element.tagName === 'article' || attribute(element, 'itemProp') === 'articleBody' || attribute(element, 'role') === 'article');
  const longest = marked.map((element) => ({ element, length: proseLength(element) })).toSorted((a, b) => b.length - a.length)[0];
  const text = longest && longest.length >= proseLength(main ?? body) / 2 ? longest.element : (main ?? proseElement(body));
  const hasHeadline = text.type === 'element' && findElement(text, byTag('h1')) !== null;
  if (hasHeadline || text === body) return { element: text, text };
  // The headline often stands in front of the element that holds the text.
  const headline = findElements(main ?? body, byTag('h1')).at(-1) ?? findElement(body, (element) => attribute(element, 'itemProp') === 'headline' && element.tagName !== 'meta');
  return { element: headline ? smallestAround(body, [headline, text]) : text, text };
}

/** Pages without <article> and <main>: the innermost element that holds nearly all prose of the page. */
function proseElement(body: Element | Root): Element | Root {
  const all = proseLength(body);
  if (all < 300) return body;
  const visit = (node: Element | Root): Element | Root => {
    const below = (node.children as Nodes[]).filter(isElement).find((child) => child.tagName !== 'p' && proseLength(child) >= all * 0.9);
    return below ? visit(below) : node;
  };
  return visit(body);
}

function smallestAround(node: Element | Root, inner: readonly (Element | Root)[]): Element | Root {
  const below = (node.children as Nodes[]).filter(isElement).find((child) => inner.every((one) => child === one || holds(child, one)));
  return below && !inner.includes(below) ? smallestAround(below, inner) : node;
}

type Furniture = 'navigation' | 'related' | 'furniture';
interface Page {
  readonly place: Place;
  /** True where the element is the page's whole body: then its header and asides are the site's. */
  readonly inBody: boolean;
}

function furnitureOf(element: Element, parent: Element | Root, { place, inBody }: Page): Furniture | null {
  const { text } = place;
  if (isNavigation(element)) return 'navigation';
  // An entry of a live page, or the article itself, has its heading in a header of its own.
  const isOwnHeader = element.tagName === 'header' && isElement(parent) && parent.tagName === 'article';
  if (!isOwnHeader && isSiteFurniture(element, inBody)) return 'furniture';
  if (isToolbar(element, parent)) return 'furniture';
  if (isRelated(element, text)) return 'related';
  if (isCard(element, text)) return 'related';
  return inBody && element.tagName === 'aside' ? 'furniture' : null;
}

/** Beside the article a page shows others as cards. */
function isCard(element: Element, text: Element | Root): boolean {
  const areArticles = element.tagName === 'article' && text.type === 'element' && text.tagName === 'article' && element !== text;
  return areArticles && !holds(element, text) && !holds(text, element);
}

function isRelated(element: Element, text: Element | Root): boolean {
  if (!/^(?:aside|div|section|ul|ol|p|figure|span|h[2-6]|gu-island)$/.test(element.tagName)) return false;
  return (isNamedFurniture(element) || isRelatedBox(element)) && findElement(element, byTag('h1')) === null && isAside(element, text);
}

/** Whatever its name, what holds much of the text is the text. */
const isAside = (element: Element, text: Element | Root): boolean => proseLength(element) <= Math.max(60, proseLength(text) * 0.3);

/** Links that print or send the page, and no word beside them. */
function isToolbar(element: Element, parent: Element | Root): boolean {
  const isInLine = /^(?:a|span)$/.test(element.tagName) && ((isElement(parent) && parent.tagName === 'p') || parent.children.some((child) => child.type === 'text' && child.value.trim() !== ''));
  if (isInLine || !/^(?:p|div|section|ul|ol|li|span|a)$/.test(element.tagName) || lineOf(element).length > 200) return false;
  const links = element.tagName === 'a' ? [element] : findElements(element, byTag('a'));
  return links.length > 0 && links.every((link) => isPageTool(lineOf(link))) && same(links.map(lineOf).join(' '), lineOf(element));
}

/** Words like "Related stories" above nothing but links. */
function isRelatedBox(element: Element): boolean {
  const first = element.children.find((child) => lineOf(child) !== '');
  const title = first ? lineOf(first) : '';
  if (!isElement(first) || first.tagName === 'a' || !isRelatedHeading(title)) return false;
  const rest = lineOf(element).length - title.length;
  const linked = findElements(element, byTag('a')).reduce((sum, link) => sum + lineOf(link).length, 0);
  return linked > 0 && linked >= rest * 0.7;
}

const navigationName = /^(?:(?:site|main|top|primary|global)-?)?(?:nav|navbar|navigation|menu|menubar)$/;
const furnitureName = /^(?:(?:site|page|global|[a-z])-?)?(?:footer|header|masthead)$/;
const isNamed = (element: Element, name: RegExp): boolean => /^(?:div|ul|section)$/.test(element.tagName) && classes(element).some((word) => name.test(word)) && proseLength(element) < 200 && findElement(element, byTag('h1')) === null;

function isNavigation(element: Element): boolean {
  return /^(?:nav|menu)$/.test(element.tagName) || /^(?:navigation|menu|menubar)$/.test(attribute(element, 'role')) || classes(element).includes('skip-link') || isNamed(element, navigationName);
}

function isSiteFurniture(element: Element, inBody: boolean): boolean {
  if (element.tagName === 'footer') return !isInQuote(element);
  if (/^(?:contentinfo|banner|search|complementary)$/.test(attribute(element, 'role'))) return true;
  // Some sites wrap the whole page in one form.
  if (element.tagName === 'form') return proseLength(element) < 200;
  if (inBody && isNamed(element, furnitureName)) return true;
  return inBody && element.tagName === 'header' && findElement(element, byTag('h1')) === null;
}

const isInQuote = (element: Element): boolean => lineOf(element).length < 100 && findElement(element, byTag('cite')) !== null;

/**
 * The article's element without the site's furniture in it; each piece of it is told in `removed`.
 * @param inBody true where the element is the page's whole body: then its header and asides are the site's
 */
export function withoutFurniture(place: Place, inBody: boolean, removed: Explained[]): Element | Root {
  const visit = <Node extends Element | Root>(node: Node): Node => {
    const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
      if (!isElement(child) || child.tagName === 'blockquote' || isAdvertisement(child)) return [child];
      const reason = furnitureOf(child, node, { place, inBody });
      if (reason === null) return [visit(child)];
      const terms = reason === 'navigation' ? [] : ownTerms(child, place, reason);
      if (!terms.includes(child)) tell(without(child, (below) => terms.some((one) => one === below)), reason, removed);
      return terms;
    });
    return { ...node, children };
  };
  return visit(place.element);
}

/** Lists of tags in the article's own footer, or in a box named after them, are its fields. */
function ownTerms(element: Element, { text }: Place, reason: Furniture): Element[] {
  const isOwn = text.type === 'element' && !/^(?:body|main)$/.test(text.tagName) && holds(text, element);
  if (!isOwn) return [];
  if (isTermBox(element)) return [element];
  return reason === 'furniture' ? topTerms(element) : [];
}

const topTerms = (element: Element): Element[] => element.children.flatMap((child) => (isElement(child) ? (isTermBox(child) ? [child] : topTerms(child)) : []));

/** Links the page marks as its tags, and the words around them. */
function isTermBox(element: Element): boolean {
  const links = findElements(element, byTag('a'));
  return links.length > 0 && links.every(isTagLink) && isTerms(lineOf(element), links.map(lineOf));
}

/** Tells what the page shows beside the article's element and its lead picture. */
export function tellOutside(root: Root, taken: readonly (Element | Root)[], removed: Explained[]): void {
  const visit = (node: Parents): void => {
    for (const child of node.children) {
      if (isElement(child) && (taken.includes(child) || child.tagName === 'head')) continue;
      if (isElement(child) && taken.some((one) => holds(child, one))) visit(child);
      else if (child.type === 'text' || isElement(child)) tell(child, isElement(child) && child.tagName === 'nav' ? 'navigation' : 'furniture', removed);
    }
  };
  if (!taken.includes(root)) visit(root);
}

function tell(node: Element | Extract<Nodes, { type: 'text' }>, reason: Furniture, removed: Explained[]): void {
  const isScript = isElement(node) && /^(?:script|style|noscript|svg|link|meta|title)$/.test(node.tagName);
  const text = isScript ? '' : lineOf(node);
  if (text !== '') removed.push({ text, why: say(`formats.left-${reason}`) });
}
