/** What readers are told of a change to an article they may have read already. */
import type { Metadata } from './metadata.ts';

const minuteInMs = 60_000;

/**
 * Whether a note says what was changed since an instant. Notes are written to the minute, so one of the same minute counts.
 * @param since RFC 3339
 */
export function isExplained({ corrections }: Pick<Metadata, 'corrections'>, since: string): boolean {
  const minute = Math.floor(Date.parse(since) / minuteInMs);
  return corrections.some(({ at, text }) => text.trim() !== '' && Math.floor(Date.parse(at.instant) / minuteInMs) >= minute);
}
