import type { ReactNode } from 'react';
import type { SlotDefinition } from '../../article/newsroom/ad-slots.ts';
import { say } from '../../language/index.ts';
import { writeSizes } from '../ui/ad-sizes.ts';
import { AdSlotForm } from '../ui/ad-slot-form.tsx';
import { Button } from '../ui/button.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

const fresh = (taken: readonly SlotDefinition[]): SlotDefinition => {
  let number = taken.length + 1;
  while (taken.some(({ slotId }) => slotId === `ad-${number}`)) number += 1;
  return { slotId: `ad-${number}`, unit: '', sizes: [[300, 250]], mapping: [], label: 'Advertisement', targeting: {}, reserve: 250, collapse: false };
};

function errorOf(slots: readonly SlotDefinition[]): string {
  if (slots.some(({ slotId }) => slotId.trim() === '')) return say('settings.adSlotNameless');
  const twice = slots.find(({ slotId }, index) => slots.findIndex((one) => one.slotId.trim() === slotId.trim()) !== index);
  return twice ? say('settings.adSlotTwice', { slotId: twice.slotId }) : '';
}

/** The ad slots that articles pick from. */
function AdSlots({ settings, set }: SectionProps): ReactNode {
  const slots = useKeptList(settings.newsroom.adSlots, errorOf, (adSlots) => set({ newsroom: { ...settings.newsroom, adSlots: [...adSlots] } }));
  return (
    <div className="settings-fields" onBlur={slots.onBlur}>
      <p>{say('settings.adSlotsAbout')}</p>
      {slots.items.length === 0 ? <p>{say('settings.adSlotsNone')}</p> : null}
      {slots.items.map((slot, index) => (
        // A slot's id is typed here: its place is what it is known by.
        <details key={index} className="settings-row">
          <summary><b>{slot.slotId}</b> <span>{writeSizes(slot.sizes)}</span></summary>
          <AdSlotForm attrs={slot} onPatch={(patch) => slots.change(index, { ...slot, ...patch })} />
          <label className="settings-check">
            <input type="checkbox" checked={slot.collapse} onChange={(event) => slots.change(index, { ...slot, collapse: event.target.checked })} />
            {say('settings.adSlotCollapse')}
          </label>
          <Button small onClick={() => slots.set(slots.items.filter((_, at) => at !== index))}>{say('settings.adSlotRemove', { slotId: slot.slotId })}</Button>
        </details>
      ))}
      {slots.error ? <p className="field-error" role="alert">{slots.error}</p> : null}
      <div><Button small onClick={() => slots.set([...slots.items, fresh(slots.items)])}>{say('settings.adSlotAdd')}</Button></div>
    </div>
  );
}

export const adSlotsSection: Section = { title: 'settings.adSlots', View: AdSlots };
