import type { Element, Nodes } from 'hast';
import type { BodyJson } from '../../body.ts';
import { make } from './make.ts';
import { byTag, findElement, isElement, rawText } from './read.ts';
import type { Reading } from './scope.ts';
import { styleOf } from './style.ts';

const monospace = /\b(?:monospace|menlo|monaco|consolas|courier|mono|fira code|source code|cascadia)\b/i;

/** Text of an editor of code: a box in a monospaced face that keeps its blanks, a line of it an element; null for another box. */
export function codeBlocks(element: Element, reading: Reading): BodyJson[] | null {
  if (element.tagName !== 'div') return null;
  const style = styleOf(element, reading.sheet);
  if (!(style.get('white-space') ?? '').startsWith('pre') || !monospace.test(`${style.get('font-family') ?? ''} ${style.get('font') ?? ''}`)) return null;
  if (findElement(element, byTag('p', 'table', 'img', 'ul', 'ol', 'h1', 'h2', 'blockquote')) !== null) return null;
  const text = linesOf(element.children).join('\n').replaceAll('\u00a0', ' ').replace(/^\n+|\s+$/g, '');
  return text === '' ? [] : [make('preformatted', {}, [{ type: 'text', text }])];
}

/** Each division is a line, and so is what a break ends. */
function linesOf(nodes: readonly Nodes[]): string[] {
  const lines: string[] = [];
  let open = '';
  let isOpen = false;
  const close = (): void => {
    if (isOpen) lines.push(...open.split('\n'));
    [open, isOpen] = ['', false];
  };
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'div') {
      close();
      lines.push(...(node.children.some((child) => isElement(child) && child.tagName === 'div') ? linesOf(node.children) : rawText(node).replace(/\n$/, '').split('\n')));
    } else if (isElement(node) && node.tagName === 'br') {
      if (isOpen) close();
      else lines.push('');
    } else {
      open += rawText(node);
      isOpen ||= open.trim() !== '';
    }
  }
  close();
  return lines;
}
