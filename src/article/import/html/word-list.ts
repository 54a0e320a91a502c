import type { Element, ElementContent, Nodes, Root } from 'hast';
import { attribute, classes, findElement, hasAttribute, isElement, lineOf, without } from './read.ts';
import { parseDeclarations } from './style.ts';

/**
 * Word and Outlook write list items as paragraphs (`mso-list: l0 level2 lfo1`) with the bullet typed into them.
 * Slack writes one list a level, side by side, with the level in `data-indent`. Both become nested lists here, and so do
 * items that were copied without their list.
 */

interface Item {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
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
    const found = itemOf(child, node);
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

function itemOf(node: Nodes, parent: Nodes): Item | null {
  if (!isElement(node)) return null;
  if (node.tagName === 'li') return isList(parent) ? null : bareItem(node);
  return classes(node).includes('listcontainerwrapper') ? webItem(node) : wordItem(node);
}

const isList = (node: Nodes): boolean => isElement(node) && /^(?:ul|ol|menu|dir)$/.test(node.tagName);

const bareItem = (item: Element): Item => ({ level: 1, ordered: false, start: 1, children: item.children });

/** Word on the web writes each item as a list of its own, with its level beside. */
function webItem(wrapper: Element): Item | null {
  const list = wrapper.children.filter(isElement).find((child) => child.tagName === 'ul' || child.tagName === 'ol');
  const item = list?.children.filter(isElement).find((child) => child.tagName === 'li');
  if (!list || !item) return null;
  const level = Number(attribute(item, 'dataAriaLevel') || attribute(item, 'ariaLevel') || 1);
  const start = Number(attribute(list, 'start') || 1);
  return { level: level >= 1 ? level : 1, ordered: list.tagName === 'ol', start: Number.isSafeInteger(start) ? start : 1, children: item.children };
}

const isMarker = (child: Nodes): boolean => isElement(child) && parseDeclarations(attribute(child, 'style')).get('mso-list') === 'ignore';

function wordItem(node: Element): Item | null {
  if (!/^(?:p|h[1-6]|div)$/.test(node.tagName)) return null;
  const level = /^l\d+ +level(\d)/.exec(parseDeclarations(attribute(node, 'style')).get('mso-list') ?? '')?.[1];
  const named = classes(node).map((name) => /^msolist(bullet|number)\w*?(\d)?$/.exec(name)).find((match) => match !== null);
  if (level === undefined && !named) return null;
  const marker = findElement(node, isMarker);
  const number = numberOf(marker ? lineOf(marker) : '');
  return { level: Number(level ?? named?.[2] ?? 1), ordered: number !== null || (!marker && named?.[1] === 'number'), start: number ?? 1, children: [passageOf(without(node, isMarker))] };
}

/** The item's text in a paragraph that says its language and direction as Word's did. */
function passageOf(node: Element): Element {
  const { dir, lang, align } = node.properties;
  return { ...node, tagName: 'p', properties: { dir, lang, align } };
}

/** The number a typed marker says: 3 of “3.”, 1 of “a)” and “iv.”; null for a bullet. */
function numberOf(marker: string): number | null {
  const sign = /^\(?(\d{1,4}|[a-z]{1,4})[.)]$/i.exec(marker.replace(/\u00a0/g, ' ').trim())?.[1];
  if (sign === undefined) return null;
  return /^\d+$/.test(sign) ? Number(sign) : 1;
}

interface OpenList {
  readonly level: number;
  readonly ordered: boolean;
  readonly element: Element;
}

/** Items in a row as nested lists; a list of another kind on the same level is a new list. */
function nested(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  const open: OpenList[] = [];
  for (const item of items) {
    while (open.length > 1 && levelOf(open) > item.level) open.pop();
    const current = open.at(-1);
    const li: Element = { type: 'element', tagName: 'li', properties: {}, children: [...item.children] };
    if (current && current.level >= item.level) {
      if (current.ordered === item.ordered) {
        current.element.children.push(li);
        continue;
      }
      open.pop();
    }
    const element: Element = { type: 'element', tagName: item.ordered ? 'ol' : 'ul', properties: item.ordered && item.start !== 1 ? { start: item.start } : {}, children: [li] };
    const parent = open.at(-1)?.element.children.at(-1);
    if (isElement(parent)) parent.children.push(element);
    else lists.push(element);
    open.push({ level: item.level, ordered: item.ordered, element });
  }
  return lists;
}

const levelOf = (open: readonly OpenList[]): number => open.at(-1)?.level ?? 0;

/** True where a deeper list was put into the last item: the next list of this level is the same one. */
const endsInList = (list: Element): boolean => isElement(list.children.at(-1)) && /^(?:ul|ol)$/.test(lastElement(list.children.at(-1))?.tagName ?? '');
const lastElement = (node: Nodes | undefined): Element | undefined => (isElement(node) ? node.children.findLast(isElement) : undefined);

/** True where a list of a deeper level was put into the last item of the list before it. */
function joinedToList(node: Nodes, before: readonly Nodes[]): boolean {
  if (!isElement(node) || !/^(?:ul|ol)$/.test(node.tagName) || !hasAttribute(node, 'dataIndent')) return false;
  const indent = Number(attribute(node, 'dataIndent'));
  let list = before.at(-1);
  for (let level = 0; isElement(list) && /^(?:ul|ol)$/.test(list.tagName); level += 1) {
    if (level === indent) {
      // Back on a level that is open already: the list goes on.
      if ((level === 0 && !endsInList(list)) || list.tagName !== node.tagName) return false;
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
