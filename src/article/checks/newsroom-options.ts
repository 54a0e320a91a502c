import type { Newsroom } from '../newsroom/index.ts';
import type { ClockGap } from './clock-gap.ts';
import type { CheckOptions } from './finding.ts';

/** How the newsroom wants its articles checked: the same in the window, on the command line and at the gate. */
export function checkOptionsOf({ conventions, houseStyle, lineLength, rights, ruleLevels }: Newsroom, clockGap: ClockGap | null): CheckOptions {
  return { levels: ruleLevels, terms: houseStyle, lineLength, conventions, rights, clockGap };
}
