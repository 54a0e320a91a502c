import { type ReactNode, useEffect, useRef } from 'react';
import { AdsGroup, DatelineGroup, EmbargoGroup, LengthGroup, NotesGroup, RightsGroup } from './desk-groups.tsx';
import type { GroupProps } from './parts.tsx';
import { CorrectionsGroup, SubjectsGroup } from './record-groups.tsx';
import { ChannelsGroup, StoryGroup, TimesGroup } from './story-groups.tsx';

/** A metadata field someone wants to be taken to; another object is another wish. */
export interface FieldWish {
  readonly field: string;
  readonly from?: number;
  readonly to?: number;
}

/** Every metadata field in fitting inputs. What may never leave with a publication says so. */
export function DetailsPanel({ wish, ...props }: GroupProps & { readonly wish: FieldWish | null }): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wish && panel.current) grant(panel.current, wish);
  }, [wish]);
  return (
    <div ref={panel}>
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
    </div>
  );
}

/** Unfolds the field's group, gives its first input the focus and selects the place in it. */
function grant(panel: HTMLElement, { field, from, to }: FieldWish): void {
  const place = panel.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const group = place?.closest('details');
  if (!place || !group) return;
  group.open = true;
  const input = place.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select');
  input?.focus();
  input?.scrollIntoView({ block: 'center' });
  if (from !== undefined && to !== undefined && (input instanceof HTMLTextAreaElement || (input instanceof HTMLInputElement && input.type === 'text'))) input.setSelectionRange(from, to);
}
