import type { ReactNode } from 'react';
import { AdsGroup, DatelineGroup, EmbargoGroup, LengthGroup, NotesGroup, RightsGroup } from './desk-groups.tsx';
import type { GroupProps } from './parts.tsx';
import { CorrectionsGroup, SubjectsGroup } from './record-groups.tsx';
import { ChannelsGroup, StoryGroup, TimesGroup } from './story-groups.tsx';

/** Every metadata field in fitting inputs. What may never leave with a publication says so. */
export function DetailsPanel(props: GroupProps): ReactNode {
  return (
    <>
      <StoryGroup {...props} />
      <TimesGroup {...props} />
      <EmbargoGroup {...props} />
      <DatelineGroup {...props} />
      <LengthGroup {...props} />
      <ChannelsGroup {...props} />
      <SubjectsGroup {...props} />
      <CorrectionsGroup {...props} />
      <RightsGroup {...props} />
      <AdsGroup {...props} />
      <NotesGroup {...props} />
    </>
  );
}
