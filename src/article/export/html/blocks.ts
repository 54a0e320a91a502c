import type { Element, ElementContent } from 'hast';
import { publicAddress } from '../../address.ts';
import type { BlockAttributes, BlockName } from '../../blocks/index.ts';
import type { BodyJson } from '../../body.ts';
import { say } from '../../../language/index.ts';
import { bylineToHast } from './byline.ts';
import { attributesOf, el, hidden, type HtmlContext, languageOf, lined, part, type Properties, textNode } from './elements.ts';
import { inlineToHast } from './inline.ts';

type Renderer = (node: BodyJson, context: HtmlContext) => ElementContent[];

/** One line a block: a new block does not compile until it says what it is in HTML. */
const renderers: { readonly [Name in BlockName]: Renderer } = {
  headline: (node) => (node.content ? [el('h1', { dataGalleyBlock: 'headline' }, inlineToHast(node.content))] : []),
  standfirst: (node) => (node.content ? [el('p', { dataGalleyBlock: 'standfirst' }, inlineToHast(node.content))] : []),
  byline: (node, context) => bylineToHast(attributesOf(node, 'byline').contributors, context),
  paragraph: (node) => [el('p', passage(attributesOf(node, 'paragraph')), inlineToHast(node.content))],
  subhead: (node) => {
    const attrs = attributesOf(node, 'subhead');
    return [el(`h${attrs.level}`, passage(attrs), inlineToHast(node.content))];
  },
  bulletList: (node, context) => [el('ul', {}, childrenToHast(node, context))],
  orderedList: (node, context) => {
    const { start } = attributesOf(node, 'orderedList');
    return [el('ol', { start: start === 1 ? null : start }, childrenToHast(node, context))];
  },
  listItem: (node, context) => [el('li', {}, tight(node, context))],
  quote: (node, context) => [el('blockquote', { dataGalleyBlock: 'quote' }, [...childrenToHast(node, context), ...attribution(attributesOf(node, 'quote').attribution)])],
  pullQuote: (node) => [
    el('aside', { dataGalleyBlock: 'pullQuote' }, [
      el('p', { dataGalleyPart: 'text' }, inlineToHast(node.content)),
      ...attribution(attributesOf(node, 'pullQuote').attribution),
    ]),
  ],
  image: imageToHast,
  gallery: (node, context) => [el('div', { dataGalleyBlock: 'gallery' }, childrenToHast(node, context))],
  adSlot: adSlotToHast,
  embed: embedToHast,
  table: (node, context) => [
    el('table', { dataGalleyBlock: 'table' }, [
      ...part('caption', 'caption', attributesOf(node, 'table').caption),
      el('tbody', {}, childrenToHast(node, context)),
    ]),
  ],
  tableRow: (node, context) => [el('tr', {}, childrenToHast(node, context))],
  tableHeader: (node, context) => [cellToHast('th', node, context)],
  tableCell: (node, context) => [cellToHast('td', node, context)],
  factBox: (node, context) => [
    el('aside', { dataGalleyBlock: 'factBox' }, [...part('p', 'title', attributesOf(node, 'factBox').title), ...childrenToHast(node, context)]),
  ],
  divider: () => [el('hr')],
  preformatted: (node) => {
    const { language } = attributesOf(node, 'preformatted');
    const simple = /^[\w+#.-]+$/.test(language);
    const properties = { className: simple ? `language-${language}` : null, dataGalleyLanguage: simple || language === '' ? null : language };
    return [el('pre', { dataGalleyBlock: 'preformatted' }, [el('code', properties, [textNode((node.content ?? []).map((child) => child.text ?? '').join(''))])])];
  },
};

/** One block as HTML; an empty field gives nothing. Also what other formats use for blocks they cannot say. */
export function blockToHast(node: BodyJson, context: HtmlContext): ElementContent[] {
  if (!isBlockName(node.type)) throw new RangeError(`no HTML for “${node.type}”`);
  return renderers[node.type](node, context);
}

export function childrenToHast(node: BodyJson, context: HtmlContext): ElementContent[] {
  return (node.content ?? []).flatMap((child) => blockToHast(child, context));
}

function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(renderers, name);
}

/** Nearly every paragraph is in the article's own. */
const passage = ({ lang, dir }: { lang: string | null; dir: string | null }): Properties => (lang === null && dir === null ? nothing : { ...languageOf(lang), dir });
const nothing: Properties = {};

const attribution = (value: string): ElementContent[] => (value === '' ? [] : [el('footer', {}, part('cite', 'attribution', value))]);

