import type { Element } from 'hast';
import { safeAddress } from '../../address.ts';
import type { Contributor } from '../../blocks/byline.ts';
import { type Credits, isJob, readCredits, readSignature, startsWithRole } from '../credits.ts';
import { readFurniture } from '../furniture-line.ts';
import { say } from '../../../language/index.ts';
import { type Page, takeOut } from './page-fields.ts';
import type { PageFacts } from './page-facts.ts';
import { isBylineName, namesOf } from './page-names.ts';
import { attribute, byTag, findElement, findElements, lineOf, same, without } from './read.ts';
import { shownLines } from './shown-lines.ts';

const longestByline = 200;
/** "By" in the languages whose pages mark the line as a byline anyway. */
const foreignBy = /^(?:par|von|por|door|av|af|di|bởi|oleh|yazan|автор|текст|\u0628\u0642\u0644\u0645|\u0643\u062a\u0628|\u05de\u05d0\u05ea|\u0926\u094d\u0935\u093e\u0930\u093e|\u4f5c\u8005|\u6587|\u8bb0\u8005|\u8a18\u8005)\s*[:\uff1a|\u30fb\u00b7]?\s*(?=\S)/iu;
/** What stands between a name and the time that was taken away beside it. */
const edges = /^[\s,|/\u00b7\u2022\u2013\u2014-]+|[\s,|/\u00b7\u2022\u2013\u2014-]+$/gu;

/** Bylines the page shows above its text, else the first it marks as one anywhere. */
export function takeBylines(page: Page): void {
  const names: string[] = [];
  const within = new Set<Element>();
  for (const element of page.head) {
    if (isBylineName(element) || isBylineBox(element)) for (const below of findElements(element, () => true)) within.add(below);
    if (page.used.has(element)) continue;
    const credits = creditsOf(element, page) ?? (within.has(element) ? bareName(element, page) : null);
    if (!credits) continue;
    names.push(...credits.people.map(({ name }) => name));
    page.draft.addByline(lineOf(element), withAddresses(credits, element, page));
    takeOut(page, element);
  }
  takePortraits(page, [...names, ...page.facts.authors]);
  if (names.length === 0) takeBylineElsewhere(page);
}

/** Words that stand between names and before times: “par … et …”, “Stand: … · Veröffentlicht: …”. */
const betweenWords = new Set([
  'by', 'with', 'and', 'on', 'at', 'updated', 'published', 'posted', 'last', 'first', 'von', 'mit', 'und', 'stand', 'veröffentlicht', 'aktualisiert',
  'par', 'avec', 'et', 'le', 'publié', 'mis', 'à', 'jour', 'por', 'con', 'y', 'el', 'publicado', 'actualizado', 'di', 'e', 'il', 'pubblicato', 'aggiornato', 'door', 'en',
]);
/** Nothing but these; word by word, for no pattern of them may be tried in two ways. */
const isBetween = (line: string): boolean => line.toLowerCase().split(/[\s,&|/()·•:–—-]+/u).every((word) => word === '' || betweenWords.has(word));

/** A line whose names and times were read one by one: what stood between them goes with them. */
export function takeRemainders(page: Page): void {
  for (const element of page.head.filter((one) => !page.used.has(one) && (isBylineName(one) || isBylineBox(one) || /^(?:p|div|span|li|address)$/.test(one.tagName)))) {
    const left = lineOf(without(element, (node) => page.used.has(node))).replace(edges, '');
    const isTime = element.tagName !== 'span' && readingTime.test(left);
    if (isTime) page.reading.removed.push({ text: left, why: say('formats.left-furniture') });
    else if (byAlone.test(left) || isRead(element, left, page)) page.draft.place(lineOf(element), 'byline');
    else continue;
    takeOut(page, element);
  }
}

/** Whether all but the words between was read; a box without a name may hold more than a line. */
function isRead(element: Element, left: string, { used }: Page): boolean {
  if (element.tagName === 'div' && !isBylineName(element) && !isBylineBox(element)) return false;
  return findElement(element, (below) => used.has(below)) !== null && findElement(element, (below) => below.tagName === 'img' && !used.has(below)) === null && isBetween(left);
}

const readingTime = /^\d{1,3}[ -]?min(?:ute|uto)?[ns]?\.? (?:read|reading time|de lecture|lesezeit|de lectura|di lettura)$/iu;
/** “by” in an element of its own, whose name stood in the next one. */
const byAlone = /^(?:by|von|par|por|di|door|av|af)\s*:?$/i;

/** A byline the site keeps outside the text: the first that is marked or says "Submitted by". It is told with what stands around it. */
function takeBylineElsewhere(page: Page): void {
  // Who took a picture is no author of the text.
  const ofPictures = new Set(findElements(page.whole, byTag('figure', 'figcaption')).flatMap((figure) => findElements(figure, () => true)));
  for (const element of findElements(page.whole, byTag('p', 'div', 'span', 'address', 'a', 'li'))) {
    if (page.used.has(element) || ofPictures.has(element)) continue;
    const line = lineOf(element);
    const sign = /^(?:submitted|posted|published|by)\b/i.test(line) && line.length <= longestByline ? readFurniture(line) : null;
    const credits = (isBylineName(element) ? creditsOf(element, page) : null) ?? sign?.bylines[0]?.credits;
    if (!credits) continue;
    page.draft.addByline(line, withAddresses(credits, element, page));
    return;
  }
}

