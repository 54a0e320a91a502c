import type { Hit } from './index.ts';

/** What of one block was selected: offsets in its words, and whether the block is in it as a whole. */
export interface ScopePart {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** A part of the body, by blockId. */
export type Scope = ReadonlyMap<string, ScopePart>;

/** The hits in a part of the body. What a block says beside its words (alternative text, credit) belongs to it where the whole block does. */
export function hitsWithin(hits: readonly Hit[], scope: Scope): readonly Hit[] {
  return hits.filter(({ blockId, path, from, to }) => {
    const part = blockId === null ? undefined : scope.get(blockId);
    if (!part) return false;
    return path.length === 0 ? from >= part.from && to <= part.to : part.isWhole;
  });
}
