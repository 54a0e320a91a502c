import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { moment } from '../ui/times.ts';

/** What a revision is called: its name, else why it was made. */
export const titleOf = (revision: RevisionSummary): string => revision.name || say(`history.cause-${revision.cause}`);
/** `“Copy desk pass” · revision 12` as a heading names it. */
export const headingOf = (revision: RevisionSummary): string =>
  `${revision.name ? say('history.quoted', { name: revision.name }) : say(`history.cause-${revision.cause}`)} · ${say('history.revision', { number: revision.sequence }).toLowerCase()}`;
export const aboutOf = (revision: RevisionSummary): string => [moment(Date.parse(revision.time.instant), revision.time.zone), revision.author.name].filter((part) => part !== '').join(' · ');
