import { closeHistory } from '@tiptap/pm/history';
import type { BlockViewProps } from '../block-view.tsx';
import { type ReactNode, useState } from 'react';
import type { StoredImage } from '../../../article/article.ts';
import type { PictureText } from '../../../article/picture-facts.ts';
import type { Calls } from '../../../ipc/contract.ts';
import { type MessageKey, say } from '../../../language/index.ts';
import { call } from '../../api.ts';
import { useNotices } from '../../ui/notices.tsx';
import { PictureUses } from '../../ui/picture-uses.tsx';
import { attributesOf, usePatch } from './block-frame.tsx';
import { Entry } from '../../ui/entry.tsx';

interface ImageFormProps {
  readonly view: BlockViewProps;
  /** The picture's file as the store knows it; undefined while there is none. */
  readonly stored: StoredImage | undefined;
  readonly isFraming: boolean;
  readonly onFraming: (isFraming: boolean) => void;
}

/** What is said of a picture beside its caption: alt text in sight, the rest behind a button, with what its file says. */
export function ImageForm({ view, stored, isFraming, onFraming }: ImageFormProps): ReactNode {
  const attrs = attributesOf(view, 'image');
  const patch = usePatch(view, 'image');
  const [open, setOpen] = useState(false);
  return (
    <div className="image-form" contentEditable={false}>
      <div className="image-alt">
        <Entry label={say('editor.alt')} value={attrs.alt} disabled={attrs.decorative} placeholder={attrs.decorative ? say('editor.altNone') : say('editor.altPlaceholder')} onText={(alt) => patch({ alt })} />
        <label className="check"><input type="checkbox" checked={attrs.decorative} onChange={(event) => patch({ decorative: event.target.checked })} />{say('editor.decorative')}</label>
        {stored ? <button type="button" className="btn quiet small" aria-expanded={isFraming} onClick={() => onFraming(!isFraming)}>{say(isFraming ? 'editor.done' : 'editor.cropAndFocus')}</button> : null}
        <button type="button" className="btn quiet small" aria-expanded={open} onClick={() => setOpen(!open)}>{say('editor.more')}</button>
      </div>
      {open ? (
        <div className="block-form">
          <Entry label={say('editor.source')} value={attrs.source} onText={(source) => patch({ source })} />
          <Entry label={say('editor.copyright')} value={attrs.copyright} onText={(copyright) => patch({ copyright })} />
          <Entry label={say('editor.usageTerms')} value={attrs.usageTerms} onText={(usageTerms) => patch({ usageTerms })} />
          <Entry label={say('editor.longDescription')} value={attrs.longDescription} onText={(longDescription) => patch({ longDescription })} />
          <label className="check"><input type="checkbox" checked={attrs.role === 'lead'} onChange={(event) => patch({ role: event.target.checked ? 'lead' : 'inline' })} />{say('editor.leadPicture')}</label>
          {stored ? <FromFile view={view} stored={stored} /> : null}
          {stored && attrs.imageId !== null ? <WhereUsed key={attrs.imageId} imageId={attrs.imageId} /> : null}
        </div>
      ) : null}
    </div>
  );
}

/** Facts of a file by the names it is read under, each with its label. */
const factLabels: Readonly<Record<string, MessageKey>> = {
  caption: 'editor.caption', headline: 'editor.headline', altText: 'editor.alt', longDescription: 'editor.longDescription', creator: 'editor.creator', credit: 'editor.credit', source: 'editor.source',
  copyright: 'editor.copyright', usageTerms: 'editor.usageTerms', dateCreated: 'editor.taken', sublocation: 'editor.place', city: 'editor.city', state: 'editor.state', country: 'editor.country', keywords: 'editor.keywords', digitalSourceType: 'editor.sourceType',
};

/** Fields of the block that a fact can stand in. */
const fieldOfFact: Readonly<Record<string, PictureText>> = { caption: 'caption', altText: 'alt', longDescription: 'longDescription', creator: 'credit', credit: 'credit', source: 'source', copyright: 'copyright', usageTerms: 'usageTerms' };

/** What came from the file, and a button where a field says something else by now. */
function FromFile({ view, stored }: { readonly view: BlockViewProps; readonly stored: StoredImage }): ReactNode {
  const attrs = attributesOf(view, 'image');
  const facts = Object.entries(factLabels).flatMap(([fact, label]) => (stored.fromFile[fact] ? [{ fact, label, text: stored.fromFile[fact] }] : []));
  const now = (field: PictureText): string => (field === 'caption' ? view.node.textContent : attrs[field]);
  return (
    <section className="from-file" aria-label={say('editor.fromFile')}>
      <h4>{say('editor.fromFile')}</h4>
      <p className="file-facts">{say('editor.fileFacts', { name: stored.fileName, width: stored.width, height: stored.height, size: stored.bytes / 1_000_000 })}</p>
      {facts.length === 0 ? <p>{say('editor.fromFileNothing')}</p> : null}
      <dl>
        {facts.map(({ fact, label, text }) => {
          const field = fieldOfFact[fact];
          return (
            <div key={fact}>
              <dt>{say(label)}</dt>
              <dd>
                {text}
                {field === undefined ? null : <span className={`fact-state ${stateOf(now(field), text)}`}>{say(`editor.fact-${stateOf(now(field), text)}`)}</span>}
                {field !== undefined && now(field) !== text ? <button type="button" className="btn small" aria-label={say('editor.useFact', { what: say(label) })} onClick={() => setPictureText(view, field, text)}>{say('editor.use')}</button> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** Whether a field still says what the file said, something else by now, or nothing. */
const stateOf = (now: string, fact: string): 'taken' | 'edited' | 'left' => (now === fact ? 'taken' : now.trim() === '' ? 'left' : 'edited');

/** The articles that have the picture, asked for when a person wants to know. */
function WhereUsed({ imageId }: { readonly imageId: string }): ReactNode {
  const notices = useNotices();
  const [found, setFound] = useState<Calls['pictures.uses']['answer'] | null>(null);
  const ask = async (): Promise<void> => {
    const uses = await call('pictures.uses', { imageId });
    if (uses.ok) setFound(uses.value);
    else notices.fail(uses.error);
  };
  return (
    <section className="from-file" aria-label={say('pictures.whereUsed')}>
      {found ? <><h4>{say('pictures.whereUsed')}</h4><PictureUses {...found} most={8} onOpen={null} /></> : <button type="button" className="btn quiet small" onClick={() => void ask()}>{say('pictures.whereUsed')}</button>}
    </section>
  );
}

/** Puts a text of the file into its field, as an undo step of its own. */
function setPictureText({ editor: { view }, getPos }: BlockViewProps, field: PictureText, text: string): void {
  const pos = getPos();
  const node = pos === undefined ? null : view.state.doc.nodeAt(pos);
  if (pos === undefined || !node) return;
  const transaction = closeHistory(view.state.tr);
  view.dispatch(field === 'caption' ? transaction.replaceWith(pos + 1, pos + 1 + node.content.size, view.state.schema.text(text.replace(/\s*[\r\n]+\s*/gu, ' '))) : transaction.setNodeAttribute(pos, field, text));
}
