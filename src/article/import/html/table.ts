import type { Element } from 'hast';
import type { BodyJson } from '../../body.ts';
import { asParagraphs, make } from './make.ts';
import { attribute, byTag, findElement, findElements, isElement, lineOf } from './read.ts';
import { blockScope, type Reading, type Scope } from './scope.ts';
import { styleOf } from './style.ts';

interface Row {
  readonly row: Element;
  readonly inHead: boolean;
}

/** A table of facts. A table that only lays out a page or mail gives what its cells hold. */
export function tableBlocks(element: Element, scope: Scope, reading: Reading): BodyJson[] {
  const inner = blockScope(element, scope, reading);
  const rows = rowsOf(element);
  if (!inner.verbatim && (isLayout(element, rows) || (!reading.started && holdsPage(element, rows)))) return element.children.flatMap((child) => reading.walk([child], inner));
  const rest: BodyJson[] = [];
  const made = rows.map(({ row, inHead }) => cellsOf(row).map((cell) => cellOf(cell, { inHead, scope: blockScope(row, inner, reading), reading, rest })));
  const isEmpty = !made.some((cells) => cells.some(({ content }) => content?.some((paragraph) => paragraph.content)));
  if (made.length === 0 || (isEmpty && !inner.verbatim)) return rest;
  const caption = element.children.filter(isElement).find((child) => child.tagName === 'caption');
  return [make('table', { caption: caption ? lineOf(caption) : '' }, made.map((cells) => make('tableRow', {}, cells))), ...rest];
}

function rowsOf(table: Element): Row[] {
  return table.children.filter(isElement).flatMap((section) => {
    if (section.tagName === 'tr') return [{ row: section, inHead: false }];
    if (!/^t(?:head|body|foot)$/.test(section.tagName)) return [];
    return section.children.filter(isElement).filter(byTag('tr')).map((row) => ({ row, inHead: section.tagName === 'thead' }));
  }).filter(({ row }) => cellsOf(row).length > 0 && !isRuler(row));
}

/** Word ends a table whose columns do not align with a row of no height. */
const isRuler = (row: Element): boolean => attribute(row, 'height') === '0' && lineOf(row) === '' && findElement(row, byTag('img')) === null;

const cellsOf = (row: Element): Element[] => row.children.filter(isElement).filter(byTag('td', 'th'));

function isLayout(table: Element, rows: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true;
  if (findElement(table, byTag('table', 'figure', 'h1', 'h2', 'h3', 'article', 'blockquote')) !== null) return true;
  return rows.every(({ row }) => cellsOf(row).length === 1) && findElement(table, byTag('th', 'caption')) === null;
}

/** Old pages lay themselves out with a table: a cell of it holds a whole text. */
function holdsPage(table: Element, rows: readonly Row[]): boolean {
  const cells = rows.flatMap(({ row }) => cellsOf(row));
  if (cells.length > 12 || findElement(table, byTag('th', 'caption')) !== null) return false;
  return cells.some((cell) => lineOf(cell).length > 150 && findElements(cell, byTag('p', 'br')).length > 1);
}

interface CellContext {
  readonly inHead: boolean;
  readonly scope: Scope;
  readonly reading: Reading;
  /** Gets what a cell cannot hold: it stands behind the table. */
  readonly rest: BodyJson[];
}

function cellOf(cell: Element, { inHead, scope, reading, rest }: CellContext): BodyJson {
  const { paragraphs, rest: outside } = asParagraphs(reading.walk(cell.children, blockScope(cell, scope, reading)));
  rest.push(...outside);
  const attrs = { colspan: span(cell, 'colSpan'), rowspan: span(cell, 'rowSpan'), align: alignOf(cell, scope, reading) };
  return make(cell.tagName === 'th' || inHead ? 'tableHeader' : 'tableCell', attrs, paragraphs.length > 0 ? paragraphs : [make('paragraph')]);
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number.parseInt(attribute(cell, name) || '1', 10);
  return Number.isSafeInteger(value) && value >= 1 ? Math.min(value, 1000) : 1;
}

/** Office programs align the paragraphs of a cell, not the cell. */
function alignOf(cell: Element, scope: Scope, reading: Reading): 'left' | 'center' | 'right' | null {
  const said = (element: Element): string => styleOf(element, reading.sheet).get('text-align') ?? attribute(element, 'align').toLowerCase();
  const ofParagraphs = new Set(cell.children.filter(isElement).map((child) => (child.tagName === 'p' ? said(child) : '')));
  const [shared = ''] = ofParagraphs.size === 1 ? ofParagraphs : [];
  const value = attribute(cell, 'dataGalleyAlign') || (scope.verbatim ? '' : said(cell) || shared);
  return value === 'left' || value === 'center' || value === 'right' ? value : null;
}
