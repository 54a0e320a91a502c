import type { Element as HastElement, ElementContent as HastContent } from 'hast';
import type { Element, ElementContent } from 'xast';
import { el, textNode } from '../export/html/elements.ts';
import { findXml, xmlAttribute, xmlContent } from './xml-html.ts';

/** NITF's elements as the HTML they came from, or as the nearest where another program wrote them. */

const own = 'galley:';
const tags: Readonly<Record<string, string>> = { hl2: 'h2', bq: 'blockquote', note: 'div', em: 'em', lang: 'span', block: 'div', credit: 'footer', q: 'q', media: 'figure' };
const direct = new Set(['lang', 'dir', 'start', 'className', 'dateTime']);

/** Data and language of an element, from the attributes of our namespace. */
export function ownProperties(element: Element): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!name.startsWith(own) || typeof value !== 'string') continue;
    const key = name.slice(own.length);
    if (['tag', 'bare', 'src', 'codeClass', 'codeLanguage'].includes(key)) continue;
    properties[direct.has(key) ? key : `dataGalley${key.charAt(0).toUpperCase()}${key.slice(1)}`] = value;
  }
  return properties;
}

export const nitfToHtml = (nodes: readonly ElementContent[]): HastContent[] => nodes.flatMap(convert);

function convert(node: ElementContent): HastContent[] {
  if (node.type === 'text' || node.type === 'cdata') return [textNode(node.value)];
  if (node.type !== 'element') return [];
  const special = Object.hasOwn(specials, node.name) ? specials[node.name] : undefined;
  if (special) return special(node);
  return [el(tagOf(node), ownProperties(node), nitfToHtml(node.children))];
}

const tagOf = (node: Element): string => xmlAttribute(node, `${own}tag`) || (tags[node.name] ?? node.name);

const specials: Readonly<Record<string, (node: Element) => HastContent[]>> = {
  p: (node) => (xmlAttribute(node, `${own}bare`) === 'true' ? nitfToHtml(node.children) : [el('p', ownProperties(node), nitfToHtml(node.children))]),
  bq: (node) => {
    const children = node.children.flatMap((child) => (child.type === 'element' && child.name === 'block' ? nitfToHtml(child.children) : convert(child)));
    return [el(tagOf(node), ownProperties(node), children)];
  },
  note: (node) => [el(tagOf(node), ownProperties(node), node.children.flatMap((child) => (child.type === 'element' && child.name === 'body.content' ? nitfToHtml(child.children) : convert(child))))],
  media: (node) => {
    const reference = findXml(node, 'media-reference');
    const source = xmlAttribute(reference, `${own}src`) || xmlAttribute(reference, 'source');
    const caption = findXml(node, 'media-caption');
    const picture = source === '' ? [] : [el('img', { src: source, alt: xmlAttribute(reference, 'alternate-text') })];
    const producer = xmlContent(findXml(node, 'media-producer')).trim();
    const credit = producer === '' ? [] : [textNode(' '), el('span', { className: 'credit' }, [textNode(producer)])];
    return [el('figure', ownProperties(node), [...picture, ...(caption || credit.length > 0 ? [el('figcaption', {}, [...nitfToHtml(caption?.children ?? []), ...credit])] : [])])];
  },
  td: cell,
  th: cell,
  a: (node) => [el('a', { ...ownProperties(node), href: node.attributes['href'] ?? null }, nitfToHtml(node.children))],
  pre: (node) => [el('pre', ownProperties(node), [el('code', { className: node.attributes[`${own}codeClass`] ?? null, dataGalleyLanguage: node.attributes[`${own}codeLanguage`] ?? null }, [textNode(xmlContent(node))])])],
  block: (node) => nitfToHtml(node.children),
  'body.content': (node) => nitfToHtml(node.children),
};

function cell(node: Element): HastElement[] {
  return [el(node.name, { ...ownProperties(node), colSpan: node.attributes['colspan'] ?? null, rowSpan: node.attributes['rowspan'] ?? null }, nitfToHtml(node.children))];
}
