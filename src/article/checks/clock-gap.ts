/**
 * A computer's clock can be wrong. When it stands far ahead of the newest time that was seen, nobody can say whether time has
 * passed or the clock has leapt: what ends in between is not over until somebody says that the clock is right.
 */

/** RFC 3339 instants: the newest time seen, and what the clock said next. */
export interface ClockGap {
  readonly from: string;
  readonly to: string;
}

/** A clock that moves on by more than this between two looks is doubted, milliseconds. Nights and naps of a laptop are shorter. */
const longestNap = 24 * 60 * 60 * 1000;

/**
 * The gap after another look at the clock.
 * @param seen the newest time seen before, '' where there is none
 * @param known a gap that nobody has settled yet; it grows
 */
export function gapAfter(seen: string, now: string, known: ClockGap | null): ClockGap | null {
  if (seen === '' || Date.parse(now) - Date.parse(seen) <= longestNap) return known;
  const from = known && Date.parse(known.from) < Date.parse(seen) ? known.from : seen;
  return { from, to: known && Date.parse(known.to) > Date.parse(now) ? known.to : now };
}

/** True for an instant of which nobody knows whether it has come. */
export const isInGap = (instant: string, gap: ClockGap | null): boolean => gap !== null && Date.parse(instant) > Date.parse(gap.from) && Date.parse(instant) <= Date.parse(gap.to);
