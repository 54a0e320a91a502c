import type { BodyJson } from '../body.ts';
import { markedText } from '../compare/inline.ts';
import { natureOf } from '../compare/tree.ts';
import { blocksIn, characterCount } from './text.ts';

const kept = new WeakMap<BodyJson, { readonly width: number; readonly lines: number }>();

/** Lines of a block with all it holds, set in a column of that many characters; kept per block. */
export function lineCount(block: BodyJson, width: number): number {
  const known = kept.get(block);
  if (known?.width === width) return known.lines;
  const texts = blocksIn(block).filter(({ type }) => natureOf(type) === 'inline').map((text) => markedText(text).text);
  const lines = texts.reduce((sum, text) => sum + linesOf(text, width), 0);
  kept.set(block, { width, lines });
  return lines;
}

/** Whole words to a line, as a page sets them; one that is longer than a line, as in scripts without blanks, is broken. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, paragraph) => {
    let lines = 0;
    let room = 0;
    for (const word of paragraph.split(/\s+/u)) {
      const length = characterCount(word);
      if (length === 0) continue;
      if (length + 1 <= room) room -= length + 1;
      else {
        lines += Math.ceil(length / width);
        room = Math.ceil(length / width) * width - length;
      }
    }
    return sum + lines;
  }, 0);
}
