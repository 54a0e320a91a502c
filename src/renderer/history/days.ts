import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { day } from '../ui/times.ts';

const days = new WeakMap<RevisionSummary, string>();

/** The day of a revision, in its own zone. */
export function dayOf(revision: RevisionSummary): string {
  let known = days.get(revision);
  if (known === undefined) days.set(revision, (known = day(Date.parse(revision.time.instant), revision.time.zone)));
  return known;
}

/** `Today, 3 March 2024` */
export function dayTitle(revision: RevisionSummary, nowMs: number, zone: string): string {
  const its = dayOf(revision);
  if (its === day(nowMs, zone)) return say('history.today', { day: its });
  return its === day(nowMs - 86_400_000, zone) ? say('history.yesterday', { day: its }) : its;
}
