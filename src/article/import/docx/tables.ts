import type { Element as HastElement, ElementContent } from 'hast';
import type { Element } from 'xast';
import { headShade, turned } from '../../export/docx/table.ts';
import { el, lined } from '../../export/html/elements.ts';
import { childXml, xmlAttribute } from '../xml-html.ts';

interface Open {
  readonly cell: HastElement;
  rows: number;
}

const children = (node: Element, name: string): Element[] => node.children.filter((child): child is Element => child.type === 'element' && child.name === name);

/**
 * A Word table with its spans; rows that repeat on each page are head rows.
 * @param isTurned true where the document's paragraphs run from right to left unless they say otherwise
 */
export function tableOf(table: Element, { caption, isTurned }: { readonly caption: string; readonly isTurned: boolean }, contentOf: (cell: Element) => readonly ElementContent[]): HastElement {
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
        const align = alignOf(cell, isTurned);
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

/** Word counts from where a paragraph begins; we say the side. */
function alignOf(cell: Element, isTurned: boolean): string | null {
  const [paragraph] = children(cell, 'w:p');
  const properties = paragraph ? childXml(paragraph, 'pPr') : null;
  const jc = xmlAttribute(childXml(properties, 'jc'), 'w:val');
  const said = jc === 'center' || jc === 'right' || jc === 'left' ? jc : jc === 'end' ? 'right' : null;
  return said !== null && (directionOf(properties) ?? (isTurned ? 'rtl' : 'ltr')) === 'rtl' ? turned(said) : said;
}

/** The direction a paragraph's properties say; null where they say none. */
export function directionOf(properties: Element | null): 'ltr' | 'rtl' | null {
  const bidi = childXml(properties, 'bidi');
  return bidi === null ? null : /^(?:0|false|off)$/.test(xmlAttribute(bidi, 'w:val')) ? 'ltr' : 'rtl';
}
