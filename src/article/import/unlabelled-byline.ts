import type { SignedLine } from './copy-body.ts';
import { type Credits, readCredits, readJobLine } from './credits.ts';

/** Bylines stand within the first lines of a page. */
const lookedAt = 12;
const plural = /^(?:photographs|photos|pictures)\s*[:|]/iu;

/**
 * Lines beside a time or a byline that are bylines without their "By": "Staff Reporter", "Ada Lane, Chief Correspondent",
 * and "Pictures: A" under "Story: B".
 */
export function withBylines(lines: readonly SignedLine[]): SignedLine[] {
  return lines.map((line, index) => {
    if (index >= lookedAt || line.text.length > 80) return line;
    const credits = creditsOf(line, [lines[index - 1], lines[index + 1]]);
    return credits ? { ...line, sign: { kind: 'furniture', times: [], bylines: [{ text: line.text, credits, labelled: false }], rest: [] } } : line;
  });
}

function creditsOf({ sign, text }: SignedLine, beside: readonly (SignedLine | undefined)[]): Credits | null {
  const furniture = beside.flatMap((line) => (line?.sign.kind === 'furniture' ? [line.sign] : []));
  if (sign.kind === 'text' && furniture.length > 0) return readJobLine(text);
  return sign.kind === 'image' && plural.test(text) && furniture.some(({ bylines }) => bylines.length > 0) ? readCredits(text, '') : null;
}
