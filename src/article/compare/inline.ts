/** A block's text with the marks on each part of it, flat. */
import type { BodyJson } from '../body.ts';
import type { Mark, MarkChange, TextChange } from './comparison.ts';
import { natureOf } from './tree.ts';

/** A passage with equal marks; `end` is exclusive, both in UTF-16 units. */
interface Span {
  readonly end: number;
  readonly marks: ReadonlyMap<string, Mark>;
}

export interface MarkedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

const noMarks: ReadonlyMap<string, Mark> = new Map();
/** In a table's text a line feed ends a row, so breaks inside a cell are Unicode's line and paragraph separators. */
const separators = { cell: '\t', row: '\n', paragraphInCell: '\u2029', breakInCell: '\u2028', hardBreak: '\n', block: '\n' };

/** The text of one block: inline content, a table's cells, or of a container all that it holds, a line a block. */
export function markedText(node: BodyJson): MarkedText {
  const spans: Span[] = [];
  let text = '';
  const add = (part: string, marks: BodyJson['marks']): void => {
    text += part;
    spans.push({ end: text.length, marks: marks ? new Map(marks.map((mark) => [JSON.stringify(mark), mark])) : noMarks });
  };
  const addAll = (nodes: readonly BodyJson[] | undefined, separator: string, visit: (child: BodyJson) => void): void => {
    for (const [index, child] of (nodes ?? []).entries()) {
      if (index > 0 && separator !== '') add(separator, undefined);
      visit(child);
    }
  };
  const addInline = (inline: BodyJson, hardBreak: string): void => addAll(inline.content, '', (child) => add(child.text ?? hardBreak, child.marks));
  const addCell = (cell: BodyJson): void => addAll(cell.content, separators.paragraphInCell, (paragraph) => addInline(paragraph, separators.breakInCell));
  const addBlock = (block: BodyJson): void => {
    const nature = natureOf(block.type);
    if (nature === 'container') addAll(block.content, separators.block, addBlock);
    else if (nature === 'table') addAll(block.content, separators.row, (row) => addAll(row.content, separators.cell, addCell));
    else addInline(block, separators.hardBreak);
  };
  addBlock(node);
  return { text, spans };
}

export const plainText = (node: BodyJson): string => markedText(node).text;

/**
 * Marks put on or taken off. On text that stayed: each difference. On text that came or went: only what its surroundings
 * and what it replaces do not have, so that a word replaced inside a link is no change of the link.
 */
export function compareMarks(a: MarkedText, b: MarkedText, changes: readonly TextChange[]): MarkChange[] {
  if (!isMarked(a) && !isMarked(b)) return [];
  const found = new MarkChanges();
  const readA = reader(a);
  const readB = reader(b);
  let atA = 0;
  let atB = 0;
  for (const [index, { op, text }] of changes.entries()) {
    if (op === 'same') {
      compareKept(text, (offset) => readA(atA + offset), (offset) => readB(atB + offset), (passage, span) => found.compare(passage, span));
      atA += text.length;
      atB += text.length;
      continue;
    }
    const side = op === 'delete' ? a : b;
    const start = op === 'delete' ? atA : atB;
    const usual = op === 'delete' ? marksAround(b, atB, lengthOf(changes[index + 1], 'insert')) : marksAround(a, atA - lengthOf(changes[index - 1], 'delete'), lengthOf(changes[index - 1], 'delete'));
    eachSpan(side, start, start + text.length, (from, to, marks) => {
      for (const [key, mark] of marks) if (!usual.has(key)) found.add({ op, mark, text: side.text.slice(from, to) }, key, to === start + text.length);
    });
    found.endRun();
    if (op === 'delete') atA += text.length;
    else atB += text.length;
  }
  return found.list;
}

const isMarked = (side: MarkedText): boolean => side.spans.some(({ marks }) => marks.size > 0);
const lengthOf = (change: TextChange | undefined, op: TextChange['op']): number => (change?.op === op ? change.text.length : 0);

/** Marks on a passage and on the characters beside it. */
function marksAround(side: MarkedText, start: number, length: number): Set<string> {
  const keys = new Set<string>();
  eachSpan(side, Math.max(0, start - 1), Math.min(side.text.length, start + length + 1), (_from, _to, marks) => {
    for (const key of marks.keys()) keys.add(key);
  });
  return keys;
}

function eachSpan(side: MarkedText, start: number, end: number, visit: (from: number, to: number, marks: ReadonlyMap<string, Mark>) => void): void {
  let from = 0;
  for (const span of side.spans) {
    const low = Math.max(from, start);
    const high = Math.min(span.end, end);
    if (low < high) visit(low, high, span.marks);
    if (span.end >= end) return;
    from = span.end;
  }
}

/** Reads spans at rising positions. */
function reader(side: MarkedText): (position: number) => Span {
  let index = 0;
  return (position) => {
    while (index < side.spans.length - 1 && (side.spans[index]?.end ?? 0) <= position) index += 1;
    return side.spans[index] ?? { end: side.text.length, marks: noMarks };
  };
}

type Pair = { readonly before: ReadonlyMap<string, Mark>; readonly after: ReadonlyMap<string, Mark> };

function compareKept(text: string, spanA: (offset: number) => Span, spanB: (offset: number) => Span, visit: (passage: string, pair: Pair) => void): void {
  let offset = 0;
  // Lengths of what is left of each span are relative to the passage, so both sides advance together.
  while (offset < text.length) {
    const a = spanA(offset);
    const b = spanB(offset);
    let end = offset + 1;
    while (end < text.length && spanA(end) === a && spanB(end) === b) end += 1;
    visit(text.slice(offset, end), { before: a.marks, after: b.marks });
    offset = end;
  }
}

/** Collects changes; equal ones on neighbouring passages become one. */
class MarkChanges {
  readonly list: MarkChange[] = [];
  private open = new Map<string, number>();
  private next = new Map<string, number>();

  compare(passage: string, { before, after }: Pair): void {
    for (const [key, mark] of before) if (!after.has(key)) this.add({ op: 'delete', mark, text: passage }, key, true);
    for (const [key, mark] of after) if (!before.has(key)) this.add({ op: 'insert', mark, text: passage }, key, true);
    this.endRun();
  }

  add(change: MarkChange, key: string, staysOpen: boolean): void {
    const name = `${change.op} ${key}`;
    const index = this.open.get(name) ?? this.next.get(name);
    const known = index === undefined ? undefined : this.list[index];
    if (index !== undefined && known) this.list[index] = { ...known, text: known.text + change.text };
    else this.list.push(change);
    if (staysOpen) this.next.set(name, index ?? this.list.length - 1);
  }

  /** What was not continued in this passage cannot be continued in the next. */
  endRun(): void {
    this.open = this.next;
    this.next = new Map();
  }
}
