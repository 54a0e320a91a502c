import type { Element as HastElement, ElementContent } from 'hast';
import type { Element } from 'xast';
import { headShade } from '../../export/docx/table.ts';
import { el, lined } from '../../export/html/elements.ts';
import { childXml, xmlAttribute } from '../xml-html.ts';

interface Open {
  readonly cell: HastElement;
  rows: number;
}

const children = (node: Element, name: string): Element[] => node.children.filter((child): child is Element => child.type === 'element' && child.name === name);

/** A Word table with its spans; rows that repeat on each page are head rows. */
export function tableOf(table: Element, caption: string, contentOf: (cell: Element) => readonly ElementContent[]): HastElement {
  const open = new Map<number, Open>();
  const rows = children(table, 'w:tr').map((row) => {
    const isHead = childXml(childXml(row, 'trPr'), 'tblHeader') !== null;
    let column = 0;
    const cells: HastElement[] = [];
    for (const cell of children(row, 'w:tc')) {
      const properties = childXml(cell, 'tcPr');
      const span = Math.max(1, Number(xmlAttribute(childXml(properties, 'gridSpan'), 'w:val')) || 1);
      const merge = childXml(properties, 'vMerge');
      const above = open.get(column);
      if (merge && xmlAttribute(merge, 'w:val') !== 'restart' && above) {
        above.rows += 1;
        above.cell.properties['rowSpan'] = above.rows;
      } else {
        const align = alignOf(cell);
        const made = el(isHead || isHeadCell(cell) ? 'th' : 'td', { colSpan: span > 1 ? span : null, dataGalleyAlign: align }, [...contentOf(cell)]);
        cells.push(made);
        if (merge) open.set(column, { cell: made, rows: 1 });
        else open.delete(column);
      }
      column += span;
    }
    return el('tr', {}, cells);
  });
  return el('table', { dataGalleyBlock: 'table' }, [...(caption === '' ? [] : [el('caption', { dataGalleyPart: 'caption' }, lined(caption))]), el('tbody', {}, rows.filter((row) => row.children.length > 0))]);
}

/** A head cell in a row of others: Word has none, ours are shaded. */
const isHeadCell = (cell: Element): boolean => xmlAttribute(childXml(childXml(cell, 'tcPr'), 'shd'), 'w:fill') === headShade;

function alignOf(cell: Element): string | null {
  const [paragraph] = children(cell, 'w:p');
  const jc = xmlAttribute(childXml(paragraph ? childXml(paragraph, 'pPr') : null, 'jc'), 'w:val');
  return jc === 'center' || jc === 'right' || jc === 'left' ? jc : jc === 'end' ? 'right' : null;
}
