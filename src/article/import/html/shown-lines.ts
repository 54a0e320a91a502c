import type { Element, Nodes } from 'hast';
import { isElement, isSeparate } from './read.ts';
import { styleOf, type StyleSheet } from './style.ts';

/** The lines a reader sees of an element: apart where a break, a box of its own or its style parts them; none is empty. */
export function shownLines(element: Element, sheet: StyleSheet): string[] {
  const read = (node: Nodes): string => {
    // Line ends of the source are blanks.
    if (node.type === 'text') return node.value.replace(/[ \t\n\f\r]+/g, ' ');
    const inner = 'children' in node ? node.children.map(read).join('') : '';
    return isElement(node) && (isSeparate(node) || /^(?:block|flex|grid|list-item)$/.test(styleOf(node, sheet).get('display') ?? '')) ? `\n${inner}\n` : inner;
  };
  return read(element).split('\n').map((line) => line.replace(/ +/g, ' ').trim()).filter((line) => line !== '');
}
