import { say } from '../language/index.ts';
import type { RevisionSummary } from './contract.ts';

/** `“Copy desk pass” · revision 12` as a heading names it. */
export const revisionHeading = (revision: RevisionSummary): string =>
  `${revision.name ? say('history.quoted', { name: revision.name }) : say(`history.cause-${revision.cause}`)} · ${say('history.revision', { number: revision.sequence }).toLowerCase()}`;
