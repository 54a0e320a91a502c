import type { Element } from 'hast';
import { attribute, byTag, findElements, hasAttribute, isElement } from './read.ts';
import { parseDeclarations } from './style.ts';

/** Columns that are looked at; further ones are shown. A table made to keep a reader busy costs no more than that a row. */
const mostColumns = 1000;

/**
 * A sheet hides columns in its list of them, and hands their cells on all the same.
 * @param onHidden gets each cell that nobody saw
 * @returns the table without them; a cell across hidden and shown columns is as wide as what was shown
 */
export function withoutHiddenColumns(table: Element, onHidden: (cell: Element) => void): Element {
  const hidden = hiddenColumns(table);
  if (hidden.size === 0) return table;
  const taken: number[] = [];
  const rowOf = (row: Element): Element => {
    let column = 0;
    const children = row.children.flatMap((child) => {
      if (!isElement(child) || !byTag('td', 'th')(child)) return [child];
      while ((taken[column] ?? 0) > 0) column += 1;
      const [from, height] = [column, spanOf(child, 'rowSpan')];
      const width = Math.min(spanOf(child, 'colSpan'), mostColumns - from);
      if (width <= 0) return [child];
      for (; column < from + width; column += 1) taken[column] = height;
      const shown = Array.from({ length: width }, (_, index) => from + index).filter((index) => !hidden.has(index)).length;
      if (shown > 0) return [shown === width ? child : { ...child, properties: { ...child.properties, colSpan: shown } }];
      onHidden(child);
      return [];
    });
    for (const [index, left] of taken.entries()) taken[index] = Math.max(0, (left ?? 0) - 1);
    return { ...row, children };
  };
  const inRows = (element: Element): Element => ({ ...element, children: element.children.map((child) => (!isElement(child) ? child : child.tagName === 'tr' ? rowOf(child) : /^t(?:head|body|foot)$/.test(child.tagName) ? inRows(child) : child)) });
  return inRows(table);
}

const spanOf = (element: Element, name: 'colSpan' | 'rowSpan' | 'span'): number => Math.max(1, Math.min(mostColumns, Number.parseInt(attribute(element, name) || '1', 10) || 1));

function hiddenColumns(table: Element): ReadonlySet<number> {
  const hidden = new Set<number>();
  let column = 0;
  for (const col of findElements({ type: 'root', children: table.children.filter((child) => isElement(child) && byTag('col', 'colgroup')(child)) }, byTag('col'))) {
    const width = spanOf(col, 'span');
    if (isHiddenColumn(col)) for (let index = column; index < column + width; index += 1) hidden.add(index);
    column += width;
    if (column > mostColumns) break;
  }
  return hidden;
}

/** Browsers show the cells of a column that is only not displayed; a sheet that says so means it. */
function isHiddenColumn(col: Element): boolean {
  const style = parseDeclarations(attribute(col, 'style'));
  if (style.get('visibility') === 'collapse') return true;
  return style.get('display') === 'none' && ([...style.keys()].some((name) => name.startsWith('mso-')) || (hasAttribute(col, 'width') && attribute(col, 'width') === '0'));
}
