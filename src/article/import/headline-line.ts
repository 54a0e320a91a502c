import type { SignedLine } from './copy-body.ts';

/** Longer lines are paragraphs, not headlines. */
export const longestHeadline = 250;
/** So many lines above a headline are looked at. */
const mostKickers = 3;

const wordsOf = (text: string): number => text.split(/\s+/u).length;

/** A breadcrumb, the window's title, or a word or two above a line that reads like a headline: the page's section, not the headline. */
function isKicker(line: string, below: readonly SignedLine[]): boolean {
  if (/^home\s*[>/|\u203a\u00bb]/iu.test(line) || /^[^>\u203a\u00bb]{1,30}(?:\s*[>\u203a\u00bb]\s*[^>\u203a\u00bb]{1,40})+$/u.test(line)) return true;
  const next = below.find(({ sign }) => sign.kind === 'text');
  if (!next || next.text.length > longestHeadline) return false;
  if (wordsOf(next.text) > 3 && line.length > next.text.length && line.startsWith(next.text)) return true;
  return wordsOf(line) <= 2 && wordsOf(next.text) > 3 && !/[.!]["\u201d\u2019']?$/u.test(next.text);
}

/** The first line of text that is no kicker, -1 where there is none. */
export function headlineIndex(lines: readonly SignedLine[]): number {
  let at = lines.findIndex(({ sign }) => sign.kind === 'text');
  for (let seen = 0; seen < mostKickers; seen += 1) {
    const line = lines[at];
    if (!line || !isKicker(line.text, lines.slice(at + 1))) break;
    at = lines.findIndex(({ sign }, index) => index > at && sign.kind === 'text');
  }
  return at;
}
