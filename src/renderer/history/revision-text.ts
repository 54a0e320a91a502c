import type { Time } from '../../article/metadata.ts';
import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { moment } from '../ui/times.ts';

/** What a revision is called: its name, else why it was made. */
export const titleOf = (revision: RevisionSummary): string => revision.name || say(`history.cause-${revision.cause}`);
export const timeText = ({ instant, zone }: Time): string => moment(Date.parse(instant), zone);
export const aboutOf = (revision: RevisionSummary): string => [timeText(revision.time), revision.author.name].filter((part) => part !== '').join(' · ');
