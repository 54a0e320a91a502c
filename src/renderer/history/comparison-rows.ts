import type { BlockChange, ComparedRow, FieldChange } from '../../article/compare/index.ts';
import { kindOfChange, plainText } from '../../article/compare/index.ts';

export const filters = ['all', 'text', 'pictures', 'ads', 'fields', 'moved'] as const;
export type Filter = (typeof filters)[number];

/** What stands below one another in a comparison. `index` counts the changes, fields first. */
export type Item =
  | { readonly kind: 'field'; readonly index: number; readonly field: FieldChange }
  /** `at`: its place among all rows. */
  | { readonly kind: 'change'; readonly index: number; readonly at: number; readonly change: BlockChange; readonly row: ComparedRow }
  | { readonly kind: 'same'; readonly row: ComparedRow }
  /** Unchanged blocks out of sight; `at` is the place of the first among all rows and stands for the fold. */
  | { readonly kind: 'fold'; readonly at: number; readonly count: number };

/** Unchanged blocks shown on each side of a change. */
const context = 1;
/** A shorter run is shown whole: a fold would be as tall. */
const shortestFold = 3;

/**
 * @param open places of the folds that were opened
 */
export function itemsOf(fields: readonly FieldChange[], rows: readonly ComparedRow[], filter: Filter, open: ReadonlySet<number>): Item[] {
  const items: Item[] = (filter === 'all' || filter === 'fields' ? fields : []).map((field, index) => ({ kind: 'field', index, field }));
  let index = items.length;
  let isFirst = true;
  let run: { readonly row: ComparedRow; readonly at: number }[] = [];
  const flush = (isLast: boolean): void => {
    items.push(...folded(run, open, { isFirst, isLast }));
    isFirst = false;
    run = [];
  };
  for (const [at, row] of rows.entries()) {
    if (row.change && isWanted(row.change, filter)) {
      flush(false);
      items.push({ kind: 'change', index, at, change: row.change, row });
      index += 1;
    } else if (filter === 'all' && isShown(row)) run.push({ row, at });
  }
  flush(true);
  return items;
}

function folded(run: readonly { readonly row: ComparedRow; readonly at: number }[], open: ReadonlySet<number>, { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean }): Item[] {
  const same = (part: typeof run): Item[] => part.map(({ row }) => ({ kind: 'same', row }));
  const head = isFirst ? 0 : context;
  const tail = isLast ? 0 : context;
  const hidden = run.slice(head, Math.max(run.length - tail, head));
  const first = hidden[0];
  if (!first || hidden.length < shortestFold || open.has(first.at)) return same(run);
  return [...same(run.slice(0, head)), { kind: 'fold', at: first.at, count: hidden.length }, ...same(run.slice(run.length - tail))];
}

/** A block that only holds others shows through them; empty text and an empty byline show nothing. */
function isShown({ node }: ComparedRow): boolean {
  if (node.type === 'byline') return Array.isArray(node.attrs?.['contributors']) && node.attrs['contributors'].length > 0;
  return !hollow.has(node.type) || plainText(node) !== '';
}
const hollow = new Set(['headline', 'standfirst', 'bulletList', 'orderedList', 'listItem', 'quote', 'gallery', 'factBox', 'paragraph', 'subhead']);

function isWanted(change: BlockChange, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'moved' ? change.moved : kindOfChange(change) === filter;
}
