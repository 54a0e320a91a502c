import { useCallback, useEffect, useRef, useState } from 'react';
import type { RevisionSummary } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/result.ts';
import { call } from '../api.ts';

/** Revisions asked for at once; older ones follow as the list is scrolled. */
const pageSize = 100;

export interface Revisions {
  /** Newest first, as many as have been asked for; null until the first answer. */
  readonly rows: readonly RevisionSummary[] | null;
  readonly total: number;
  readonly more: () => void;
}

/** An article's revisions. `tick` changes whenever there may be a new one. */
export function useRevisions(articleId: string, tick: number, onError: (error: AppError) => void): Revisions {
  const [held, setHeld] = useState<{ readonly articleId: string; readonly rows: readonly RevisionSummary[]; readonly total: number } | null>(null);
  const generation = useRef(0);
  const busy = useRef(false);
  useEffect(() => {
    generation.current += 1;
    const mine = generation.current;
    busy.current = true;
    void call('revisions.list', { articleId, offset: 0, limit: pageSize }).then((result) => {
      if (mine !== generation.current) return;
      busy.current = false;
      if (result.ok) setHeld({ articleId, ...result.value });
      else onError(result.error);
    });
  }, [articleId, tick, onError]);
  const known = held?.articleId === articleId ? held : null;
  const count = known?.rows.length ?? 0;
  const total = known?.total ?? 0;
  const more = useCallback(() => {
    if (busy.current || count >= total) return;
    const mine = generation.current;
    busy.current = true;
    void call('revisions.list', { articleId, offset: count, limit: pageSize }).then((result) => {
      if (mine !== generation.current) return;
      busy.current = false;
      if (result.ok) setHeld((old) => old && { ...old, rows: [...old.rows, ...result.value.rows], total: result.value.total });
      else onError(result.error);
    });
  }, [articleId, count, total, onError]);
  return { rows: known?.rows ?? null, total, more };
}
