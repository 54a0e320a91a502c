import type { Element, Nodes, Parents } from 'hast';

/** Reading hast: what importers ask of an element. */

export const isElement = (node: Nodes | undefined): node is Element => node?.type === 'element';

/** An attribute as text; '' where it is missing. Names are hast's (`srcSet`, `dataGalleyBlock`). */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return '';
  return Array.isArray(value) ? value.join(name === 'srcSet' ? ', ' : ' ') : String(value);
}

export const hasAttribute = (element: Element, name: string): boolean => {
  const value = element.properties[name];
  return value !== undefined && value !== null && value !== false;
};

/** The words of class and id, lower case. */
export function classes(element: Element): string[] {
  return `${attribute(element, 'className')} ${attribute(element, 'id')}`.toLowerCase().split(/\s+/).filter((name) => name !== '');
}

/** All text below a node, line breaks as line feeds, blanks as they are. */
export function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isElement(node) && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(rawText).join('') : '';
}

/** Blocks whose text must not run together with its neighbour's when it is shown in a line. */
const separate = /^(?:p|div|h[1-6]|li|tr|td|th|ul|ol|dl|dd|dt|table|figure|figcaption|section|article|aside|nav|header|footer|blockquote|pre|br|option)$/;

/** True for an element that stands apart from what is before and after it. */
export const isSeparate = (element: Element): boolean => separate.test(element.tagName);

/** The text of preformatted lines: an element that stands apart has lines of its own, cells of a row are parted by tabs. */
export function linesText(node: Nodes): string {
  const parts: string[] = [];
  let isApart = false;
  const put = (more: string): void => {
    if (more === '') return;
    const last = parts.at(-1) ?? '\n';
    parts.push(isApart && !last.endsWith('\n') ? `\n${more.replace(/^\n/, '')}` : more);
    isApart = false;
  };
  const read = (current: Nodes): void => {
    if (current.type === 'text') return put(current.value);
    if (!('children' in current)) return;
    if (isElement(current) && current.tagName === 'br') return put('\n');
    const isCell = isElement(current) && /^t[dh]$/.test(current.tagName);
    if (isCell && !isApart && parts.length > 0) put('\t');
    const isBox = isElement(current) && !isCell && isSeparate(current);
    isApart ||= isBox;
    current.children.forEach(read);
    isApart ||= isBox;
  };
  read(node);
  return parts.join('');
}

/** The text of a node as one line, for reports and for fields of one line. */
export function lineOf(node: Nodes): string {
  const read = (current: Nodes): string => {
    if (current.type === 'text') return current.value;
    const inner = 'children' in current ? current.children.map(read).join('') : '';
    return isElement(current) && isSeparate(current) ? ` ${inner} ` : inner;
  };
  return read(node).replace(/[ \t\n\f\r]+/g, ' ').trim();
}

/** True for two lines that say the same, blanks, case and kinds of quotes apart. */
export function same(one: string, other: string): boolean {
  const plain = (text: string): string => text.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/[\s\u00a0]+/g, ' ').trim().toLowerCase();
  return one.length < 600 && plain(one) === plain(other);
}

/** The first element below a node, in reading order, that fits; the node itself is not asked. */
export function findElement(node: Parents, fits: (element: Element) => boolean): Element | null {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (fits(child)) return child;
    const below = findElement(child, fits);
    if (below) return below;
  }
  return null;
}

/** All elements below a node, in reading order, that fit. */
export function findElements(node: Parents, fits: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => (isElement(child) ? [...(fits(child) ? [child] : []), ...findElements(child, fits)] : []));
}

export const byTag = (...names: readonly string[]) => (element: Element): boolean => names.includes(element.tagName);

/** A copy of the tree without some nodes; the tree itself is left as it was. */
export function without<Node extends Nodes>(node: Node, drop: (child: Nodes) => boolean): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).filter((child) => !drop(child)).map((child) => without(child, drop));
  return { ...node, children };
}
