import type { Element, Nodes } from 'hast';
import type { BodyJson } from '../../body.ts';
import { creditAtEnd, foreignLabels, inlineTextOf, keepStart } from './figure-credit.ts';
import { imageBlock, isCounter, isPlaceholder, symbolOf } from './image.ts';
import { linkedFigure } from './embed.ts';
import { asParagraphs, isOfType, make } from './make.ts';
import { isBylineName, isCaptionName, isCreditName } from './page-names.ts';
import { attribute, byTag, classes, findElement, findElements, isElement, lineOf, without } from './read.ts';
import { blockScope, type Reading, type Scope } from './scope.ts';

const pictures = (element: Element): Element[] => findElements(element, byTag('img')).filter((image) => symbolOf(image) === null && !isCounter(image));

/** False where a figure only boxes text in, as block editors write a callout. */
export const hasFigure = (element: Element): boolean => linkedFigure(element, '') !== null || findElement(element, byTag('img', 'table', 'blockquote', 'iframe', 'video', 'audio', 'pre', 'object', 'embed', 'figcaption')) !== null;

/** A figure: picture with caption and credit, several as a gallery, a quotation with its source, a table with its caption. */
export function figureBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const inner = blockScope(element, scope, reading);
  const caption = findElement(element, byTag('figcaption'));
  const nested = findElements(element, byTag('figure'));
  const images = pictures(withoutRepeats(element));
  const special = linkOrQuote(element, caption, inner, reading);
  if (special) return special;
  const hasOther = findElement(element, byTag('table', 'blockquote', 'iframe', 'video', 'pre', 'audio')) !== null;
  if (images.length === 0 || hasOther || nested.length > 0) return mixedFigure(element, nested.length > 1 ? null : caption, inner, reading);
  const made = images.map((image, index) => imageWithCaption(image, index === images.length - 1 ? caption : null, inner, reading));
  const outside = reading.walk(textOnly(element, caption), inner);
  const [picture] = made;
  const [line] = outside;
  if (picture && line && made.length === 1 && outside.length === 1 && isBareCredit(line, picture)) return [{ ...picture, attrs: { ...picture.attrs, credit: inlineTextOf(line.content ?? []) } }];
  return [...(made.length > 1 ? [make('gallery', {}, made)] : made), ...outside];
}

/** A figure that is a card of an address, or a boxed quotation; null for another. */
function linkOrQuote(element: Element, caption: Element | null, scope: Scope, reading: Reading): BodyJson[] | null {
  const linked = scope.verbatim ? null : linkedFigure(element, caption ? lineOf(caption) : '');
  if (linked) return [linked];
  const quote = isPullQuote(element) && !caption ? findElement(element, byTag('blockquote')) : null;
  return quote && quoteBlocks({ ...quote, properties: { ...quote.properties, className: ['pullquote'] } }, scope, reading);
}

/** A name or two in a figure beside picture and caption. */
function isBareCredit(line: BodyJson, picture: BodyJson): boolean {
  const text = inlineTextOf(line.content ?? []);
  return isOfType(line, 'paragraph') && picture.attrs?.['credit'] === '' && text.length <= 60 && !/[.!?:]$/.test(text) && /^[\p{Lu}\p{Lo}]/u.test(text) && !/\s\p{Ll}{4,}/u.test(text);
}

/** What a figure shows beside pictures and caption (a button's text, a second credit line) stays as text. */
function textOnly(element: Element, caption: Element | null): readonly Nodes[] {
  return without(element, (child) => child === caption || (isElement(child) && /^(?:img|picture|noscript|source)$/.test(child.tagName))).children;
}

/** A noscript copy of a lazy picture is the same picture once more. */
function withoutRepeats(element: Element): Element {
  const bare = without(element, (child) => isElement(child) && child.tagName === 'noscript');
  if (pictures(bare).length === 0) return element;
  const real = without(bare, (child) => isElement(child) && child.tagName === 'img' && isPlaceholder(child));
  return pictures(real).length > 0 ? real : bare;
}

function mixedFigure(element: Element, caption: Element | null, scope: Scope, reading: Reading): BodyJson[] {
  const made = reading.walk(caption ? without(element, (child) => child === caption).children : element.children, scope);
  if (!caption) return galleryOf(made);
  const line = lineOf(caption);
  const [first] = made;
  const given = first && made.length === 1 && line !== '' ? named(first, line) : null;
  return given ? [given] : [...made, ...reading.walk(caption.children, scope)];
}

/** Pictures of one figure, with a line below for all of them perhaps. */
function galleryOf(made: readonly BodyJson[]): BodyJson[] {
  const images = made.filter((block) => isOfType(block, 'image'));
  const [line, ...more] = made.slice(images.length);
  const isGallery = images.length > 1 && made.slice(0, images.length).every((block) => isOfType(block, 'image')) && more.length === 0 && (!line || isOfType(line, 'paragraph'));
  return isGallery ? [make('gallery', {}, images), ...(line ? [line] : [])] : [...made];
}

/** The block with the figure's caption in its own place for one; null where it has none. */
function named(block: BodyJson, line: string): BodyJson | null {
  const field = { quote: 'attribution', table: 'caption', embed: 'fallback' }[block.type];
  if (!field || block.attrs?.[field] !== '') return null;
  return { ...block, attrs: { ...block.attrs, [field]: field === 'attribution' ? withoutDash(line) : line } };
}

const withoutDash = (line: string): string => line.replace(/^[—–-]+\s*/, '');

