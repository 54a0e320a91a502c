import { say } from '../../language/index.ts';
import type { BlockChange, Comparison } from './comparison.ts';
import { isField } from './tree.ts';
import { countWords } from './words.ts';

/** Counts for the line above a comparison. A block counts once among text, pictures, ads and fields. */
export interface ComparisonSummary {
  readonly text: number;
  readonly pictures: number;
  readonly ads: number;
  /** Headline, standfirst, byline and metadata fields. */
  readonly fields: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
}

/** The filter a change falls under. */
export function kindOfChange({ type }: Pick<BlockChange, 'type'>): 'text' | 'pictures' | 'ads' | 'fields' {
  if (isField(type)) return 'fields';
  if (type === 'image' || type === 'gallery') return 'pictures';
  return type === 'adSlot' ? 'ads' : 'text';
}

export function summariseComparison(found: Comparison): ComparisonSummary {
  const counts = { ...kindsIn(found), added: 0, removed: 0, moved: 0, wordsAdded: 0, wordsRemoved: 0 };
  for (const block of found.blocks) {
    if (block.change === 'added') counts.added += 1;
    if (block.change === 'removed') counts.removed += 1;
    if (block.moved) counts.moved += 1;
    for (const { op, text } of block.text) {
      if (op === 'insert') counts.wordsAdded += countWords(text);
      if (op === 'delete') counts.wordsRemoved += countWords(text);
    }
  }
  return counts;
}

function kindsIn({ blocks, metadata }: Comparison): Pick<ComparisonSummary, 'text' | 'pictures' | 'ads' | 'fields'> {
  const counts = { text: 0, pictures: 0, ads: 0, fields: metadata.length };
  for (const block of blocks) counts[kindOfChange(block)] += 1;
  return counts;
}

/** `7 changes: 4 text, 1 picture, 1 ad, 1 field` */
export function countsText(found: Comparison): string {
  const kinds = kindsIn(found);
  const parts = (['text', 'pictures', 'ads', 'fields'] as const).filter((kind) => kinds[kind] > 0).map((kind) => say(`history.count-${kind}`, { count: kinds[kind] }));
  const all = say('history.changes', { count: found.blocks.length + found.metadata.length });
  return parts.length > 0 ? `${all}: ${parts.join(', ')}` : all;
}
