import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Place } from './place.ts';

/** Measures where something floats once the text stands; null until then, or while there is nothing to place. */
export function usePlace(sheet: RefObject<HTMLDivElement | null> | { readonly current: HTMLDivElement | null }, pos: number | null, measure: (sheet: HTMLElement, pos: number) => Place): Place | null {
  const [place, setPlace] = useState<(Place & { readonly pos: number }) | null>(null);
  useLayoutEffect(() => {
    const paper = sheet.current;
    if (pos === null || !paper || place?.pos === pos) return;
    // Only after the text is laid out is the place known.
    // oxlint-disable-next-line react/set-state-in-effect
    setPlace({ ...measure(paper, pos), pos });
  }, [sheet, pos, place, measure]);
  return pos !== null && place?.pos === pos ? place : null;
}
