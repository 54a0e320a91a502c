import { deepestNesting } from '../../body.ts';
import { isTooDeepToParse } from '../html/depth.ts';

const marker = /^(?:[-*+]|\d{1,9}[.)])(?=\s|$)/;

/** So many signs of emphasis, code and links in one paragraph, or columns in one row, nobody writes; a parser takes their square. */
const mostSigns = 5000;
const mostColumns = 1000;
/** A line that begins raw HTML, or is inside it: Markdown looks for no signs there. A table stands in one such line with all its rows. */
const isRawHtml = /^ {0,3}<\/?(?:article|aside|blockquote|div|dl|figure|h[1-6]|ol|p|section|table|tbody|thead|tr|td|th|ul)(?=[\s>])/i;
const startsAnew = /^[ \t>]*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\|)/;

/** True where one paragraph or row would keep the parser for minutes. */
export function isTooDense(source: string): boolean {
  let signs = 0;
  for (const line of source.split('\n')) {
    if (isRawHtml.test(line)) continue;
    if (startsAnew.test(line)) signs = 0;
    signs += line.match(/[[*_`~<]/g)?.length ?? 0;
    if (signs > mostSigns || (line.match(/\|/g)?.length ?? 0) > mostColumns) return true;
  }
  return false;
}

/** True where a source nests quotes, lists, brackets or raw HTML deeper than any article, before any recursive code sees it. */
export function isTooDeepInSource(source: string): boolean {
  const indents: number[] = [];
  for (const line of source.split('\n')) {
    if (isTooDeepLine(line)) return true;
    // A list is two levels, itself and its item: each deeper indent opens one more.
    const indent = line.length - line.trimStart().length;
    if (!marker.test(line.slice(indent, indent + 12))) continue;
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
    indents.push(indent);
    if (indents.length * 2 > deepestNesting) return true;
  }
  return isTooDeepToParse(source);
}

/** Counts the signs that open quotes and lists at the head of a line. */
function isTooDeepLine(line: string): boolean {
  let depth = 0;
  for (const character of line) {
    if (character === '>' || character === '-' || character === '+' || character === '*') depth += 1;
    else if (!/[\s\d.)]/.test(character)) break;
  }
  if (depth > deepestNesting && !/^[\s>]*([-*+])\1*\s*$/.test(line)) return true;
  return /^(?:[ \t]*>){201}/.test(line) || /\[{201}/.test(line);
}
