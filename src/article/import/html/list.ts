import type { Element, Nodes } from 'hast';
import type { BodyJson } from '../../body.ts';
import { asParagraphs, isOfType, make } from './make.ts';
import { attribute, isElement } from './read.ts';
import { blockScope, type Reading, type Scope, withMark } from './scope.ts';

/** A list. What an item cannot hold (a picture, a table) stands behind it and the list goes on after. */
export function listBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const inner = blockScope(element, scope, reading);
  const result: BodyJson[] = [];
  const isOrdered = element.tagName === 'ol';
  let next = Number.parseInt(attribute(element, 'start') || '1', 10);
  if (!Number.isSafeInteger(next)) next = 1;
  let items: BodyJson[] = [];
  const close = (): void => {
    if (items.length === 0) return;
    result.push(isOrdered ? make('orderedList', { start: next }, items) : make('bulletList', {}, items));
    next += items.length;
    items = [];
  };
  for (const group of itemGroups(element)) {
    const number = isOrdered && isElement(group[0]) ? Number.parseInt(attribute(group[0], 'value'), 10) : Number.NaN;
    // A list that leaps is two lists: the numbers are what its readers cite.
    if (Number.isSafeInteger(number) && number !== next + items.length) {
      close();
      next = number;
    }
    const { item, rest } = itemOf(reading.walk(group, inner), inner.verbatim);
    if (item) items.push(item);
    if (rest.length > 0) {
      close();
      result.push(...rest);
    }
  }
  close();
  return result;
}

/** The nodes of each item; a list that stands between items, as old editors write it, belongs to the item before. */
function itemGroups(element: Element): Nodes[][] {
  const groups: Nodes[][] = [];
  for (const child of element.children) {
    const last = groups.at(-1);
    if (isElement(child) && child.tagName === 'li') groups.push([child]);
    else if (isElement(child) && /^(?:ul|ol)$/.test(child.tagName) && last) last.push(child);
    else if (isElement(child) || (child.type === 'text' && child.value.trim() !== '')) groups.push([child]);
  }
  return groups;
}

function itemOf(made: readonly BodyJson[], verbatim: boolean): { item: BodyJson | null; rest: BodyJson[] } {
  const content: BodyJson[] = [];
  const rest: BodyJson[] = [];
  for (const block of made) {
    if (isOfType(block, 'paragraph', 'bulletList', 'orderedList')) content.push(block);
    else {
      const inner = asParagraphs([block]);
      content.push(...inner.paragraphs);
      rest.push(...inner.rest);
    }
  }
  if (content.length === 0 && !verbatim) return { item: null, rest };
  const [first] = content;
  const whole = first && isOfType(first, 'paragraph') ? content : [make('paragraph'), ...content];
  return { item: make('listItem', {}, whole), rest };
}

/** A list of terms: each term in bold, what it means after it. */
export function definitionBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const inner = blockScope(element, scope, reading);
  return element.children.flatMap((child) => reading.walk([child], isElement(child) && child.tagName === 'dt' ? withMark(inner, { type: 'bold' }) : inner));
}
