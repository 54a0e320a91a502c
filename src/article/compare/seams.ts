import type { BlockChange, TextChange } from './comparison.ts';

/** A block that came from, or went into, the end of the one before it. */
export type Seam = 'split' | 'joined';

/**
 * Splits and joins: a block lost (or got) its end, and its next sibling that came (or went) holds just that text. Kept beside
 * the changes, which stay what they are: one changed block and one added or removed.
 */
export function seamsOf(blocks: readonly BlockChange[]): ReadonlyMap<BlockChange, Seam> {
  const seams = new Map<BlockChange, Seam>();
  for (const change of blocks) {
    const last = change.text.at(-1);
    if (change.change !== 'changed' || !last || last.op === 'same') continue;
    const isSplit = last.op === 'delete';
    const place = isSplit ? change.to : change.from;
    const other = blocks.find((block) => block.change === (isSplit ? 'added' : 'removed') && block.parent === change.parent && (isSplit ? block.to : block.from) === (place ?? -2) + 1);
    if (other && wholeOf(other.text) === last.text.trim()) seams.set(other, isSplit ? 'split' : 'joined');
  }
  return seams;
}

const wholeOf = (text: readonly TextChange[]): string => text.map((run) => run.text).join('').trim();
