import type { Element, Nodes, Parents, Root } from 'hast';
import { say } from '../../../language/index.ts';
import type { Explained } from '../report.ts';
import { withoutHiddenColumns } from './hidden-columns.ts';
import { isPlaceholder, pictureAddress } from './image.ts';
import { attribute, byTag, classes, findElement, findElements, hasAttribute, isElement, lineOf, rawText } from './read.ts';
import { type StyleSheet, styleOf } from './style.ts';

type Reason = 'hidden' | 'deletion' | 'comment' | 'script' | 'control';

const scripts = new Set(['script', 'template', 'noembed', 'noframes']);
const controls = new Set(['button', 'select', 'textarea', 'datalist', 'dialog', 'map', 'canvas']);
/** Classes that sites and Bootstrap-like kits use for text no sighted reader sees. */
const unseen = new Set(['visually-hidden', 'visuallyhidden', 'sr-only', 'screen-reader-text', 'screen-reader-only', 'screenreader-only', 'a11y-hidden']);

/**
 * The document as its reader saw it: without what the source itself hides (DESIGN section 8).
 * @param removed gets a line for each piece left out that holds text
 */
export function visibleTree(root: Root, sheet: StyleSheet, removed: Explained[]): Root {
  const prune = <Node extends Nodes>(node: Node): Node => {
    if (!('children' in node)) return node;
    const children = (node.children as Nodes[]).filter((child) => {
      // A style sheet is no text of anybody's.
      if (isElement(child) && child.tagName === 'style') return false;
      const reason = isUnshownNoscript(child, node) || isEmptyLazy(child, node) ? 'hidden' : reasonOf(child, sheet);
      if (reason === null) return true;
      note(child, reason, removed);
      return false;
    });
    return { ...node, children: children.map((child) => prune(isElement(child) && child.tagName === 'table' ? withoutHiddenColumns(child, (cell) => note(cell, 'hidden', removed)) : child)) };
  };
  return prune(root);
}

/** A noscript is not shown, but where it alone holds the picture that a script would have loaded, it is what readers saw. */
function isUnshownNoscript(node: Nodes, parent: Parents): boolean {
  if (!isElement(node) || node.tagName !== 'noscript') return false;
  const picture = findElement(node, byTag('img'));
  return picture === null || picturesBeside(parent).some((one) => fileOf(one) === fileOf(picture));
}

/** A picture without an address beside a noscript that has it. */
function isEmptyLazy(node: Nodes, parent: Parents): boolean {
  if (!isElement(node) || node.tagName !== 'img' || !isPlaceholder(node)) return false;
  return parent.children.some((child) => isElement(child) && child.tagName === 'noscript' && findElement(child, byTag('img')) !== null);
}

const picturesBeside = (parent: Parents): Element[] => parent.children.flatMap((child) => (!isElement(child) ? [] : child.tagName === 'img' ? [child] : child.tagName === 'picture' ? findElements(child, byTag('img')) : []));
const fileOf = (picture: Element): string => pictureAddress(picture).replace(/[?#].*$/, '').split('/').at(-1) ?? '';

/**
 * Marks that a program leaves for itself are no text of anybody's: conditional comments, fragment bounds, the bounds of
 * WordPress's blocks and Ghost's cards. A block of WordPress that is a comment alone shows something on the page, and is told.
 */
const ofPrograms = /^(?:\[if |\[endif\]|!\[endif\]|StartFragment|EndFragment|kg-card-(?:begin|end)\b|(?:more|nextpage|noteaser)$|\/?wp:[\w/-]+(?:\s[^]*[^/])?$)/i;

function note(node: Nodes, reason: Reason, removed: Explained[]): void {
  const text = (node.type === 'comment' ? node.value : reason === 'script' ? rawText(node) : lineOf(node) || (isElement(node) && isField(node) ? attribute(node, 'value') || attribute(node, 'placeholder') : '')).trim();
  if (text === '' || (node.type === 'comment' && ofPrograms.test(text))) return;
  removed.push({ text, why: say(`formats.left-${reason}`) });
}

function reasonOf(node: Nodes, sheet: StyleSheet): Reason | null {
  if (node.type === 'comment') return 'comment';
  if (!isElement(node)) return null;
  if (node.tagName === 'comment' || isDocsComment(node)) return 'comment';
  if (scripts.has(node.tagName)) return attribute(node, 'type') === 'application/ld+json' ? null : 'script';
  if ((controls.has(node.tagName) && !isSender(node)) || isField(node) || classes(node).includes('mw-editsection')) return 'control';
  if (isDeletion(node)) return 'deletion';
  return isHidden(node, sheet) ? 'hidden' : null;
}

/** Google Docs: the sign of a comment in the text, and the box at the end that holds it. */
function isDocsComment(element: Element): boolean {
  if (element.tagName === 'a') return /^cmnt_ref\d+$/.test(attribute(element, 'id'));
  const [first] = element.tagName === 'div' ? element.children : [];
  const sign = first && isElement(first) ? findElement(first, byTag('a')) : null;
  return sign !== null && /^cmnt\d+$/.test(attribute(sign, 'id')) && /^#cmnt_ref\d+$/.test(attribute(sign, 'href'));
}

/** Chats show who wrote a message as a button; one to follow an author names them too, and more. */
const isSender = (element: Element): boolean => element.tagName === 'button' && classes(element).some((name) => /(?:^|[-_])(?:sender|author)(?:[-_]button)?$/.test(name));

/** A field of a form; a tick is no field, it is read with its line. */
const isField = (element: Element): boolean => element.tagName === 'input' && !/^(?:checkbox|hidden)$/.test(attribute(element, 'type').toLowerCase());

/** A tracked deletion says who or when; a plain <del> is a struck passage the reader sees. */
function isDeletion(element: Element): boolean {
  if (element.tagName === 'del') return hasAttribute(element, 'cite') || hasAttribute(element, 'dateTime') || hasAttribute(element, 'datetime');
  // Word for Windows, and Word on the web.
  return classes(element).some((name) => name === 'msodel' || name.startsWith('trackchangetextdeletion'));
}

function isHidden(element: Element, sheet: StyleSheet): boolean {
  if (hasAttribute(element, 'hidden') || hasAttribute(element, 'dataIgnoreOnPaste')) return true;
  if (element.tagName === 'input' && attribute(element, 'type') === 'hidden') return true;
  if (classes(element).some((name) => unseen.has(name) || name === 'msocommentreference' || name === 'msocomanchor' || name === 'msocommenttext')) return true;
  const style = styleOf(element, sheet);
  if (style.get('mso-element') === 'comment-list' || style.get('mso-element') === 'comment') return true;
  const visibility = style.get('visibility');
  return style.get('display') === 'none' || visibility === 'hidden' || visibility === 'collapse' || style.get('mso-hide') === 'all';
}
