/** What readers are told of a change to an article they may have read already. */
import type { Metadata } from './metadata.ts';

const minuteInMs = 60_000;

/** The notes that say something: one that was begun and has no words yet is nothing for readers. */
export const writtenCorrections = ({ corrections }: Pick<Metadata, 'corrections'>): Metadata['corrections'] => corrections.filter(({ text }) => text.trim() !== '');

/**
 * Whether a note says what was changed since an instant. Notes are written to the minute, so one of the same minute counts.
 * @param since RFC 3339
 */
export function isExplained(metadata: Pick<Metadata, 'corrections'>, since: string): boolean {
  const minute = Math.floor(Date.parse(since) / minuteInMs);
  return writtenCorrections(metadata).some(({ at }) => Math.floor(Date.parse(at.instant) / minuteInMs) >= minute);
}
