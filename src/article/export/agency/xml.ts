import type { Comment, Element as HastElement, ElementContent, Text as HastText } from 'hast';
import type { Element, ElementContent as XmlContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { writable } from '../writable.ts';

/** XML as trees; escaping is the library's. */

export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element; attributes without a value are left out. */
export function xml(name: string, attributes: XmlAttributes = {}, children: readonly XmlContent[] = []): Element {
  const written: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== '') written[key] = marked(writable(String(value)));
  return { type: 'element', name, attributes: written, children: [...children] };
}

/** An element with a text, or nothing where the text is empty. */
export function xmlPart(name: string, value: string, attributes: XmlAttributes = {}): Element[] {
  return value === '' ? [] : [xml(name, attributes, [textOf(value)])];
}

export const textOf = (value: string): { type: 'text'; value: string } => ({ type: 'text', value: writable(value) });

export function writeXml(root: Element): string {
  const tree: Root = { type: 'root', children: [{ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' }, root] };
  return `${xmlSource(tree)}\n`;
}

/**
 * A tree of this file's as its source. What the library writes as it is and readers take for something else is a reference:
 * blanks of attributes, which would all be spaces, and the `>` of `]]>`, which no text may hold.
 */
export const xmlSource = (tree: Element | Root): string => toXml(tree).replaceAll(']]>', ']]&gt;').replace(/[\ufdd0-\ufdd2]/g, (mark) => `&#${blanks.charCodeAt(marks.indexOf(mark))};`);

const blanks = '\t\n\r';
/** What stands for a blank until it is written: characters that are none, which `writable` lets no text have. */
const marks = '\ufdd0\ufdd1\ufdd2';
const marked = (value: string): string => value.replace(/[\t\n\r]/g, (blank) => marks.charAt(blanks.indexOf(blank)));

/** The form `xml:lang` must have (xs:language); '' for any other text. */
export const xmlLanguage = (language: string): string => (/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? language : '');

/** HTML as XHTML: the same elements, names of attributes as HTML writes them. */
export function htmlToXml(node: HastElement): Element {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(node.properties)) {
    if (value === null || value === undefined || value === false) continue;
    attributes[attributeName(name)] = marked(writable(value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)));
  }
  return { type: 'element', name: node.tagName, attributes, children: node.children.flatMap(contentToXml) };
}

function contentToXml(node: ElementContent): XmlContent[] {
  if (node.type === 'element') return [htmlToXml(node)];
  return isText(node) ? [textOf(node.value)] : [];
}

const isText = (node: Comment | HastText): node is HastText => node.type === 'text';

const irregular: Readonly<Record<string, string>> = { className: 'class', dateTime: 'datetime', colSpan: 'colspan', rowSpan: 'rowspan' };
const attributeName = (name: string): string => irregular[name] ?? (name.startsWith('data') ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name.toLowerCase());
