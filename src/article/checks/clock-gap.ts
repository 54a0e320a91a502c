/**
 * A computer's clock can be wrong. When it stands far ahead of the newest time that was seen, nobody can say whether time has
 * passed or the clock has leapt: what ends in between is not over until somebody says that the clock is right. What a computer
 * counts since it was started, sleep included, is proof of time that has passed: a weekend with the lid shut is none in doubt.
 */

/** RFC 3339 instants: the newest time seen, and what the clock said next. */
export interface ClockGap {
  readonly from: string;
  readonly to: string;
}

/** One look at the clock: what it says, and for how many seconds the computer has been up; null where that was not noted. */
export interface ClockLook {
  readonly at: string;
  readonly upSeconds: number | null;
}

/** A clock that moves on by more than this without proof while Galley is closed is doubted, milliseconds. Nights are shorter. */
const longestNight = 24 * 60 * 60 * 1000;
/** The same while Galley runs, where a computer cannot have been started anew in between. */
const longestDrift = 5 * 60 * 1000;

/**
 * The gap after another look at the clock.
 * @param seen the look before, null where there is none
 * @param known a gap that nobody has settled yet; it grows
 * @param isOneRun whether both looks are of one run of Galley
 */
export function gapAfter(seen: ClockLook | null, look: ClockLook, known: ClockGap | null, isOneRun: boolean): ClockGap | null {
  if (seen === null || Date.parse(look.at) - Date.parse(seen.at) - provenMs(seen, look) <= (isOneRun ? longestDrift : longestNight)) return known;
  const from = known && Date.parse(known.from) < Date.parse(seen.at) ? known.from : seen.at;
  return { from, to: known && Date.parse(known.to) > Date.parse(look.at) ? known.to : look.at };
}

/** Time that has passed for sure. A computer that was started anew in between has been up for less than what has passed since, so this is never too much. */
function provenMs(seen: ClockLook, look: ClockLook): number {
  return seen.upSeconds === null || look.upSeconds === null ? 0 : Math.max(0, look.upSeconds - seen.upSeconds) * 1000;
}

/** True for an instant of which nobody knows whether it has come. */
export const isInGap = (instant: string, gap: ClockGap | null): boolean => gap !== null && Date.parse(instant) > Date.parse(gap.from) && Date.parse(instant) <= Date.parse(gap.to);
