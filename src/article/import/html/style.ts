import type { Element, Root } from 'hast';
import { attribute, byTag, findElements, rawText } from './read.ts';

/** Declarations of CSS, names and values in lower case. */
export type Declarations = ReadonlyMap<string, string>;
/** What a page's own style element says about classes: `.name` or `tag.name` to declarations. */
export type StyleSheet = ReadonlyMap<string, Declarations>;

export function parseDeclarations(text: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) result.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).replace('!important', '').trim().toLowerCase());
  }
  return result;
}

/** Reads the class rules of a document's style elements: office programs keep bold, italic and hidden there. */
export function readStyleSheet(root: Root): StyleSheet {
  const sheet = new Map<string, Map<string, string>>();
  for (const style of findElements(root, byTag('style'))) {
    const text = rawText(style).replace(/<!--|-->|\/\*[^]*?\*\//g, '');
    for (const [, selectors = '', body = ''] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      for (const selector of selectors.split(',').map((item) => item.trim())) {
        if (!/^[a-z0-9]*\.[\w-]+$/i.test(selector)) continue;
        const known = sheet.get(selector) ?? new Map<string, string>();
        for (const [name, value] of parseDeclarations(body)) known.set(name, value);
        sheet.set(selector, known);
      }
    }
  }
  return sheet;
}

/** The declarations that hold for an element: by its classes, then by its own style attribute. */
export function styleOf(element: Element, sheet: StyleSheet): Declarations {
  const own = parseDeclarations(attribute(element, 'style'));
  if (sheet.size === 0) return own;
  const result = new Map<string, string>();
  for (const name of attribute(element, 'className').split(/\s+/)) {
    for (const key of [`.${name}`, `${element.tagName}.${name}`]) for (const [property, value] of sheet.get(key) ?? []) result.set(property, value);
  }
  for (const [property, value] of own) result.set(property, value);
  return result;
}
