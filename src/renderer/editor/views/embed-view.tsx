/** Something embedded, as a card that loads nothing. */
import type { BlockViewProps } from '../block-view.tsx';
import { type ReactNode, useState } from 'react';
import { safeAddress } from '../../../article/address.ts';
import { say } from '../../../language/index.ts';
import { attributesOf, BlockFrame, usePatch } from './block-frame.tsx';
import { Entry } from '../../ui/entry.tsx';

export function EmbedView(view: BlockViewProps): ReactNode {
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