const creditLabel = new RegExp(`^\\(?(?:images?|photos?|photographs?|pictures?|pics?|credits?|photo credits?|image credits?|photo by|${foreignLabels})\\s*(?:[:\uff1a|/;]|\\.{3}|…)\\s*(.+?)\\)?$`, 'iu');
/** A credit is marked by brackets in print; in a field of its own it needs none. */
const withoutBrackets = (line: string): string => /^[([]([^()[\]]+)[)\]]$/.exec(line)?.[1] ?? line;

function imageWithCaption(image: Element, caption: Element | null, scope: Scope, reading: Reading): BodyJson {
  if (!caption) return imageBlock(image, reading);
  // Some systems sign pictures as they sign texts.
  const creditElement = findElement(caption, (element) => isCreditName(element) && !isCalledCaption(element)) ?? findElement(caption, isBylineName);
  if (creditElement) {
    const line = lineOf(creditElement);
    const credit = creditLabel.exec(line)?.[1] ?? withoutBrackets(line);
    return imageBlock(image, reading, { credit, creditAsWritten: credit === line ? '' : line }, captionContent(without(caption, (child) => child === creditElement), scope, reading));
  }
  const content = captionContent(caption, scope, reading);
  const labelled = creditLabel.exec(lineOf(caption));
  if (labelled) return imageBlock(image, reading, { credit: labelled[1] ?? '', creditAsWritten: lineOf(caption) });
  const found = creditAtEnd(inlineTextOf(content));
  return found ? imageBlock(image, reading, { credit: found.credit, creditAsWritten: found.written }, keepStart(content, found.start)) : imageBlock(image, reading, {}, content);
}

/** Named a caption above all, whatever it is called besides: `caption attribution`. */
const isCalledCaption = (element: Element): boolean => classes(element).some((name) => /(?:^|[-_])caption$/.test(name));

/** A box with a picture and elements named as its caption and credit, and nothing else: a figure by another name; null for another box. */
export function captionedFigure(element: Element): Element | null {
  if (!/^(?:div|span|p|section|center)$/.test(element.tagName) || findElement(element, byTag('img')) === null) return null;
  const captions = topmost(element, (child) => (isCaptionName(child) || isCreditName(child)) && findElement(child, byTag('img')) === null);
  if (!captions.some(isCaptionName) || findElement(element, byTag('figure', 'table', 'blockquote', 'iframe', 'video', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3')) !== null) return null;
  const rest = without(element, (child) => captions.some((caption) => caption === child));
  if (lineOf(rest) !== '' || pictures(withoutRepeats(rest)).length === 0) return null;
  return { ...element, tagName: 'figure', properties: {}, children: [...rest.children, { type: 'element', tagName: 'figcaption', properties: {}, children: captions }] };
}

function topmost(element: Element, fits: (child: Element) => boolean): Element[] {
  return element.children.flatMap((child) => (isElement(child) ? (fits(child) ? [child] : topmost(child, fits)) : []));
}

/** Caption and credit in elements side by side: style sheets part them, and here a blank does. */
function apart(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node, index): Nodes[] => {
    const before = nodes[index - 1];
    const isBeside = isElement(node) && before !== undefined && isElement(before) && node.tagName === 'span' && before.tagName === 'span';
    return isBeside && /\S$/.test(lineOf(before)) ? [{ type: 'text', value: ' ' }, node] : [node];
  });
}

function captionContent(caption: Element, scope: Scope, reading: Reading): BodyJson[] {
  const { paragraphs } = asParagraphs(reading.walk(apart(caption.children), { ...scope, passage: { lang: null, dir: null } }));
  return paragraphs.flatMap(({ content }, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(content ?? [])]);
}

/** A quotation: its paragraphs, its source from a footer or cite of its own; what cannot stand in a quote follows it. */
export function quoteBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const source = element.children.filter(isElement).find((child) => child.tagName === 'footer' || (child.tagName === 'cite' && lineOf(child) !== lineOf(element)));
  const attribution = source ? withoutDash(lineOf(source)) : '';
  const made = reading.walk(source ? element.children.filter((child) => child !== source) : element.children, blockScope(element, scope, reading));
  if (isPullQuote(element)) {
    const { paragraphs, rest } = asParagraphs(made);
    const content = paragraphs.flatMap((paragraph, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(paragraph.content ?? [])]);
    return content.length === 0 ? rest : [make('pullQuote', { attribution }, content), ...rest];
  }
  return groupedQuotes(made, attribution);
}

const isPullQuote = (element: Element): boolean => classes(element).some((name) => /pull-?quote/.test(name)) || attribute(element, 'role') === 'doc-pullquote';

function groupedQuotes(made: readonly BodyJson[], attribution: string): BodyJson[] {
  const result: BodyJson[] = [];
  let group: BodyJson[] = [];
  const close = (): void => {
    if (group.length > 0) result.push(make('quote', {}, group));
    group = [];
  };
  for (const block of made) {
    if (isOfType(block, 'paragraph')) group.push(block);
    else if (isOfType(block, 'subhead')) group.push(make('paragraph', {}, block.content));
    else {
      close();
      result.push(block);
    }
  }
  close();
  const last = result.findLastIndex((block) => isOfType(block, 'quote'));
  const quote = result[last];
  if (attribution === '') return result;
  return quote ? result.with(last, { ...quote, attrs: { ...quote.attrs, attribution } }) : [...result, make('paragraph', {}, [{ type: 'text', text: attribution }])];
}
