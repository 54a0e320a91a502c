import type { ComparedArticles } from '../../article/compare/index.ts';
import type { ComparisonAnswer } from './comparison-messages.ts';

/** A comparison as far as it has come. */
export interface ComparisonSoFar {
  readonly found: ComparedArticles;
  /** Places of the rows whose words are still to come. */
  readonly pending: ReadonlySet<number>;
}

/** Puts words that have come into their rows. */
export function withWords({ found, pending }: ComparisonSoFar, come: Extract<ComparisonAnswer, { kind: 'words' }>['rows']): ComparisonSoFar {
  const rows = [...found.rows];
  const left = new Set(pending);
  for (const { at, row } of come) {
    rows[at] = row;
    left.delete(at);
  }
  return { found: { comparison: { ...found.comparison, blocks: rows.flatMap(({ change }) => change ?? []) }, rows }, pending: left };
}
