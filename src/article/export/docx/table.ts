import type { Element } from 'xast';
import type { BodyJson } from '../../body.ts';
import { xml } from '../agency/xml.ts';
import { attributesOf } from '../html/elements.ts';
import { isRightToLeft } from '../html/metadata.ts';
import type { DocxState } from './blocks.ts';
import { paragraph, textWidth } from './parts.ts';

/** A cell at its place in the grid; `null` stands where one from above goes on. */
interface Placed {
  readonly cell: BodyJson | null;
  readonly span: number;
  readonly goesOn: boolean;
}

/** What head cells are filled with; import knows them by it. */
export const headShade = 'ECEAE3';

type Passage = (style: string, node: BodyJson, state: DocxState, more?: readonly Element[]) => Element;

/** A table with its spans: columns by `gridSpan`, rows by `vMerge`, which wants a cell in every row. */
export function tableToDocx(node: BodyJson, state: DocxState, passage: Passage): Element {
  const rows = gridOf(node);
  const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, { span }) => sum + span, 0)));
  const width = Math.floor(textWidth.dxa / columns);
  return xml('w:tbl', {}, [
    xml('w:tblPr', {}, [xml('w:tblStyle', { 'w:val': 'TableGrid' }), ...(isRightToLeft(state.language) ? [xml('w:bidiVisual')] : []), xml('w:tblW', { 'w:w': 5000, 'w:type': 'pct' })]),
    xml('w:tblGrid', {}, Array.from({ length: columns }, () => xml('w:gridCol', { 'w:w': width }))),
    ...rows.map((row) => {
      const isHead = row.length > 0 && row.every(({ cell }) => cell?.type === 'tableHeader');
      const filled = row.reduce((sum, { span }) => sum + span, 0);
      const missing: Placed[] = filled < columns ? [{ cell: null, span: columns - filled, goesOn: false }] : [];
      return xml('w:tr', {}, [...(isHead ? [xml('w:trPr', {}, [xml('w:tblHeader')])] : []), ...[...row, ...missing].map((placed) => cellToDocx(placed, width, state, passage))]);
    }),
  ]);
}

function cellToDocx({ cell, span, goesOn }: Placed, width: number, state: DocxState, passage: Passage): Element {
  const { rowspan = 1, align = null } = cell ? attributesOf(cell, 'tableCell') : {};
  const merge = goesOn ? [xml('w:vMerge')] : rowspan > 1 ? [xml('w:vMerge', { 'w:val': 'restart' })] : [];
  const content = (cell?.content ?? []).map((child) => passage('', child, state, align === null ? [] : [xml('w:jc', { 'w:val': wordAlign(align, child, state) })]));
  return xml('w:tc', {}, [
    xml('w:tcPr', {}, [xml('w:tcW', { 'w:w': width * span, 'w:type': 'dxa' }), ...(span > 1 ? [xml('w:gridSpan', { 'w:val': span })] : []), ...merge, ...(cell?.type === 'tableHeader' ? [xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': headShade })] : [])]),
    ...(content.length > 0 ? content : [paragraph('', [])]),
  ]);
}

/** Word counts “left” from where a paragraph begins: one that runs from right to left has it on the right. */
function wordAlign(align: string, passage: BodyJson, { language }: DocxState): string {
  const { dir } = attributesOf(passage, 'paragraph');
  return (dir ?? (isRightToLeft(language) ? 'rtl' : 'ltr')) === 'rtl' ? turned(align) : align;
}

/** The other side; the middle stays. */
export const turned = (align: string): string => ({ left: 'right', right: 'left' })[align] ?? align;

/** The most columns Word takes. */
const mostColumns = 63;

/** Each row with the cells that reach into it from above. A span over the last row ends there. */
function gridOf(node: BodyJson): Placed[][] {
  const rows: Placed[][] = [];
  let above: { column: number; span: number; left: number }[] = [];
  for (const row of node.content ?? []) {
    const placed: Placed[] = [];
    const next: typeof above = [];
    let column = 0;
    const fillFromAbove = (): void => {
      for (let open = above.find((one) => one.column === column); open; open = above.find((one) => one.column === column)) {
        placed.push({ cell: null, span: open.span, goesOn: true });
        if (open.left > 1) next.push({ ...open, left: open.left - 1 });
        column += open.span;
      }
    };
    for (const cell of row.content ?? []) {
      fillFromAbove();
      const { colspan, rowspan } = attributesOf(cell, 'tableCell');
      const until = Math.min(...above.filter((one) => one.column > column).map((one) => one.column), column + Math.min(colspan, mostColumns));
      const span = Math.max(1, until - column);
      placed.push({ cell, span, goesOn: false });
      if (rowspan > 1) next.push({ column, span, left: rowspan - 1 });
      column += span;
    }
    fillFromAbove();
    rows.push(placed);
    above = next;
  }
  return rows;
}
