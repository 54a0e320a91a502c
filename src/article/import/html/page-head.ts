import type { Element, Nodes, Root } from 'hast';
import { say } from '../../../language/index.ts';
import { takeBylines, takeRemainders } from './page-byline.ts';
import { liveEntries, type Page, takeOut } from './page-fields.ts';
import { isBylineName, isDeckName } from './page-names.ts';
import { takeKnownTimes, takeTimes } from './page-times.ts';
import { attribute, byTag, classes, findElement, findElements, isElement, lineOf, same } from './read.ts';
import { isTagLink, isTerms } from './terms.ts';

/** Reads the fields above the text; gives the headline. */
export function readPageHead(page: Page): string {
  const title = takeHeadline(page);
  takeStandfirst(page);
  takeTimes(page);
  takeBylines(page);
  takeKnownTimes(page);
  takeRemainders(page);
  takeTerms(page);
  return title;
}

const isBlock = (element: Element, name: string): boolean => attribute(element, 'dataGalleyBlock') === name;
/** What Word and Google Docs call the title of a document, which they do not write as a heading. */
const isDocumentTitle = (element: Element): boolean => element.tagName === 'p' && classes(element).some((name) => name === 'msotitle' || name === 'title');
const mayBeTitle = byTag('h2', 'h3', 'h4', 'div', 'span', 'p', 'b', 'strong', 'font', 'td', 'center', 'big');

function headlineElement({ article, facts }: Page): Element | null {
  const own = findElement(article, (element) => isBlock(element, 'headline'));
  if (own) return own;
  // Where the first heading is the site's name, the page says itself which one is the headline.
  const named = facts.headline === '' ? null : findElement(article, (element) => /^h[12]$/.test(element.tagName) && same(lineOf(element), facts.headline));
  const found = named ?? findElement(article, byTag('h1')) ?? findElement(article, isDocumentTitle) ?? findElement(article, (element) => attribute(element, 'itemProp') === 'headline' && element.tagName !== 'meta');
  if (found) return found;
  const said = [facts.headline, facts.title, ...facts.titlePieces].filter((text) => text.split(/\s+/).length > 2).toSorted((a, b) => b.length - a.length);
  for (const text of said) {
    const shown = findElement(article, (element) => mayBeTitle(element) && same(lineOf(element), text));
    if (shown) return shown;
  }
  return null;
}

function takeHeadline(page: Page): string {
  const element = headlineElement(page);
  const title = (element ? lineOf(element) : '') || page.facts.headline || page.facts.title;
  if (element) takeOut(page, element);
  if (title !== '') page.draft.setHeadline(title);
  return title;
}

function takeStandfirst(page: Page): void {
  const found = findElement(page.article, (element) => isBlock(element, 'standfirst')) ?? page.head.find((element) => !page.used.has(element) && isStandfirst(element)) ?? null;
  if (!found || page.used.has(found)) return takeDeckBox(page);
  page.draft.setStandfirst(lineOf(found));
  takeOut(page, found);
}

/** A box named as the standfirst's with one paragraph and, below it, links to other stories. */
function takeDeckBox(page: Page): void {
  for (const box of page.head.filter((element) => element.tagName === 'div' && !page.used.has(element) && isDeckName(element, true))) {
    const [deck, ...more] = findElements(box, byTag('p'));
    const lists = findElements(box, byTag('ul', 'ol'));
    const links = lists.flatMap((list) => findElements(list, byTag('a'))).map(lineOf).join(' ');
    if (!deck || more.length > 0 || lists.length === 0 || links !== lists.map(lineOf).join(' ') || !same(`${lineOf(deck)} ${links}`, lineOf(box))) continue;
    page.draft.setStandfirst(lineOf(deck));
    page.reading.removed.push({ text: links, why: say('formats.left-furniture') });
    return takeOut(page, box);
  }
}

