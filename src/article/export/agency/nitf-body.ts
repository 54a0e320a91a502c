import type { Element as HastElement, ElementContent as HastContent } from 'hast';
import type { Element, ElementContent } from 'xast';
import { writable } from '../writable.ts';
import type { NewsPicture } from './news-facts.ts';
import { textOf, xml, type XmlAttributes, xmlPart } from './xml.ts';

/**
 * The HTML of a body as NITF's own elements. Each keeps its name and data in attributes of our namespace, so that the same
 * HTML comes back; NITF's reader sees paragraphs, subheads, lists, quotes, media, tables.
 */
export function bodyToNitf(nodes: readonly HastContent[], pictures: readonly NewsPicture[]): Element[] {
  const left = [...pictures];
  return nodes.flatMap((node) => blockToNitf(node, left));
}

/** Every data attribute and the language of an element, in our namespace. */
export function ownAttributes({ properties }: HastElement): XmlAttributes {
  const kept = Object.entries(properties).flatMap(([name, value]) => {
    const own = name.startsWith('dataGalley') ? name.slice('dataGalley'.length).replace(/^[A-Z]/, (letter) => letter.toLowerCase()) : ['lang', 'dir', 'start', 'className', 'dateTime'].includes(name) ? name : '';
    return own === '' || value === null || value === undefined ? [] : [[`galley:${own}`, String(Array.isArray(value) ? value.join(' ') : value)] as const];
  });
  return Object.fromEntries(kept);
}

/** What is left of an element whose NITF name differs. */
const named = (node: HastElement, more: XmlAttributes = {}): XmlAttributes => ({ ...ownAttributes(node), 'galley:tag': node.tagName, ...more });

type Block = (node: HastElement, left: NewsPicture[]) => Element[];

const blocks: Readonly<Record<string, Block>> = {
  p: (node) => [xml('p', ownAttributes(node), inlineToNitf(node.children))],
  h2: subhead, h3: subhead, h4: subhead, h5: subhead, h6: subhead,
  ul: (node, left) => [xml('ul', ownAttributes(node), inside(node, left))],
  ol: (node, left) => [xml('ol', ownAttributes(node), inside(node, left))],
  li: (node, left) => [xml('li', ownAttributes(node), mixed(node, left))],
  blockquote: (node, left) => [xml('bq', named(node), quoted(node, left))],
  aside: (node, left) => (isBlock(node, 'factBox') ? [boxed(node, left)] : [xml('bq', named(node), quoted(node, left))]),
  div: (node, left) => [boxed(node, left)],
  figure: (node, left) => (isBlock(node, 'image') ? [media(node, left)] : [boxed(node, left)]),
  table: (node, left) => [xml('table', ownAttributes(node), inside(node, left))],
  caption: (node) => [xml('caption', ownAttributes(node), inlineToNitf(node.children))],
  tbody: (node, left) => [xml('tbody', {}, inside(node, left))],
  tr: (node, left) => [xml('tr', {}, inside(node, left))],
  td: cell,
  th: cell,
  hr: () => [xml('hr')],
  pre: (node) => [xml('pre', { ...ownAttributes(node), ...codeOf(node) }, [textOf(allText(node))])],
};

const isBlock = (node: HastElement, name: string): boolean => node.properties['dataGalleyBlock'] === name;

function blockToNitf(node: HastContent, left: NewsPicture[]): Element[] {
  if (node.type === 'element') {
    const block = Object.hasOwn(blocks, node.tagName) ? blocks[node.tagName] : undefined;
    // Anything inline among blocks is a paragraph of its own.
    return block ? block(node, left) : [xml('p', { 'galley:bare': 'true' }, inlineToNitf([node]))];
  }
  return node.type === 'text' && node.value.trim() !== '' ? [xml('p', { 'galley:bare': 'true' }, [textOf(node.value)])] : [];
}

const inside = (node: HastElement, left: NewsPicture[]): Element[] => node.children.flatMap((child) => blockToNitf(child, left));