/** Portraits of the writers beside their names are the site's. */
function takePortraits(page: Page, names: readonly string[]): void {
  const pictures = page.head.filter(byTag('img')).filter((image) => !page.used.has(image));
  for (const image of pictures) {
    const isPortrait = isStamp(image) || names.some((name) => same(attribute(image, 'alt'), name)) || namesOf(image).some((name) => /(?:^|[-_])(?:avatar|profile|author)(?:[-_]|$)/.test(name));
    if (!isPortrait) continue;
    page.reading.removed.push({ text: attribute(image, 'alt') || attribute(image, 'src'), why: say('formats.left-furniture') });
    page.used.add(image);
  }
}

/** A square no larger than a portrait beside a name. */
const isStamp = (image: Element): boolean => attribute(image, 'width') === attribute(image, 'height') && Number(attribute(image, 'width')) >= 16 && Number(attribute(image, 'width')) <= 100;

const isBylineBox = (element: Element): boolean => namesOf(element).some((name) => /(?:^|[-_])(?:byline|authors?)[-_](?:wrapper|wrap|box|block|container|area|meta|row)$/.test(name));

/** A name and nothing else within an element marked as the byline. */
function bareName(element: Element, { used }: Page): Credits | null {
  const line = lineOf(without(element, (node) => used.has(node)));
  const words = line.split(/\s+/).length;
  if (words < 2 || words > 4 || line.length > 60 || !/^(?:a|span|div|p|h[2-6]|strong|li)$/.test(element.tagName)) return null;
  const credits = readCredits(`By ${line}`, '');
  return credits?.people.length === 1 && credits.people.every(({ name, affiliation }) => affiliation === '' && !isJob(name)) ? credits : null;
}

/** Local papers print the address behind the name. */
const writtenEmail = /\s+[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** Names of a line that is a byline as a whole; null for another element. */
function creditsOf(element: Element, { facts, used, reading }: Page): Credits | null {
  const left = without(element, (node) => used.has(node));
  if (!/^(?:p|div|span|address|li|ul|a|h2|h3|h4|h5|h6|strong|small|td|font|section|header|summary|b|i|em)$/.test(element.tagName) || findElement(left, byTag('h1', 'figure', 'time')) !== null) return null;
  const line = lineOf(left).replace(writtenEmail, '').replace(edges, '');
  if (line === '' || line.length > longestByline) return null;
  const isSigned = isBylineName(element) || startsWithRole(line);
  return (isSigned ? readSignature(shownLines(left, reading.sheet)) : null) ?? lineCredits(element, line, facts, isBesideTime(element, used));
}

/** Whether a time of the article's stood in the line: then one that begins with “von” is no sentence. */
const isBesideTime = (element: Element, used: Page['used']): boolean => findElement(element, (below) => below.tagName === 'time' && used.has(below)) !== null;

/** Names of a byline in one line. */
function lineCredits(element: Element, line: string, facts: PageFacts, isTimed: boolean): Credits | null {
  if (startsWithRole(line)) {
    const credits = readCredits(line, '');
    if (credits?.people.some(({ name }) => !/^by$/i.test(name))) return credits;
  }
  // Several marked names in one box are read one by one.
  if (findElements(element, isBylineName).filter((below) => lineOf(below) !== line).length > 1) return null;
  const bare = line.replace(foreignBy, '');
  const known = knownPeople(bare, facts.authors);
  if (known) return known;
  const isSigned = isBylineName(element) || (element.tagName === 'address' && findElement(element, isBylineName) !== null);
  const read = isSigned || (bare !== line && (isTimed || facts.authors.some((name) => bare.includes(name)))) ? readCredits(`By ${bare}`, '') : null;
  return read?.people.every(({ name }) => isJob(name)) ? null : read;
}

/** The page's own authors, where the line names them and nothing else. */
function knownPeople(line: string, authors: readonly string[]): Credits | null {
  const named = authors.filter((name) => line.toLowerCase().includes(name.toLowerCase()));
  if (named.length === 0) return null;
  const left = named.toSorted((a, b) => b.length - a.length).reduce((text, name) => text.toLowerCase().replace(name.toLowerCase(), ' '), line);
  if (left.replace(/\b(?:by|and|und|et|y)\b|[\s,&|/\u00b7\u2022-]+/giu, '') !== '') return null;
  return readCredits(`By ${named.join(', ')}`, '') ?? { people: named.map((name) => ({ name, role: 'written-by', affiliation: '', location: '', email: '', url: '' })), plainBy: true };
}

/** People with the page the site keeps about them. */
function withAddresses({ people, plainBy }: Credits, element: Element, { reading }: Page): Credits {
  const links = [element, ...findElements(element, byTag('a'))].filter(byTag('a'));
  const addressOf = (person: Contributor): string => {
    const link = links.find((one) => same(lineOf(one), person.name));
    const url = link ? safeAddress(attribute(link, 'href'), reading.baseAddress || undefined) : null;
    return url !== null && /^https?:/.test(url) ? url : '';
  };
  return { people: people.map((person) => ({ ...person, url: person.url || addressOf(person) })), plainBy };
}
