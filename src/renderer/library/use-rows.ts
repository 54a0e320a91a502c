import { useEffect, useState } from 'react';
import type { ArticleCounts } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/result.ts';
import { call } from '../api.ts';
import { Lister, type Listing, type Search } from './listing.ts';

interface Source {
  readonly search: Search;
  /** Changes whenever the list should be asked for again. */
  readonly tick: number;
  readonly onError: (error: AppError) => void;
}

export interface Rows {
  /** null until the first answer. */
  readonly listing: Listing | null;
  readonly counts: ArticleCounts | null;
  /** Asks for the pages of these rows where they are not there yet. */
  readonly want: (first: number, last: number) => void;
}

/** The library's rows and the counts of its filters, asked for again whenever the search or the library changes. */
export function useRows({ search, tick, onError }: Source): Rows {
  const [listing, setListing] = useState<Listing | null>(null);
  const [lister] = useState(() => new Lister({ onListing: setListing, onError }));
  const [want] = useState(() => (first: number, last: number) => lister.want(first, last));
  useEffect(() => void lister.ask(search), [lister, search, tick]);
  return { listing, counts: useCounts(tick, onError), want };
}

function useCounts(tick: number, onError: (error: AppError) => void): ArticleCounts | null {
  const [counts, setCounts] = useState<ArticleCounts | null>(null);
  useEffect(() => {
    const current = { isNewest: true };
    void call('articles.counts', null).then((result) => {
      if (!result.ok) onError(result.error);
      else if (current.isNewest) setCounts(result.value);
    });
    return () => {
      current.isNewest = false;
    };
  }, [tick, onError]);
  return counts;
}
