import type { Element, ElementContent, Nodes, Root } from 'hast';
import { attribute, classes, findElement, hasAttribute, isElement, lineOf, without } from './read.ts';
import { parseDeclarations } from './style.ts';

/**
 * Word and Outlook write list items as paragraphs (`mso-list: l0 level2 lfo1`) with the bullet typed into them.
 * Slack writes one list a level, side by side, with the level in `data-indent`. Both become nested lists here.
 */

interface Item {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
  /** What tells one list from the next on the same level. */
  readonly list: string;
  readonly children: readonly ElementContent[];
}

/** The tree with such paragraphs as lists. */
export function withLists(root: Root): Root {
  return rewritten(root);
}

function rewritten<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const result: Nodes[] = [];
  let items: Item[] = [];
  let gap: Nodes[] = [];
  const close = (): void => {
    if (items.length > 0) result.push(...nested(items));
    items = [];
    result.push(...gap);
    gap = [];
  };
  for (const child of node.children as Nodes[]) {
    const found = wordItem(child);
    if (found) {
      items.push(found);
      gap = [];
    } else if (items.length > 0 && child.type === 'text' && child.value.trim() === '') gap.push(child);
    else {
      close();
      if (!joinedToList(child, result)) result.push(rewritten(child));
    }
  }
  close();
  return { ...node, children: result };
}

function wordItem(node: Nodes): Item | null {
  if (!isElement(node) || !/^(?:p|h[1-6]|div|li)$/.test(node.tagName) || node.tagName === 'li') return null;
  const mso = /^(l\d+) +level(\d)/.exec(parseDeclarations(attribute(node, 'style')).get('mso-list') ?? '');
  const named = classes(node).map((name) => /^mso(?:list)?(bullet|number)\w*?(\d)?$/.exec(name.replace('msolist', 'msolist'))).find((match) => match !== null);
  if (!mso && !named) return null;
  const isMarker = (child: Nodes): boolean => isElement(child) && parseDeclarations(attribute(child, 'style')).get('mso-list') === 'ignore';
  const marker = findElement(node, isMarker);
  const sign = (marker ? lineOf(marker) : '').replace(/\u00a0/g, ' ').trim();
  const number = /^\(?(\d{1,4}|[a-z]{1,4})[.)]$/i.exec(sign)?.[1];
  const start = number !== undefined && /^\d+$/.test(number) ? Number(number) : 1;
  const content = without(node, isMarker).children;
  return { level: Number(mso?.[2] ?? named?.[2] ?? 1), ordered: number !== undefined || named?.[1] === 'number', start, list: mso?.[1] ?? '', children: content };
}

/** Items in a row as nested lists; a list of another kind on the same level is a new list. */
function nested(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  const open: { level: number; ordered: boolean; element: Element }[] = [];
  for (const item of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const current = open.at(-1);
    const li: Element = { type: 'element', tagName: 'li', properties: {}, children: [...item.children] };
    const isSame = current && current.level >= item.level && current.ordered === item.ordered;
    if (isSame) {
      current.element.children.push(li);
      continue;
    }
    const element: Element = { type: 'element', tagName: item.ordered ? 'ol' : 'ul', properties: item.ordered && item.start !== 1 ? { start: item.start } : {}, children: [li] };
    if (current && current.level >= item.level) open.pop();
    const parent = open.at(-1)?.element.children.at(-1);
    if (parent && isElement(parent)) parent.children.push(element);
    else lists.push(element);
    open.push({ level: item.level, ordered: item.ordered, element });
  }
  return lists;
}

/** True where a list of a deeper level was put into the last item of the list before it. */
function joinedToList(node: Nodes, before: readonly Nodes[]): boolean {
  if (!isElement(node) || !/^(?:ul|ol)$/.test(node.tagName) || !hasAttribute(node, 'dataIndent')) return false;
  const indent = Number(attribute(node, 'dataIndent'));
  let list = before.at(-1);
  for (let level = 0; isElement(list) && /^(?:ul|ol)$/.test(list.tagName); level += 1) {
    if (level === indent) {
      // Back on a level that is open already: the list goes on.
      if (level === 0 || list.tagName !== node.tagName) return false;
      list.children.push(...node.children);
      return true;
    }
    const item: Nodes | undefined = list.children.findLast(isElement);
    if (!item) return false;
    const inner: Nodes | undefined = item.children.findLast(isElement);
    if (!isElement(inner) || !/^(?:ul|ol)$/.test(inner.tagName)) {
      item.children.push({ ...node, properties: {} });
      return true;
    }
    list = inner;
  }
  return false;
}