/** A lone paragraph in an item or cell needs no <p>; one of blanks or with a language does, to come back as it was. */
function tight(node: BodyJson, context: HtmlContext): ElementContent[] {
  const [first, ...rest] = node.content ?? [];
  if (!first || rest.some((child) => child.type === 'paragraph')) return childrenToHast(node, context);
  const { lang, dir } = attributesOf(first, 'paragraph');
  const hasText = (first.content ?? []).some((child) => /\S/.test(child.text ?? ''));
  const bare = lang === null && dir === null && (hasText || (!first.content && rest.length === 0));
  return bare ? [...inlineToHast(first.content), ...rest.flatMap((child) => blockToHast(child, context))] : childrenToHast(node, context);
}

function cellToHast(tagName: 'td' | 'th', node: BodyJson, context: HtmlContext): Element {
  const { colspan, rowspan, align } = attributesOf(node, 'tableCell');
  const style = align !== null && context.inlineStyles !== false ? `text-align:${align}` : null;
  return el(tagName, { colSpan: colspan === 1 ? null : colspan, rowSpan: rowspan === 1 ? null : rowspan, dataGalleyAlign: align, style }, tight(node, context));
}

function imageToHast(node: BodyJson, context: HtmlContext): ElementContent[] {
  const image = attributesOf(node, 'image');
  const { imageId, alt, credit, decorative, focalPoint } = image;
  const address = imageId === null ? null : context.imageAddress(imageId);
  const attrs = hidden({
    ...image,
    blockId: '', imageId: null, credit: '',
    origin: mayBeOrigin(image.origin) ? image.origin : '',
    // The alternative text stands in the picture; without one, or where the picture is decorative, it would be lost.
    alt: address === null || decorative ? alt : '',
    role: image.role === 'inline' ? '' : image.role,
  });
  const caption = node.content ? [el('span', { dataGalleyPart: 'caption' }, inlineToHast(node.content))] : [];
  const creditLine = part('span', 'credit', credit);
  const between = caption.length > 0 && creditLine.length > 0 ? [textNode(' ')] : [];
  const lines = [...caption, ...between, ...creditLine];
  // A site that cuts pictures to its own shapes keeps the focal point in sight.
  const style = focalPoint !== null && focalPoint !== undefined && context.inlineStyles !== false ? `object-position:${percent(focalPoint.x)} ${percent(focalPoint.y)}` : null;
  const picture = address === null ? [] : [el('img', { src: address, ...sizesOf(imageId, context), alt: decorative ? '' : alt, style })];
  return [el('figure', { dataGalleyBlock: 'image', dataGalleyAttrs: attrs }, [...picture, ...(lines.length > 0 ? [el('figcaption', {}, lines)] : [])])];
}

/** The widths a browser may choose from, and how wide it will show the picture. */
function sizesOf(imageId: string | null, { imageSizes, pictureWidth = '100vw' }: HtmlContext): Properties {
  const sizes = imageId === null ? [] : (imageSizes?.(imageId) ?? []);
  return sizes.length === 0 ? {} : { srcSet: sizes.map(({ address, width }) => `${address} ${width}w`).join(', '), sizes: pictureWidth };
}

const percent = (fraction: number): string => `${Math.round(fraction * 1000) / 10}%`;

/** An origin is a name or an http address; one that a browser would run or open on this machine does not leave. */
export const mayBeOrigin = (origin: string): boolean => !/^\s*(?:javascript|vbscript|data|blob|cid|file):/i.test(origin);

function adSlotToHast(node: BodyJson, context: HtmlContext): ElementContent[] {
  const { blockId: _id, label, reserve, ...rest }: BlockAttributes<'adSlot'> = attributesOf(node, 'adSlot');
  const style = reserve !== null && context.inlineStyles !== false ? `min-height:${reserve}px` : null;
  return [el('div', { dataGalleyBlock: 'adSlot', dataGalleyReserve: reserve, dataGalleyCollapse: context.collapsingSlots?.has(rest.slotId) ? '' : null, dataGalleyAttrs: hidden(rest), style }, part('span', 'label', label))];
}

function embedToHast(node: BodyJson, context: HtmlContext): ElementContent[] {
  const { url, provider, title, fallback } = attributesOf(node, 'embed');
  const shown = title === '' ? [textNode(url === '' ? say('formats.embedded', undefined, context.language || 'en') : url)] : [el('span', { dataGalleyPart: 'title' }, lined(title))];
  const href = publicAddress(url);
  const link = href === null ? shown : [el('a', { href }, shown)];
  const lines = [...link, ...(provider === '' ? [] : [textNode(' '), ...part('span', 'provider', provider)])];
  return [el('figure', { dataGalleyBlock: 'embed' }, [el('p', {}, lines), ...part('p', 'fallback', fallback)])];
}