function subhead(node: HastElement): Element[] {
  return [xml('hl2', named(node), inlineToNitf(node.children))];
}

/** A quote's text stands in a block, who said it in a credit. */
function quoted(node: HastElement, left: NewsPicture[]): Element[] {
  const footer = node.children.find((child) => child.type === 'element' && child.tagName === 'footer');
  const text = node.children.filter((child) => child !== footer).flatMap((child) => blockToNitf(child, left));
  return [xml('block', {}, text), ...(footer?.type === 'element' ? [xml('credit', {}, inlineToNitf(footer.children))] : [])];
}

/** What holds blocks of any kind is a note: NITF's block takes no block. */
function boxed(node: HastElement, left: NewsPicture[]): Element {
  return xml('note', named(node, { noteclass: 'undef' }), [xml('body.content', {}, inside(node, left))]);
}

function media(node: HastElement, left: NewsPicture[]): Element {
  const picture = left.shift();
  const lines = node.children.find((child) => child.type === 'element' && child.tagName === 'figcaption');
  return xml('media', { ...ownAttributes(node), 'media-type': 'image' }, [
    ...(picture?.digitalSource ? [xml('media-metadata', { name: 'digitalSourceType', value: picture.digitalSource.uri })] : []),
    xml('media-reference', picture ? referenceOf(picture) : {}),
    ...(lines?.type === 'element' ? [xml('media-caption', {}, inlineToNitf(lines.children))] : []),
    ...xmlPart('media-producer', picture?.attrs.credit ?? ''),
  ]);
}

function referenceOf({ attrs, address, mediaType, width, height }: NewsPicture): XmlAttributes {
  return {
    source: address, 'mime-type': mediaType, 'source-credit': attrs.credit, copyright: attrs.copyright, 'alternate-text': attrs.decorative ? '' : attrs.alt,
    width: width || null, height: height || null, 'galley:src': address,
  };
}

function cell(node: HastElement, left: NewsPicture[]): Element[] {
  const number = (name: string): string | null => (node.properties[name] === undefined ? null : String(node.properties[name]));
  const align = node.properties['dataGalleyAlign'];
  return [xml(node.tagName, { ...ownAttributes(node), colspan: number('colSpan'), rowspan: number('rowSpan'), align: typeof align === 'string' ? align : null }, mixed(node, left))];
}

const isBlockTag = (node: HastContent): boolean => node.type === 'element' && Object.hasOwn(blocks, node.tagName);

/** Text and blocks side by side, as items and cells hold them. */
function mixed(node: HastElement, left: NewsPicture[]): ElementContent[] {
  return node.children.flatMap((child): ElementContent[] => (isBlockTag(child) ? blockToNitf(child, left) : inlineToNitf([child])));
}

/** NITF's one emphasis says in its class which it is. */
const classes: Readonly<Record<string, string>> = { strong: 'bold', em: 'italic', s: 'strike', sup: 'superscript', sub: 'subscript', code: 'code' };

export function inlineToNitf(nodes: readonly HastContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [textOf(node.value)];
    if (node.type !== 'element') return [];
    if (node.tagName === 'br') return [xml('br')];
    const children = inlineToNitf(node.children);
    if (node.tagName === 'a') return [xml('a', { ...ownAttributes(node), href: typeof node.properties['href'] === 'string' ? node.properties['href'] : null }, children)];
    const { lang } = node.properties;
    if (typeof lang === 'string' && lang !== '') return [xml('lang', { ...named(node), value: lang }, children)];
    return [xml('em', { ...named(node), class: classes[node.tagName] ?? null }, children)];
  });
}

function codeOf(node: HastElement): XmlAttributes {
  const code = node.children.find((child) => child.type === 'element');
  if (code?.type !== 'element') return {};
  const { className, dataGalleyLanguage } = code.properties;
  return { 'galley:codeClass': typeof className === 'string' ? className : null, 'galley:codeLanguage': typeof dataGalleyLanguage === 'string' ? dataGalleyLanguage : null };
}

function allText(node: HastElement): string {
  return writable(node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? allText(child) : '')).join(''));
}
