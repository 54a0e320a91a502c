import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toParse5 } from 'hast-util-to-parse5';
import { type DefaultTreeAdapterMap, serialize } from 'parse5';
import { el } from '../html/elements.ts';

/**
 * Block markup as WordPress itself writes it: HTML between comments that say which block it is. The comments and the
 * tags a block owns are WordPress's own text format; everything a person wrote goes through a serialiser.
 */

/** HTML exactly as a browser writes the inside of an element, which is what the block editor compares with. */
export function innerHtml(nodes: readonly ElementContent[]): string {
  const fragment = toParse5({ type: 'root', children: nodes.map(portable) });
  return serialize(fragment as DefaultTreeAdapterMap['documentFragment']);
}

/** Our attributes that hold JSON. */
const jsonNames: ReadonlySet<string> = new Set(['dataGalleyAttrs', 'dataGalleyFields', 'dataGalleyTime', 'dataGalleySubjects', 'dataGalleyTags', 'dataGalleyMore']);
const escapedSigns = (json: string): string => json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');

/** What WordPress takes from authors who may not post any HTML, by the tag that carries the same and stays. */
const filteredTags: Readonly<Record<string, string>> = { time: 'span' };

/**
 * A value that not every way through WordPress leaves alone: browsers differ in how they write `<` and `>` in an attribute, the
 * filter for authors takes a tag with `<` in one for text, and drops a backslash before the closing quote.
 */
export const isFragile = (value: string): boolean => /[<>]|\\$/.test(value);

/** Our attributes hold no fragile value. What does is kept as JSON beside; an alternative text stands in like words as well. */
function portable(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const more: Record<string, string> = {};
  const properties: typeof node.properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    // A span has no machine-readable time; ours stands beside, with its zone.
    if (name === 'dateTime') continue;
    if (typeof value !== 'string' || !isFragile(value)) properties[name] = value;
    else if (jsonNames.has(name)) properties[name] = escapedSigns(value);
    else if (name === 'alt') {
      properties[name] = value.replaceAll('<', '‹').replaceAll('>', '›').replace(/\\+$/, '');
      more['dataGalleyAlt'] = value;
    } else more[name] = value;
  }
  if (Object.keys(more).length > 0) properties['dataGalleyMore'] = escapedSigns(JSON.stringify(more));
  return { ...node, tagName: filteredTags[node.tagName] ?? node.tagName, properties, children: node.children.map(portable) };
}

/** A block with its attributes, as `serialize` of @wordpress/blocks writes them. */
export function block(name: string, attrs: Readonly<Record<string, unknown>>, inner: string): string {
  const json = Object.keys(attrs).length === 0 ? '' : ` ${escapedJson(attrs)}`;
  return `<!-- wp:${name}${json} -->\n${inner}\n<!-- /wp:${name} -->`;
}

/** JSON that cannot end its comment. */
function escapedJson(attrs: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(attrs).replace(/--/g, '\\u002d\\u002d').replace(/</g, '\\u003c').replace(/>/g, '\\u003e').replace(/&/g, '\\u0026').replace(/\\"/g, '\\u0022');
}

/** An empty element of a block's own, closed as WordPress closes it; its values escaped as WordPress escapes them. */
export function ownElement(tagName: string, properties: Readonly<Record<string, string>>): string {
  const written = toHtml(el(tagName, properties), { closeSelfClosing: true, tightSelfClosing: true, quoteSmart: false, allowDangerousCharacters: true, characterReferences: { useNamedReferences: true } });
  return `${written.slice(0, -2).replaceAll('>', '&gt;')}/>`;
}

/** WordPress leaves what looks like a character reference in an attribute alone, and so would change it. */
export const looksEncoded = (value: string): boolean => /&(?:[a-z0-9]+|#[0-9]+|#x[a-f0-9]+);/i.test(value);
