import { type RefObject, useEffect, useRef, useState } from 'react';

/** Rows added at a time: some screens. */
const portion = 60;
/** How far below what is in sight rows are made ready, pixels. */
const ahead = 2000;

/**
 * How many of many rows are in the page: more are added as the end comes near. A comparison of a long rewritten text has
 * tens of thousands of marks, and nobody looks at them all at once.
 */
export function useGrowing(total: number, scroller: RefObject<HTMLElement | null>): { readonly count: number; readonly end: RefObject<HTMLDivElement | null> } {
  const [count, setCount] = useState(portion);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || count >= total) return;
    // Made anew with each portion: it tells at once where the end still is in sight.
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setCount(count + portion), { root: scroller.current, rootMargin: `0px 0px ${ahead}px 0px` });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count, total, scroller]);
  return { count, end };
}
