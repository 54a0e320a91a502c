import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleSummary, ListAnswer, ListRequest } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/result.ts';
import { call } from '../api.ts';

export type Search = Pick<ListRequest, 'query' | 'filter' | 'sort'>;

/** Rows asked for at once: two screens, so that a page of scrolling costs one call. */
const pageSize = 60;
/** Wait after a key before searching, milliseconds: short enough to feel like typing, long enough to skip keys of a burst. */
const debounceMs = 40;

interface Listing {
  readonly askedAtMs: number;
  readonly total: number;
  readonly counts: ListAnswer['counts'] | null;
  readonly pages: ReadonlyMap<number, readonly ArticleSummary[]>;
}

export interface Rows {
  /** When the rows were read: what “today” means for their times. */
  readonly askedAtMs: number;
  /** null until the first answer. */
  readonly total: number | null;
  readonly counts: ListAnswer['counts'] | null;
  readonly at: (index: number) => ArticleSummary | null;
  /** Asks for the pages of these rows where they are not there yet. */
  readonly want: (first: number, last: number) => void;
}

/** The library's rows, page by page. An answer to an older question is dropped; rows stay on screen until newer ones arrive. */
export function useRows(search: Search, tick: number, onError: (error: AppError) => void): Rows {
  const [listing, setListing] = useState<Listing | null>(null);
  const generation = useRef(0);
  const asked = useRef(new Set<number>());
  const lastQuery = useRef(search.query);
  const lastSearch = useRef(search);

  const ask = useCallback(
    async (page: number, keep: boolean) => {
      const mine = generation.current;
      asked.current.add(page);
      const result = await call('articles.list', { ...search, offset: page * pageSize, limit: pageSize });
      if (mine !== generation.current) return;
      if (!result.ok) {
        asked.current.delete(page);
        onError(result.error);
        return;
      }
      const { total, counts, rows } = result.value;
      const askedAtMs = Date.now();
      setListing((old) => ({ askedAtMs, total, counts, pages: new Map([...(keep && old ? old.pages : []), [page, rows]]) }));
    },
    [search, onError],
  );

  useEffect(() => {
    const typed = lastQuery.current !== search.query;
    const keep = lastSearch.current === search;
    lastQuery.current = search.query;
    lastSearch.current = search;
    generation.current += 1;
    asked.current.clear();
    const timer = setTimeout(() => void ask(0, keep), typed ? debounceMs : 0);
    return () => clearTimeout(timer);
  }, [search, tick, ask]);

  const want = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) {
        if (page > 0 && !asked.current.has(page)) void ask(page, true);
      }
    },
    [ask],
  );
  const at = useCallback((index: number) => listing?.pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null, [listing]);
  return { askedAtMs: listing?.askedAtMs ?? 0, total: listing?.total ?? null, counts: listing?.counts ?? null, at, want };
}
