import { useEffect, useState } from 'react';

/** False until what is rendered now has been seen: for work that can wait until there is something to look at. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame's callbacks come before its paint, a task they start after it.
    const frame = requestAnimationFrame(() => { timer = setTimeout(() => setPainted(true)); });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
