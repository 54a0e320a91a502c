import type { Nodes, Root } from 'hast';
import { classes, isElement } from './read.ts';

/** What Word's styles are called in what it copies, and what they become; as its documents' styles do. */
const kinds: Readonly<Record<string, string>> = { msoquote: '', msointensequote: 'pullquote' };

/** The tree with paragraphs in Word's styles for quotations as quotations, those that follow each other in one. */
export function withQuotes(root: Root): Root {
  return rewritten(root);
}

function rewritten<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const result: Nodes[] = [];
  let before = '';
  for (const child of node.children as Nodes[]) {
    const kind = kindOf(child);
    const last = result.findLast((one) => one.type !== 'text');
    if (kind === '' || !isElement(child)) result.push(rewritten(child));
    else if (kind === before && last && isElement(last)) last.children.push(child);
    else result.push({ type: 'element', tagName: 'blockquote', properties: { className: [kinds[kind] ?? ''] }, children: [child] });
    if (child.type !== 'text' || child.value.trim() !== '') before = kind;
  }
  return { ...node, children: result };
}

/** '' for anything else. */
function kindOf(node: Nodes): string {
  if (!isElement(node) || node.tagName !== 'p') return '';
  return classes(node).find((name) => Object.hasOwn(kinds, name)) ?? '';
}
