import type { BackupReason } from './backup-manifest.ts';

/** What rotation looks at; the list is newest first, by number: the clock may have gone back. */
export interface Kept {
  readonly id: string;
  readonly takenAtMs: number;
  readonly reason: BackupReason;
}

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const mostHours = 24;
const mostDays = 30;
/** The last ones stay in any case: who backs up twice in an hour wants both. */
const mostRecent = 3;
/** Backups from before a migration or a restore: what undoes one of those must not go because of much work afterwards. */
const mostSpecial = 10;

/**
 * Ids that may be dropped: all but the last three, the newest of each of the last 24 hours of work, of each of the last 30 days of work,
 * and the ten last ones from before a migration or a restore. Only good backups belong into the list.
 */
export function superseded(newestFirst: readonly Kept[]): readonly string[] {
  const hours = new Set<number>();
  const days = new Set<number>();
  let special = 0;
  return newestFirst.flatMap(({ id, takenAtMs, reason }, index) => {
    const ofHour = isFirst(hours, Math.floor(takenAtMs / hourMs), mostHours);
    const ofDay = isFirst(days, Math.floor(takenAtMs / dayMs), mostDays);
    const isSpecial = (reason === 'migration' || reason === 'restore') && (special += 1) <= mostSpecial;
    return index < mostRecent || ofHour || ofDay || isSpecial ? [] : [id];
  });
}

function isFirst(seen: Set<number>, period: number, most: number): boolean {
  if (seen.has(period) || seen.size >= most) return false;
  seen.add(period);
  return true;
}
