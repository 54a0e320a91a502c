import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { say } from '../../../language/index.ts';
import { useNotices } from '../../ui/notices.tsx';
import { fieldsOf } from '../article-fields.ts';
import { idOf } from '../block-ids.ts';
import { choosePictures, setPictures } from '../pictures.ts';
import { attributesOf, BlockFrame, Entry, Line, usePatch } from './block-frame.tsx';
import { GalleryPictureTools } from './gallery-view.tsx';

/** A picture as the reader will see it, with caption and credit in place; a file that is missing says so. */
export function ImageView(view: ReactNodeViewProps): ReactNode {
  const attrs = attributesOf(view, 'image');
  const patch = usePatch(view, 'image');
  const editable = view.editor.isEditable;
  return (
    <BlockFrame name="image" view={view} className="image">
      <figure>
        <div contentEditable={false} data-drag-handle="" className="picture">
          <Picture view={view} />
          {editable && isInGallery(view) ? <GalleryPictureTools view={view} /> : null}
        </div>
        <div className="caption">
          <NodeViewContent<'figcaption'> as="figcaption" className="caption-text" data-placeholder={view.node.content.size === 0 ? say('editor.caption') : undefined} />
          <span contentEditable={false} className="caption-credit">
            {editable ? (
              <Line label={say('editor.credit')} value={attrs.credit} placeholder={say('editor.credit')} onText={(credit) => patch({ credit })} />
            ) : attrs.credit}
          </span>
        </div>
        {editable ? <ImageForm view={view} /> : null}
      </figure>
    </BlockFrame>
  );
}

function isInGallery({ editor, getPos }: ReactNodeViewProps): boolean {
  const pos = getPos();
  return pos !== undefined && editor.state.doc.resolve(pos).parent.type.name === 'gallery';
}

function Picture({ view }: { readonly view: ReactNodeViewProps }): ReactNode {
  const attrs = attributesOf(view, 'image');
  const [broken, setBroken] = useState<string | null>(null);
  const stored = attrs.imageId === null ? undefined : fieldsOf(view.editor.state).images[attrs.imageId];
  if (attrs.imageId === null || broken === attrs.imageId) return <MissingPicture view={view} fileName={stored?.fileName ?? ''} onFound={() => setBroken(null)} />;
  return (
    <img
      src={`image:${attrs.imageId}`}
      alt={attrs.alt}
      draggable={false}
      width={stored?.width || undefined}
      height={stored?.height || undefined}
      onError={() => setBroken(attrs.imageId)}
    />
  );
}

interface MissingProps {
  readonly view: ReactNodeViewProps;
  /** The name the file had when it was added; '' where there never was one. */
  readonly fileName: string;
  readonly onFound: () => void;
}

function MissingPicture({ view, fileName, onFound }: MissingProps): ReactNode {
  const { imageId, origin } = attributesOf(view, 'image');
  const notices = useNotices();
  const find = async (): Promise<void> => {
    const added = await choosePictures(notices);
    if (added.length === 0) return;
    setPictures(view.editor.view, idOf(view.node), added);
    onFound();
  };
  const where = fileName ? say('editor.pictureWas', { name: fileName }) : origin ? say('editor.pictureOrigin', { origin }) : say('editor.pictureHow');
  return (
    <div className="picture-missing">
      <b>{say(imageId === null && origin === '' ? 'editor.pictureNone' : 'editor.pictureMissing')}</b>
      <span>{where}</span>
      {view.editor.isEditable ? <button type="button" className="btn small" onClick={() => void find()}>{say(imageId === null && origin === '' ? 'editor.choosePicture' : 'editor.findFile')}</button> : null}
    </div>
  );
}

function ImageForm({ view }: { readonly view: ReactNodeViewProps }): ReactNode {
  const attrs = attributesOf(view, 'image');
  const patch = usePatch(view, 'image');
  const [open, setOpen] = useState(false);
  return (
    <div className="image-form" contentEditable={false}>
      <div className="image-alt">
        <Entry label={say('editor.alt')} value={attrs.alt} disabled={attrs.decorative} placeholder={attrs.decorative ? say('editor.altNone') : say('editor.altPlaceholder')} onText={(alt) => patch({ alt })} />
        <label className="check"><input type="checkbox" checked={attrs.decorative} onChange={(event) => patch({ decorative: event.target.checked })} />{say('editor.decorative')}</label>
        <button type="button" className="btn quiet small" aria-expanded={open} onClick={() => setOpen(!open)}>{say('editor.more')}</button>
      </div>
      {open ? (
        <div className="block-form">
          <Entry label={say('editor.source')} value={attrs.source} onText={(source) => patch({ source })} />
          <Entry label={say('editor.copyright')} value={attrs.copyright} onText={(copyright) => patch({ copyright })} />
          <Entry label={say('editor.usageTerms')} value={attrs.usageTerms} onText={(usageTerms) => patch({ usageTerms })} />
          <Entry label={say('editor.longDescription')} value={attrs.longDescription} onText={(longDescription) => patch({ longDescription })} />
          <label className="check"><input type="checkbox" checked={attrs.role === 'lead'} onChange={(event) => patch({ role: event.target.checked ? 'lead' : 'inline' })} />{say('editor.leadPicture')}</label>
        </div>
      ) : null}
    </div>
  );
}
