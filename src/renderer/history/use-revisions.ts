import { useCallback, useEffect, useRef, useState } from 'react';
import type { RevisionFilter, RevisionSummary } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/result.ts';
import { call } from '../api.ts';

/** Revisions asked for at once: some screens, so that scrolling rarely waits. */
const pageSize = 100;

/** The revisions of an article, of which those are held that were in sight. */
export interface Revisions {
  /** null until the first answer. */
  readonly total: number | null;
  /** Everyone who made a revision of it. */
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  /** Newest first, by page. */
  readonly pages: ReadonlyMap<number, readonly RevisionSummary[]>;
  /** Asks for the pages of these revisions where they are not there yet. */
  readonly want: (first: number, last: number) => void;
}

interface Asked {
  readonly articleId: string;
  /** Changes whenever there may be a new one. */
  readonly tick: number;
  readonly filter: RevisionFilter;
  readonly onError: (error: AppError) => void;
}
type Held = Pick<Revisions, 'authors' | 'pages'> & { readonly total: number; readonly articleId: string; readonly filter: RevisionFilter };

/** The revision at a place of the list; null where its page is not there yet. */
export const revisionAt = (pages: Revisions['pages'], index: number): RevisionSummary | null => pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null;

/** An article's revisions, read as they come into sight; any of ten thousand is one call away. */
export function useRevisions({ articleId, tick, filter, onError }: Asked): Revisions {
  const [held, setHeld] = useState<Held | null>(null);
  const asked = useRef({ generation: 0, pages: new Set<number>() });
  const ask = useCallback(
    (page: number): void => {
      const { generation, pages } = asked.current;
      pages.add(page);
      void call('revisions.list', { articleId, offset: page * pageSize, limit: pageSize, filter }).then((result) => {
        if (generation !== asked.current.generation) return;
        if (!result.ok) return onError(result.error);
        const { total, authors, rows } = result.value;
        // Asked again, the list stays on screen until it is read anew.
        setHeld((old) => ({ articleId, filter, total, authors, pages: new Map([...(old?.articleId === articleId && old.filter === filter ? old.pages : []), [page, rows]]) }));
      });
    },
    [articleId, filter, onError],
  );
  useEffect(() => {
    asked.current = { generation: asked.current.generation + 1, pages: new Set() };
    ask(0);
  }, [ask, tick]);
  const want = useCallback(
    (first: number, last: number) => {
      for (let page = Math.max(0, Math.floor(first / pageSize)); page <= Math.floor(last / pageSize); page += 1) if (!asked.current.pages.has(page)) ask(page);
    },
    [ask],
  );
  const known = held?.articleId === articleId && held.filter === filter ? held : null;
  return { total: known?.total ?? null, authors: held?.authors ?? [], pages: known?.pages ?? nothing, want };
}
const nothing: Revisions['pages'] = new Map();
