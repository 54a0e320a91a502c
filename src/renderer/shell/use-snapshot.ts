import { useCallback, useEffect, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';

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
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const waitingSince = useRef(0);
  const latestRead = useRef(read);
  useEffect(() => {
    latestRead.current = read;
  }, [read]);
  const touch = useCallback(() => {
    const now = performance.now();
    if (timer.current === null) waitingSince.current = now;
    else if (now - waitingSince.current > longestMs) return;
    else clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      requestIdleCallback(
        () => {
          timer.current = null;
          const current = latestRead.current();
          if (current) set(current);
        },
        { timeout: 1000 },
      );
    }, quietMs);
  }, []);
  const refresh = useCallback(() => {
    const current = latestRead.current();
    if (current) set(current);
  }, []);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return { article, touch, refresh };
}
