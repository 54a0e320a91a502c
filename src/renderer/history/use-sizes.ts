import { useEffect, useRef, useState } from 'react';
import type { ComparisonSummary } from '../../article/compare/index.ts';
import { call } from '../api.ts';

/** How much each of some revisions changed. Asked for one after the other, and only what is in sight, so that storage is never kept from saving. */
export function useSizes(articleId: string, visible: readonly string[]): ReadonlyMap<string, ComparisonSummary> {
  const [sizes, setSizes] = useState<ReadonlyMap<string, ComparisonSummary>>(new Map());
  const asked = useRef(new Set<string>());
  const key = visible.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const next = async (): Promise<void> => {
      for (const revisionId of key.split(' ')) {
        if (!isCurrent) return;
        if (revisionId === '' || asked.current.has(revisionId)) continue;
        asked.current.add(revisionId);
        const result = await call('revisions.size', { articleId, revisionId });
        if (result.ok) setSizes((old) => new Map([...old, [revisionId, result.value]]));
      }
    };
    // Not while the list is being scrolled.
    const timer = setTimeout(() => void next(), 120);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [articleId, key]);
  return sizes;
}
