import { useCallback, useEffect, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { BetweenKeys } from '../editor/between-keys.ts';

/** Quiet after the last key before the panels look at the text again, milliseconds. */
const quietMs = 400;
/** While someone types without a pause the panels still follow, this often at most, milliseconds. */
const longestMs = 3000;

export interface Snapshot {
  readonly article: Article;
  /** Cheap; called on every change of the document. */
  readonly touch: () => void;
  /** Takes the article as it stands, now. */
  readonly refresh: () => void;
}

/** The open article as the panels see it: read off the typing path, when the window is idle. */
export function useSnapshot(opened: Article, read: () => Article | null): Snapshot {
  const [article, set] = useState(opened);
  const soon = useRef<BetweenKeys | null>(null);
  const latestRead = useRef(read);
  useEffect(() => {
    latestRead.current = read;
  }, [read]);
  const refresh = useCallback(() => {
    const current = latestRead.current();
    if (current) set(current);
  }, []);
  const touch = useCallback(() => {
    soon.current ??= new BetweenKeys(() => requestIdleCallback(refresh, { timeout: 1000 }), { restMs: quietMs, latestMs: longestMs });
    soon.current.key();
  }, [refresh]);
  useEffect(() => () => soon.current?.stop(), []);
  return { article, touch, refresh };
}
