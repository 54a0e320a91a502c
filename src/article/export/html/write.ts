/**
 * Our trees as HTML, letter for letter as `hast-util-to-html` writes them, three times as fast.
 *
 * Nearly all of an article needs no escaping: a text without `<` and `&`, a value without quotes. That is written as it
 * stands. Whatever needs more, the library writes: it also says, once for each name, how a tag and an attribute are written.
 */
import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** How every tree of ours is written: JSON in attributes stays readable between single quotes. */
export const htmlSettings = { quoteSmart: true } as const;

/** A tree, or the nodes of one side by side. */
export function writeHtml(tree: Nodes | readonly (RootContent | ElementContent)[]): string {
  if ('length' in tree) return tree.map((node) => written(node, false)).join('');
  return tree.type === 'root' ? tree.children.map((node) => written(node, false)).join('') : written(tree, false);
}

/** @param isRaw whether the text of its parent is no markup: a script's, a style's */
function written(node: Nodes, isRaw: boolean): string {
  if (node.type === 'text') return isRaw || !/[<&]/.test(node.value) ? node.value : toHtml(node, htmlSettings);
  if (node.type !== 'element') return toHtml(node, htmlSettings);
  const tag = tagOf(node.tagName);
  // Drawings and templates have rules of their own, and so has an element that is called empty and is not.
  if (tag === null || (tag.end === '' && node.children.length > 0)) return toHtml(node, htmlSettings);
  let text = tag.start + attributes(node.properties) + '>';
  for (const child of node.children) text += written(child, tag.isRaw);
  return text + tag.end;
}

interface Tag {
  /** `<p`. */
  readonly start: string;
  /** `</p>`; '' for an element that has no end. */
  readonly end: string;
  readonly isRaw: boolean;
}

const ofTheirOwn: ReadonlySet<string> = new Set(['svg', 'template']);
const tags = new Map<string, Tag | null>();

function tagOf(tagName: string): Tag | null {
  const known = tags.get(tagName);
  if (known !== undefined) return known;
  const whole = toHtml(empty(tagName, {}), htmlSettings);
  const start = `<${tagName}`;
  const tag = ofTheirOwn.has(tagName) ? null : { start, end: whole.slice(start.length + 1), isRaw: tagName === 'script' || tagName === 'style' };
  tags.set(tagName, tag);
  return tag;
}

const empty = (tagName: string, properties: Properties): Element => ({ type: 'element', tagName, properties, children: [] });

function attributes(properties: Properties): string {
  let text = '';
  for (const name in properties) {
    const value = properties[name];
    // `hidden="hidden"` is written `hidden`.
    if (typeof value === 'string' && value !== name && plainValue.test(value)) text += `${startOf(name)}${value}"`;
    else text += byLibrary(name, value);
  }
  return text;
}

const plainValue = /^[^\0"&'`]+$/;

/** ` class="`. */
const starts = new Map<string, string>();

function startOf(name: string): string {
  const known = starts.get(name);
  if (known !== undefined) return known;
  const start = byLibrary(name, 'x').slice(0, -'x"'.length);
  starts.set(name, start);
  return start;
}

/** One attribute and the blank before it; '' where it is left out. */
function byLibrary(name: string, value: Properties[string]): string {
  return toHtml(empty('p', { [name]: value }), htmlSettings).slice('<p'.length, -'></p>'.length);
}
