import type { BodyJson } from '../body.ts';
import type { MetadataField } from '../metadata.ts';

/** A run of a block's text. All `same` and `delete` runs together are A's text, all `same` and `insert` runs B's. */
export interface TextChange {
  readonly op: 'same' | 'insert' | 'delete';
  readonly text: string;
}

export interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A mark that was put on, or taken off, a passage. */
export interface MarkChange {
  readonly op: 'insert' | 'delete';
  readonly mark: Mark;
  readonly text: string;
}

/**
 * One attribute. Three names are no attributes of the node itself: `type` (the block was turned into another),
 * `rows` (a table's rows, spans, headers and alignment) and `fileName` (of an image's stored file).
 */
export interface AttributeChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One block that differs (DESIGN section 8). Ids are A's, B's where the block was added. */
export interface BlockChange {
  readonly change: 'added' | 'removed' | 'moved' | 'changed';
  readonly blockId: string;
  /** The block's type in B; in A where it was removed. */
  readonly type: string;
  /** The nearest block with an id around it, null at the top level. In B; in A where it was removed. */
  readonly parent: string | null;
  /** Index among its siblings in A (the three fields count), null where it was added. */
  readonly from: number | null;
  /** Index among its siblings in B, null where it was removed. */
  readonly to: number | null;
  /** True also for a block that was moved and changed; an index that shifted because of a neighbour is no move. */
  readonly moved: boolean;
  readonly before: BodyJson | null;
  readonly after: BodyJson | null;
  readonly text: readonly TextChange[];
  readonly marks: readonly MarkChange[];
  readonly attrs: readonly AttributeChange[];
}

/** A metadata field, whole values. */
export interface FieldChange {
  readonly field: MetadataField;
  readonly before: unknown;
  readonly after: unknown;
}

/** What `compare` says (DESIGN section 8). */
export interface Comparison {
  readonly identical: boolean;
  readonly blocks: readonly BlockChange[];
  readonly metadata: readonly FieldChange[];
}

/** A block in the order of B, removed ones where they stood. */
export interface ComparedRow {
  /** Null where the block itself is the same on both sides. */
  readonly change: BlockChange | null;
  /** As it is in B (in A where it was removed), without content where it holds blocks that have rows of their own. */
  readonly node: BodyJson;
  /** Types of the blocks with an id around it, the outermost first. */
  readonly around: readonly string[];
}

/** What differs, and every block in its place. */
export interface ComparedArticles {
  readonly comparison: Comparison;
  readonly rows: readonly ComparedRow[];
}
