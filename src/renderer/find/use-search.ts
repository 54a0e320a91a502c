import { useEffect, useRef, useState } from 'react';
import type { FindQuery } from '../../article/find/index.ts';
import type { FoundArticle, FoundPage } from '../../ipc/everywhere.ts';
import type { Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';

/** How far a search through all articles is. */
export interface Search {
  readonly rows: readonly FoundArticle[];
  readonly hits: number;
  readonly looked: number;
  readonly total: number;
  readonly unreadable: readonly string[];
  /** There are more hits than are listed. */
  readonly isCut: boolean;
  readonly isRunning: boolean;
  readonly isStopped: boolean;
  /** Why it ended early; '' where it did not. */
  readonly fault: string;
}

export interface Searching {
  /** null before a search, and when what was searched for has changed. */
  readonly search: Search | null;
  readonly start: (query: FindQuery) => Promise<void>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** More hits than anyone reads, and what a window shows without effort. */
const mostListed = 5000;
const begun: Search = { rows: [], hits: 0, looked: 0, total: 0, unreadable: [], isCut: false, isRunning: true, isStopped: false, fault: '' };

function withPage(search: Search, { rows, unreadable, looked, total, isCut, next }: FoundPage): Search {
  const hits = search.hits + rows.reduce((sum, row) => sum + row.hits.length, 0);
  return { ...search, rows: [...search.rows, ...rows], unreadable: [...search.unreadable, ...unreadable], looked: search.looked + looked, total, hits, isCut: isCut || (hits >= mostListed && next !== null) };
}

/** Looks through all articles, part by part, so that it can be seen and stopped. `onBefore`: what is on the page is saved first. */
export function useSearch(onBefore: () => Promise<boolean>): Searching {
  const [search, setSearch] = useState<Search | null>(null);
  /** Each search has a number of its own: an answer to an earlier one is nobody's. */
  const running = useRef(0);
  const end = (): void => {
    running.current += 1;
    void call('everywhere.stop', null);
  };
  useEffect(() => end, []);
  const start = async (query: FindQuery): Promise<void> => {
    running.current += 1;
    const mine = running.current;
    if (!(await onBefore())) return setSearch({ ...begun, isRunning: false, fault: say('find.everywhereUnsaved') });
    let state = begun;
    let after: number | null = null;
    do {
      if (mine !== running.current) return;
      setSearch(state);
      const page: Result<FoundPage> = await call('everywhere.find', { query, after });
      if (mine !== running.current) return;
      if (!page.ok) return setSearch({ ...state, isRunning: false, fault: page.error.message });
      state = withPage(state, page.value);
      after = page.value.next;
    } while (after !== null && !state.isCut);
    setSearch({ ...state, isRunning: false });
    if (after !== null) void call('everywhere.stop', null);
  };
  return {
    search,
    start,
    stop: () => {
      end();
      setSearch((known) => known && { ...known, isRunning: false, isStopped: true });
    },
    clear: () => {
      end();
      setSearch(null);
    },
  };
}
