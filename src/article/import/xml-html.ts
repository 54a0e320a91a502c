import type { Element as HastElement, ElementContent as HastContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { el, textNode } from '../export/html/elements.ts';
import { deepestNesting } from '../body.ts';

/** XML read as a tree; null where it is none or nested too deep. Entities beyond XML's own are never expanded. */
export function readXml(source: string): Root | null {
  // The parser goes down by recursion: the depth is known before it starts.
  let depth = 0;
  for (const [tag] of source.matchAll(/<(?!!|\?)[^>]*>/g)) {
    depth += tag.startsWith('</') ? -1 : tag.endsWith('/>') ? 0 : 1;
    if (depth > deepestNesting * 3) return null;
  }
  try {
    return fromXml(source);
  } catch {
    return null;
  }
}

const local = (name: string): string => name.replace(/^.*:/, '');

/** The first element of a local name below a node, in reading order. */
export function findXml(node: Nodes, name: string): Element | null {
  if (!('children' in node)) return null;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = local(child.name) === name ? child : findXml(child, name);
    if (found) return found;
  }
  return null;
}

/** The first child of a local name. */
export const childXml = (node: Element | null, name: string): Element | null => node?.children.find((child): child is Element => child.type === 'element' && local(child.name) === name) ?? null;

/** Every element of a local name below a node. */
export function allXml(node: Nodes, name: string): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => (child.type === 'element' ? [...(local(child.name) === name ? [child] : []), ...allXml(child, name)] : []));
}

export const xmlAttribute = (element: Element | null, name: string): string => element?.attributes[name] ?? '';

export function xmlContent(node: Nodes | null): string {
  if (!node) return '';
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  if (node.type === 'element' && local(node.name) === 'br') return ' ';
  return 'children' in node ? node.children.map(xmlContent).join('') : '';
}

const regular: Readonly<Record<string, string>> = { class: 'className', datetime: 'dateTime', colspan: 'colSpan', rowspan: 'rowSpan' };

/** XHTML as the HTML tree it is. */
export function xmlToHtml(element: Element): HastElement {
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name.startsWith('xmlns') || typeof value !== 'string') continue;
    properties[name.startsWith('data-') ? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) : (regular[name] ?? name)] = value;
  }
  return el(local(element.name), properties, element.children.flatMap(contentToHtml));
}

function contentToHtml(node: Element['children'][number]): HastContent[] {
  if (node.type === 'element') return [xmlToHtml(node)];
  return node.type === 'text' || node.type === 'cdata' ? [textNode(node.value)] : [];
}

/** A page of what a news item says in fields of its own, for the reader of foreign pages. */
export function pageOf({ headline, standfirst, byline, language, body }: { readonly headline: string; readonly standfirst: string; readonly byline: string; readonly language: string; readonly body: readonly HastContent[] }): string {
  const part = (tagName: string, className: string | null, text: string): HastElement[] => (text === '' ? [] : [el(tagName, { className }, [textNode(text)])]);
  return toHtml(
    el('html', { lang: language || null }, [
      el('head', {}, part('title', null, headline)),
      el('body', {}, [el('article', {}, [...part('h1', null, headline), ...part('p', 'standfirst', standfirst), ...part('p', 'byline', byline), ...body])]),
    ]),
  );
}
