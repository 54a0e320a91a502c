import type { Article } from '../article.ts';
import { metadataFields } from '../metadata.ts';
import { plain } from '../plain.ts';
import { BlockComparison, type UnreadPair } from './block-comparison.ts';
import type { ComparedArticles, ComparedRow, Comparison, FieldChange } from './comparison.ts';

/** What changed from `a` to `b`, both without suggestions. In the order of `b`, removed blocks where they stood. */
export function compareArticles(a: Article, b: Article): Comparison {
  return compareWithContext(a, b).comparison;
}

/** The same, with the unchanged blocks in their places: what a comparison view shows. */
export function compareWithContext(a: Article, b: Article): ComparedArticles {
  const staged = new StagedComparison(a, b);
  while (staged.step()) continue;
  return staged.found();
}

/**
 * A comparison in steps: which block is which is known at once, the words inside the changed ones as they are asked for.
 * Until then a changed block has its whole text taken out and put in.
 */
export class StagedComparison {
  private readonly metadata: readonly FieldChange[];
  private readonly rows: ComparedRow[];
  private readonly unread: readonly UnreadPair[];
  private done = 0;

  constructor(a: Article, b: Article) {
    const [before, after] = [plain(a), plain(b)];
    const blocks = new BlockComparison(before, after);
    this.rows = blocks.compare();
    this.unread = blocks.unread;
    this.metadata = compareMetadata(before, after);
  }

  /** Compares the next changed block word by word. @returns its row and the row's place; null where none is left */
  step(): { readonly at: number; readonly row: ComparedRow } | null {
    const next = this.unread[this.done];
    if (!next) return null;
    const row = this.rows[next.at];
    if (!row?.change) return null;
    this.done += 1;
    const compared = { ...row, change: { ...row.change, ...next.read() } };
    this.rows[next.at] = compared;
    return { at: next.at, row: compared };
  }

  /** As far as it has come. */
  found(): ComparedArticles {
    const { metadata } = this;
    const blocks = this.rows.flatMap(({ change }) => change ?? []);
    return { comparison: { identical: blocks.length === 0 && metadata.length === 0, blocks, metadata }, rows: [...this.rows] };
  }

  /** Places of the rows whose words are still to come. */
  pending(): readonly number[] {
    return this.unread.slice(this.done).map(({ at }) => at);
  }
}

function compareMetadata(a: Article, b: Article): FieldChange[] {
  return metadataFields.flatMap((field) => {
    const [before, after] = [a.metadata[field], b.metadata[field]];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
  });
}
