/** Cards in the text: an ad slot and an embed. Both load nothing. */
import type { ReactNodeViewProps } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { safeAddress } from '../../../article/address.ts';
import { say } from '../../../language/index.ts';
import { readReserve, readSizes, writeSizes } from '../ad-sizes.ts';
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
    </div>
  );
}

export function EmbedView(view: ReactNodeViewProps): ReactNode {
  const attrs = attributesOf(view, 'embed');
  const patch = usePatch(view, 'embed');
  const editable = view.editor.isEditable;
  const [open, setOpen] = useState(attrs.url === '');
  const [url, setUrl] = useState(attrs.url);
  const isBad = url !== '' && safeAddress(url) === null;
  return (
    <BlockFrame name="embed" view={view} className="embed">
      <div contentEditable={false} className="embed-card">
        <span className="embed-kind">{attrs.provider || say('editor.embed')}</span>
        <b>{attrs.title || (attrs.url ? attrs.url : say('editor.embedEmpty'))}</b>
        {attrs.title && attrs.url ? <span className="embed-url">{attrs.url}</span> : null}
        {attrs.fallback ? <span>{attrs.fallback}</span> : null}
        {editable ? <button type="button" className="btn quiet small card-edit" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? say('editor.done') : say('editor.editEmbed')}</button> : null}
        {open && editable ? (
          <div className="block-form">
            <Entry label={say('editor.embedUrl')} type="url" value={url} aria-invalid={isBad} placeholder="https://" onText={(text) => {
              setUrl(text);
              const safe = safeAddress(text);
              if (safe !== null || text === '') patch({ url: safe ?? '' });
            }} />
            {isBad ? <span className="field-error">{say('editor.badAddress')}</span> : null}
            <Entry label={say('editor.embedTitle')} value={attrs.title} onText={(title) => patch({ title })} />
            <Entry label={say('editor.embedProvider')} value={attrs.provider} onText={(provider) => patch({ provider })} />
            <Entry label={say('editor.embedFallback')} value={attrs.fallback} onText={(fallback) => patch({ fallback })} />
          </div>
        ) : null}
      </div>
    </BlockFrame>
  );
}
