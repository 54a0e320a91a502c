import type { Metadata } from '../metadata.ts';
import type { CopyDraft } from './copy-draft.ts';

/** What may stand between the label and the moment. */
const until = /^(?:(?:strictly\s+)?(?:not\s+)?(?:for\s+)?(?:release[ds]?|publication|publish(?:ed)?|use)?\s*)(?:until|till|to|before|at|on|after)?\b\s*:?\s*(?=\S)/iu;
const label = /^(?:strictly\s+)?(?:embargo(?:ed)?|not\s+for\s+(?:publication|release)(?=\s+(?:before|until))|hold\s+(?:for\s+release\s+)?(?=until))\b\s*:?\s*(?:(?:for\s+(?:release|publication)\s+)?(?:until|till|to|before)\b\s*:?\s*)?/iu;

/** "EMBARGOED UNTIL 06:00 GMT, 4 March 2024", "Not for publication before ...". */
export const isEmbargoLine = (line: string): boolean => line.length <= 160 && label.test(line) && (/\d/u.test(line) || /further notice|indefinite/iu.test(line));

/**
 * The embargo a line or field asks for. One that cannot be read as a moment holds until a person lifts it:
 * publishing too early cannot be taken back. Its words stay in the note.
 */
export function embargoOf(draft: CopyDraft, written: string): NonNullable<Metadata['embargo']> {
  const phrase = written.replace(label, '').replace(until, '').trim();
  const moment = draft.readTime(phrase);
  if (moment) return { until: moment, note: '' };
  return { until: 'indefinite', note: /^(?:indefinite(?:ly)?|until further notice|further notice)\.?$/iu.test(phrase) ? '' : written };
}
