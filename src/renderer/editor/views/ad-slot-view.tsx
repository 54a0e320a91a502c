import type { ReactNodeViewProps } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { say } from '../../../language/index.ts';
import { readReserve, readSizes, usualSizes, writeSizes } from '../ad-sizes.ts';
import { MappingForm, TargetingForm } from './ad-slot-rows.tsx';
import { attributesOf, BlockFrame, Entry, usePatch } from './block-frame.tsx';

/** Least height of an ad slot's card, pixels: its two lines and their air. */
const leastCardHeight = 92;

export function AdSlotView(view: ReactNodeViewProps): ReactNode {
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
        {open && editable ? <AdSlotForm view={view} /> : null}
      </div>
    </BlockFrame>
  );
}

function AdSlotForm({ view }: { readonly view: ReactNodeViewProps }): ReactNode {
  const attrs = attributesOf(view, 'adSlot');
  const patch = usePatch(view, 'adSlot');
  const [sizes, setSizes] = useState(() => writeSizes(attrs.sizes));
  const chooseSize = (size: readonly [number, number]): void => {
    const isThere = attrs.sizes.some(([width, height]) => width === size[0] && height === size[1]);
    const next = isThere ? attrs.sizes.filter(([width, height]) => width !== size[0] || height !== size[1]) : [...attrs.sizes, [size[0], size[1]] satisfies [number, number]];
    setSizes(writeSizes(next));
    patch({ sizes: next });
  };
  const [reserve, setReserve] = useState(() => (attrs.reserve === null ? '' : String(attrs.reserve)));
  const parsed = readSizes(sizes);
  const kept = readReserve(reserve);
  return (
    <div className="block-form">
      <Entry label={say('editor.slotId')} value={attrs.slotId} onText={(slotId) => patch({ slotId })} />
      <Entry label={say('editor.adLabel')} value={attrs.label} onText={(label) => patch({ label })} />
      <Entry label={say('editor.adSizes')} value={sizes} placeholder="300×250, 320×50" aria-invalid={parsed === null} onText={(text) => {
        setSizes(text);
        const read = readSizes(text);
        if (read) patch({ sizes: read });
      }} />
      <Entry label={say('editor.adReserve')} value={reserve} inputMode="numeric" placeholder="250" aria-invalid={kept === undefined} onText={(text) => {
        setReserve(text);
        const read = readReserve(text);
        if (read !== undefined) patch({ reserve: read });
      }} />
      <Entry label={say('editor.adUnit')} value={attrs.unit} onText={(unit) => patch({ unit })} />
      <div className="size-choices" role="group" aria-label={say('editor.adUsualSizes')}>
        {usualSizes.map((size) => (
          <button key={writeSizes([size])} type="button" className="btn small" aria-pressed={attrs.sizes.some(([width, height]) => width === size[0] && height === size[1])} onClick={() => chooseSize(size)}>{writeSizes([size])}</button>
        ))}
      </div>
      <MappingForm mapping={attrs.mapping} onMapping={(mapping) => patch({ mapping })} />
      <TargetingForm targeting={attrs.targeting} onTargeting={(targeting) => patch({ targeting })} />
    </div>
  );
}