function isStandfirst(element: Element): boolean {
  if (!/^(?:p|h2|h3|h4|div|span)$/.test(element.tagName)) return false;
  const said = /(?:^|\s)(?:alternativeHeadline|alternateName|description)(?:\s|$)/.test(attribute(element, 'itemProp')) || attribute(element, 'role') === 'doc-subtitle';
  const text = lineOf(element);
  // A heading called a subhead is a standfirst where it is a sentence, and a heading of the text where it is none.
  const isSentence = /^h[2-4]$/.test(element.tagName) && classes(element).includes('subhead') && /[.!?\u2026\u0964]["\u201d\u00bb]?$/u.test(text);
  if (!said && !isSentence && !isDeckName(element, true)) return false;
  return text !== '' && text.length <= 600 && findElements(element, byTag('p', 'li', 'img', 'h1', 'time', 'figure')).length <= (findElement(element, byTag('p')) ? 1 : 0) && !findElements(element, isBylineName).some(() => true);
}

/** The elements above the first paragraph of the text. */
export function headElements(article: Element | Root): Element[] {
  const all: Element[] = [];
  const entries = liveEntries(article);
  const visit = (node: Element | Root): boolean => {
    for (const child of node.children as Nodes[]) {
      if (!isElement(child)) continue;
      if (entries.includes(child)) return true;
      if (/^h[1-6]$/.test(child.tagName) || isDeckBox(child)) {
        all.push(child, ...findElements(child, (below) => below !== child));
        continue;
      }
      if (isProse(child)) return true;
      if (child.tagName === 'figure' || child.tagName === 'picture') continue;
      all.push(child);
      const isApart = /^(?:aside|address|footer|nav|ul|ol|table)$/.test(child.tagName);
      if (isApart) all.push(...findElements(child, () => true));
      else if (visit(child)) return true;
    }
    return false;
  };
  visit(article);
  return all;
}

/** A box named as the standfirst's: what stands in it is a sentence and no beginning of the text. */
const isDeckBox = (element: Element): boolean => element.tagName === 'div' && isDeckName(element, true) && lineOf(element).length <= 600 && findElement(element, byTag('h1', 'figure', 'article')) === null;

/** A sentence in a paragraph that is no standfirst and no byline. */
function isProse(element: Element): boolean {
  if (element.tagName === 'blockquote' || element.tagName === 'pre') return true;
  const text = element.tagName === 'p' ? lineOf(element) : element.children.flatMap((child) => (child.type === 'text' && child.value.trim().length > 60 ? [child.value.trim()] : [])).join(' ');
  if (text.length < 40 || isDeckName(element, true) || isBylineName(element) || attribute(element, 'role') === 'doc-subtitle') return false;
  return text.length > 160 || /[.!?\u2026\u0964\u06d4\u061f\u3002]["\u201d\u2019'\u00bb)]*$/u.test(text);
}

/** Section and tags the page shows as links to their lists, or as a line above the headline. */
function takeTerms(page: Page): void {
  const { draft, facts } = page;
  const links = findElements(page.article, isTagLink);
  const isCategory = (link: Element): boolean => /(?:^|\s)category(?:\s|$)/.test(attribute(link, 'rel'));
  const named = page.head.filter((element) => attribute(element, 'itemProp') === 'articleSection');
  const kicker = kickerOf(page);
  const section = facts.section || lineOfFirst(links.filter(isCategory)) || lineOfFirst(named) || lineOfFirst(kicker);
  const tags = facts.tags.length > 0 ? facts.tags : [...new Set(links.filter((link) => !isCategory(link)).map(lineOf))];
  draft.metadata = { ...draft.metadata, section, tags: [...tags] };
  const known = [section, ...tags, ...[...links, ...kicker].map(lineOf)].filter((term) => term !== '');
  for (const element of [...page.head, ...findElements(page.article, (one) => links.some((link) => link === one || one.children.includes(link)))]) {
    if (page.used.has(element) || !/^(?:a|p|div|span|ul|ol|li|footer|td|strong)$/.test(element.tagName)) continue;
    const line = lineOf(element);
    if (line === '' || line.length > 300 || !isTerms(line, known)) continue;
    draft.place(line, same(line, section) ? 'metadata.section' : 'metadata.tags');
    takeOut(page, element);
  }
}

/** Within the page, or to the site's first page. */
const notToSection = /^(?:#.*|\/?|https?:\/\/[^/]+\/?)$/i;

/** The one short link above the headline: to the section the story stands in. */
function kickerOf({ head, article, used }: Page): Element[] {
  const order = findElements(article, () => true);
  const headline = order.findIndex(byTag('h1'));
  const above = order.slice(0, Math.max(0, headline)).filter((element) => element.tagName === 'a' && head.includes(element) && !used.has(element) && lineOf(element) !== '' && !notToSection.test(attribute(element, 'href')));
  const [only, ...more] = above;
  return only && more.length === 0 && lineOf(only).length <= 40 && lineOf(only).split(/\s+/).length <= 4 ? [only] : [];
}

const lineOfFirst = ([first]: readonly Element[]): string => (first ? lineOf(first) : '');
