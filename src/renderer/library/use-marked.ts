import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/result.ts';
import { readRows, type Search } from './listing.ts';

export interface Marked {
  readonly rows: ReadonlyMap<string, ArticleSummary>;
  readonly toggle: (row: ArticleSummary, index: number) => void;
  /** Marks everything from the row marked last to this one. */
  readonly extendTo: (search: Search, index: number) => void;
  readonly all: (search: Search, total: number) => void;
  readonly clear: () => void;
}

/** Articles of the library chosen together. They stay chosen while one searches on, so that a choice can be gathered. */
export function useMarked(onError: (error: AppError) => void): Marked {
  const [rows, setRows] = useState<ReadonlyMap<string, ArticleSummary>>(new Map());
  const anchor = useRef(0);
  const add = useCallback(
    async (search: Search, first: number, last: number) => {
      const read = await readRows(search, first, last);
      if (!read.ok) return onError(read.error);
      setRows((before) => new Map([...before, ...read.value.filter(({ trashedAtMs }) => trashedAtMs === null).map((row) => [row.id, row] as const)]));
    },
    [onError],
  );
  return useMemo<Marked>(
    () => ({
      rows,
      toggle: (row, index) => {
        anchor.current = index;
        if (row.trashedAtMs !== null) return;
        setRows((before) => {
          const after = new Map(before);
          if (!after.delete(row.id)) after.set(row.id, row);
          return after;
        });
      },
      extendTo: (search, index) => void add(search, Math.min(anchor.current, index), Math.max(anchor.current, index)),
      all: (search, total) => void add(search, 0, total - 1),
      clear: () => setRows(new Map()),
    }),
    [rows, add],
  );
}

/** Keys of a list in which several rows can be chosen, as file managers have them. */
export type MarkKey = 'toggle' | 'extend-up' | 'extend-down' | 'all' | 'clear';

export function markKeyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): MarkKey | null {
  if (altKey) return null;
  if (key === ' ' && ctrlKey) return 'toggle';
  if (key === 'ArrowUp' && shiftKey) return 'extend-up';
  if (key === 'ArrowDown' && shiftKey) return 'extend-down';
  if (key.toLowerCase() === 'a' && (ctrlKey || metaKey) && !shiftKey) return 'all';
  return key === 'Escape' ? 'clear' : null;
}
