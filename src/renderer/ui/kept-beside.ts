import { useEffect } from 'react';

type Flush = () => Promise<boolean>;

const beside = new Set<Flush>();

/** What is written beside the page is kept before an article or the window is left. @param flush true when the store has everything */
export function useKeptBeside(flush: Flush): void {
  useEffect(() => {
    beside.add(flush);
    return () => void beside.delete(flush);
  }, [flush]);
}

/** @returns true when the store has everything that is written beside the page */
export async function keepBeside(): Promise<boolean> {
  const kept = await Promise.all([...beside].map((flush) => flush()));
  return kept.every(Boolean);
}
