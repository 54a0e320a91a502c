import { uptime } from 'node:os';
import type { ClockGap } from '../article/checks/clock-gap.ts';
import type { Log } from './log.ts';
import type { SettingsFile } from './settings.ts';

const lookEveryMs = 60_000;

/**
 * Remembers the time, so that a clock that leaps ahead lifts no embargo unseen.
 * @param onChange hears of times that have come into doubt
 * @returns looks at once: for who is about to let something out
 */
export function watchClock(settings: SettingsFile, log: Log, onChange: (gap: ClockGap | null) => void): () => void {
  const look = (): void => {
    const before = settings.current.clockGap;
    settings.seeTime({ at: new Date().toISOString(), upSeconds: uptime() }).catch((error: unknown) => log('time not kept', error instanceof Error ? error.name : ''));
    // The look itself is done by now; only its being written is waited for.
    if (settings.current.clockGap !== before) onChange(settings.current.clockGap);
  };
  look();
  setInterval(look, lookEveryMs).unref();
  return look;
}
