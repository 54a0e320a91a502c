import { type ReactNode, useEffect, useState } from 'react';
import { isEmbargoed } from '../../article/checks/index.ts';
import type { Metadata } from '../../article/metadata.ts';
import { displayTime } from '../../article/time.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import type { KnownSettings } from './settings.ts';

interface EmbargoBarProps {
  readonly metadata: Metadata;
  readonly settings: KnownSettings;
  /** The embargo is over: the checks look again. */
  readonly onOver: () => void;
  /** The person has seen that the computer's clock is right. */
  readonly onClockRight: () => void;
}

const minuteInMs = 60_000;

/** Says that nothing may go out and for how long still, while an embargo is in force or nobody knows whether it is. */
export function EmbargoBar({ metadata, settings: { clockGap }, onOver, onClockRight }: EmbargoBarProps): ReactNode {
  const [nowMs, setNowMs] = useState(() => Date.now());
  const until = metadata.embargo?.until;
  const isInForce = isEmbargoed({ metadata }, new Date(nowMs).toISOString(), clockGap);
  useEffect(() => {
    if (until === undefined || until === 'indefinite') return;
    const endMs = Date.parse(until.instant);
    const look = (): void => {
      const previousMs = nowMs;
      setNowMs(Date.now());
      if (previousMs < endMs && Date.now() >= endMs) onOver();
    };
    // Each minute, at the end of the embargo, and at once where that has passed unseen.
    const leftMs = nowMs < endMs ? endMs - Date.now() : minuteInMs;
    const timer = setTimeout(look, Math.max(0, Math.min(minuteInMs, leftMs)));
    return () => clearTimeout(timer);
  }, [until, nowMs, onOver]);
  if (until === undefined || !isInForce) return null;
  const isDoubted = until !== 'indefinite' && Date.parse(until.instant) <= nowMs;
  const text = until === 'indefinite' ? say('library.embargoIndefinite') : isDoubted ? say('library.embargoDoubted', { until: displayTime(until, 'en') }) : say('library.embargoUntil', { until: displayTime(until, 'en'), left: leftText(Date.parse(until.instant) - nowMs) });
  return (
    <div className="ask-bar embargo" role="status" aria-label={say('details.embargo')}>
      <span>{text}</span>
      {isDoubted ? <Button small onClick={onClockRight}>{say('library.clockRight')}</Button> : null}
    </div>
  );
}

/** `2 days 3 hours`, `3 hours 20 minutes`, `5 minutes`. */
function leftText(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / minuteInMs));
  return say('library.embargoLeft', { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes >= 1440 ? 0 : minutes % 60 }).trim();
}
