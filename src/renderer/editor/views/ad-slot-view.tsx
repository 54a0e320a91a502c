import type { BlockViewProps } from '../block-view.tsx';
import { type ReactNode, useState } from 'react';
import { say } from '../../../language/index.ts';
import { slotAttributes } from '../../../article/newsroom/ad-slots.ts';
import { writeSizes } from '../../ui/ad-sizes.ts';
import { AdSlotForm } from '../../ui/ad-slot-form.tsx';
import { Button } from '../../ui/button.tsx';
import { useNewsroom } from '../../ui/newsroom.ts';
import { placeAdsEvent } from '../../ui/place-ads-event.ts';
import { attributesOf, BlockFrame, usePatch } from './block-frame.tsx';

/** Least height of an ad slot's card, pixels: its two lines and their air. */
const leastCardHeight = 92;

export function AdSlotView(view: BlockViewProps): ReactNode {
  const attrs = attributesOf(view, 'adSlot');
  const [open, setOpen] = useState(false);
  const editable = view.editor.isEditable;
  const facts = [
    attrs.slotId || say('editor.adNoSlot'),
    attrs.sizes.length > 0 ? writeSizes(attrs.sizes) : say('editor.adNoSizes'),
    ...(attrs.mapping.length > 0 ? [say('editor.adMapped', { count: attrs.mapping.length })] : []),
    ...(Object.keys(attrs.targeting).length > 0 ? [say('editor.adTargeted', { count: Object.keys(attrs.targeting).length })] : []),
    attrs.reserve === null ? say('editor.adNothingKept') : say('editor.adKept', { reserve: attrs.reserve }),
  ];
  return (
    <BlockFrame name="adSlot" view={view} className="ad-slot">
      <div contentEditable={false} className="ad-card" style={{ minHeight: Math.max(leastCardHeight, open ? 0 : (attrs.reserve ?? 0)) }}>
        <b className="ad-label">{attrs.label}</b>
        <span className="ad-facts">{facts.join(' · ')}</span>
        {editable ? <button type="button" className="btn quiet small card-edit" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? say('editor.done') : say('editor.editAdSlot')}</button> : null}
        {open && editable ? <SlotOfBlock view={view} /> : null}
      </div>
    </BlockFrame>
  );
}

/** The block's own fields; one of the newsroom's slots fills them all. */
function SlotOfBlock({ view }: { readonly view: BlockViewProps }): ReactNode {
  const attrs = attributesOf(view, 'adSlot');
  const patch = usePatch(view, 'adSlot');
  const { adSlots } = useNewsroom();
  const [picked, setPicked] = useState(0);
  const pick = (slotId: string): void => {
    const slot = adSlots.find((one) => one.slotId === slotId);
    if (!slot) return;
    patch(slotAttributes(slot));
    // The fields show what was picked, whatever was half typed in them.
    setPicked(picked + 1);
  };
  return (
    <AdSlotForm key={picked} attrs={attrs} onPatch={patch}>
      <div className="slot-choice">
        {adSlots.length > 0 ? (
          <label className="entry">
            <span>{say('editor.adPick')}</span>
            <select className="input" value={adSlots.some(({ slotId }) => slotId === attrs.slotId) ? attrs.slotId : ''} onChange={(event) => pick(event.target.value)}>
              <option value="">{say('editor.adOwn')}</option>
              {adSlots.map(({ slotId, sizes }) => <option key={slotId} value={slotId}>{say('editor.adChoice', { slotId, sizes: writeSizes(sizes) })}</option>)}
            </select>
          </label>
        ) : null}
        <Button small onClick={() => document.dispatchEvent(new Event(placeAdsEvent))}>{say('ads.open')}</Button>
      </div>
    </AdSlotForm>
  );
}
