import { useCallback, useEffect, useRef, useState } from 'react';
import type { RevisionFilter, RevisionSummary } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/result.ts';
import { call } from '../api.ts';

/** Revisions asked for at once; older ones follow as the list is scrolled. */
const pageSize = 100;

export interface Revisions {
  /** Newest first, as many as have been asked for; null until the first answer. */
  readonly rows: readonly RevisionSummary[] | null;
  readonly total: number;
  /** Everyone who made a revision of it. */
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly more: () => void;
}

interface Asked {
  readonly articleId: string;
  /** Changes whenever there may be a new one. */
  readonly tick: number;
  readonly filter: RevisionFilter;
  readonly onError: (error: AppError) => void;
}
type Held = Pick<Revisions, 'total' | 'authors'> & { readonly articleId: string; readonly filter: RevisionFilter; readonly rows: readonly RevisionSummary[] };

/** An article's revisions. */
export function useRevisions({ articleId, tick, filter, onError }: Asked): Revisions {
  const [held, setHeld] = useState<Held | null>(null);
  const generation = useRef(0);
  const busy = useRef(false);
  useEffect(() => {
    generation.current += 1;
    const mine = generation.current;
    busy.current = true;
    void call('revisions.list', { articleId, offset: 0, limit: pageSize, filter }).then((result) => {
      if (mine !== generation.current) return;
      busy.current = false;
      if (result.ok) setHeld({ articleId, filter, ...result.value });
      else onError(result.error);
    });
  }, [articleId, tick, filter, onError]);
  const known = held?.articleId === articleId && held.filter === filter ? held : null;
  const count = known?.rows.length ?? 0;
  const total = known?.total ?? 0;
  const more = useCallback(() => {
    if (busy.current || count >= total) return;
    const mine = generation.current;
    busy.current = true;
    void call('revisions.list', { articleId, offset: count, limit: pageSize, filter }).then((result) => {
      if (mine !== generation.current) return;
      busy.current = false;
      if (result.ok) setHeld((old) => old && { ...old, rows: [...old.rows, ...result.value.rows], total: result.value.total });
      else onError(result.error);
    });
  }, [articleId, count, total, filter, onError]);
  return { rows: known?.rows ?? null, authors: held?.authors ?? [], total, more };
}
