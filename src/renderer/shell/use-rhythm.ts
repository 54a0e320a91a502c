import { useCallback, useEffect, useRef } from 'react';

/** A pause that makes a revision, milliseconds (DESIGN section 4). */
const pauseMs = 30_000;
/** Typing without a pause makes one this often, milliseconds. */
const continuousMs = 300_000;

/** Calls `make` after a pause in typing, and every five minutes of typing without one. @returns call it on every change */
export function useRhythm(make: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const since = useRef(0);
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  }, [make]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return useCallback(() => {
    const now = performance.now();
    if (timer.current === null) since.current = now;
    else clearTimeout(timer.current);
    const wait = Math.max(0, Math.min(pauseMs, since.current + continuousMs - now));
    timer.current = setTimeout(() => {
      timer.current = null;
      latest.current();
    }, wait);
  }, []);
}
