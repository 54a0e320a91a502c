import { type BodyJson, joinText } from '../../body.ts';
import type { Mark } from './scope.ts';

/** One piece of a line: text with its marks, or a line break. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[]; readonly pre: boolean }
  | { readonly kind: 'break'; readonly marks: readonly Mark[] };

type Line = Extract<Piece, { kind: 'text' }>[];

const marksOf = (marks: readonly Mark[]): { marks?: readonly Mark[] } => (marks.length > 0 ? { marks } : {});
const asText = (text: string, marks: readonly Mark[]): BodyJson => ({ type: 'text', ...marksOf(marks), text });
const asBreak = (marks: readonly Mark[]): BodyJson => ({ type: 'hardBreak', ...marksOf(marks) });

/** Galley's own markup: text as it stands. */
export function verbatimContent(pieces: readonly Piece[]): BodyJson[] {
  return joinText(pieces.flatMap((piece) => (piece.kind === 'break' ? [asBreak(piece.marks)] : piece.text === '' ? [] : [asText(piece.text, piece.marks)])));
}

/**
 * The paragraphs a run of foreign pieces makes: blanks collapsed as HTML does, two line breaks and more part paragraphs,
 * a single one stays a line break. Paragraphs without text (no-break spaces alone are none) are left out.
 */
export function paragraphsOf(pieces: readonly Piece[]): BodyJson[][] {
  const result: BodyJson[][] = [];
  let current: BodyJson[] = [];
  let empty = 0;
  for (const { line, broken } of linesOf(pieces)) {
    if (isBlank(line)) {
      empty += 1;
      continue;
    }
    if (empty > 0 && current.length > 0) {
      result.push(joinText(current));
      current = [];
    }
    empty = 0;
    if (current.length > 0) current.push(asBreak(broken));
    current.push(...line.map(({ text, marks }) => asText(text, marks)));
  }
  if (current.length > 0) result.push(joinText(current));
  return result;
}

const isBlank = (line: Line): boolean => line.every(({ text }) => text.trim() === '');

/** Lines with the marks of the break before each. */
function linesOf(pieces: readonly Piece[]): { line: Line; broken: readonly Mark[] }[] {
  const lines: { line: Line; broken: readonly Mark[] }[] = [{ line: [], broken: [] }];
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      lines.push({ line: [], broken: piece.marks });
      continue;
    }
    // A vertical tab is how office programs write a line break in text.
    const parts = piece.text.split(piece.pre ? /\r?\n|\v/ : '\v');
    for (const [index, text] of parts.entries()) {
      if (index > 0) lines.push({ line: [], broken: piece.marks });
      lines.at(-1)?.line.push({ ...piece, text });
    }
  }
  return lines.map(({ line, broken }) => ({ line: collapsed(line), broken }));
}

/** Control characters have no glyph and no meaning in an article. */
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

function collapsed(line: Line): Line {
  const result: Line = [];
  let atBlank = true;
  for (const piece of line) {
    let text = piece.text.replace(control, '');
    if (!piece.pre) {
      text = text.replace(/[ \t\n\f\r]+/g, ' ');
      if (atBlank && text.startsWith(' ')) text = text.slice(1);
    } else if (result.length === 0) text = text.replace(/^[ \t\f]+/, '');
    if (text === '') continue;
    atBlank = /[ \t]$/.test(text);
    result.push({ ...piece, text });
  }
  return trimmedEnd(result);
}

function trimmedEnd(line: Line): Line {
  while (line.length > 0) {
    const last = line.pop();
    const text = last?.text.replace(/[ \t\f]+$/, '') ?? '';
    if (last && text !== '') return [...line, { ...last, text }];
  }
  return line;
}
