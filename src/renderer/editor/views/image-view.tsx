import { BlockText, type BlockViewProps } from '../block-view.tsx';
import { type ReactNode, useState } from 'react';
import type { StoredImage } from '../../../article/article.ts';
import { madeHow } from '../../../article/picture-facts.ts';
import { say } from '../../../language/index.ts';
import { useNotices } from '../../ui/notices.tsx';
import { fieldsOf } from '../article-fields.ts';
import { idOf } from '../block-ids.ts';
import { choosePictures, setPictures } from '../pictures.ts';
import { attributesOf, BlockFrame, type BlockStyle, Line, usePatch } from './block-frame.tsx';
import { GalleryPictureTools } from './gallery-view.tsx';
import { ImageForm } from './image-form.tsx';
import { PictureFraming } from './picture-frame-editor.tsx';
import { pageSource } from './picture-source.ts';

/** A picture as the reader will see it, with caption and credit in place; a file that is missing says so. */
export function ImageView(view: BlockViewProps): ReactNode {
  const attrs = attributesOf(view, 'image');
  const patch = usePatch(view, 'image');
  const [isFraming, setFraming] = useState(false);
  const editable = view.editor.isEditable;
  const stored = attrs.imageId === null ? undefined : fieldsOf(view.editor.state).images[attrs.imageId];
  const how = madeHow(stored?.fromFile['digitalSourceType'] ?? '');
  return (
    <BlockFrame name="image" view={view} className="image" style={shapeOf(stored)}>
      <figure>
        <div contentEditable={false} data-drag-handle={isFraming ? undefined : ''} className="picture">
          {isFraming && attrs.imageId !== null && stored ? (
            <PictureFraming src={`image:${attrs.imageId}/page`} pixels={stored} focalPoint={attrs.focalPoint} crops={attrs.crops} onChange={patch} />
          ) : (
            <Picture view={view} />
          )}
          {how ? <p className="made-how">{say(`editor.made-${how}`)}</p> : null}
          {editable && isInGallery(view) ? <GalleryPictureTools view={view} /> : null}
        </div>
        <div className="caption">
          <BlockText as="figcaption" className="caption-text" data-placeholder={view.node.content.size === 0 ? say('editor.caption') : undefined} />
          <span contentEditable={false} className="caption-credit">
            {editable ? (
              <Line label={say('editor.credit')} value={attrs.credit} placeholder={say('editor.credit')} onText={(credit) => patch({ credit })} />
            ) : attrs.credit}
          </span>
        </div>
        {editable ? <ImageForm view={view} stored={stored} isFraming={isFraming} onFraming={setFraming} /> : null}
      </figure>
    </BlockFrame>
  );
}

/** Height over width, for the style sheet: a picture out of sight takes its room before it is laid out. */
function shapeOf(stored: StoredImage | undefined): BlockStyle | undefined {
  return stored && stored.width > 0 ? { '--shape': stored.height / stored.width } : undefined;
}

function isInGallery({ editor, getPos }: BlockViewProps): boolean {
  const pos = getPos();
  return pos !== undefined && editor.state.doc.resolve(pos).parent.type.name === 'gallery';
}

/** Blocks of the first screen, the three fields among them. */
const firstScreen = 8;

/** Its picture is asked for before the page is laid out; those further down when they come near. */
function isNearTop({ editor, getPos }: BlockViewProps): boolean {
  const pos = getPos();
  return pos !== undefined && editor.state.doc.resolve(pos).index(0) < firstScreen;
}

function Picture({ view }: { readonly view: BlockViewProps }): ReactNode {
  const attrs = attributesOf(view, 'image');
  const [broken, setBroken] = useState<string | null>(null);
  const stored = attrs.imageId === null ? undefined : fieldsOf(view.editor.state).images[attrs.imageId];
  if (attrs.imageId === null || broken === attrs.imageId) return <MissingPicture view={view} fileName={stored?.fileName ?? ''} onFound={() => setBroken(null)} />;
  return (
    <img
      {...(isInGallery(view) ? { src: `image:${attrs.imageId}/small` } : pageSource(attrs.imageId, stored ?? { width: 0, height: 0 }))}
      alt={attrs.alt}
      draggable={false}
      loading={isNearTop(view) ? 'eager' : 'lazy'}
      decoding="async"
      width={stored?.width || undefined}
      height={stored?.height || undefined}
      onError={() => setBroken(attrs.imageId)}
    />
  );
}

interface MissingProps {
  readonly view: BlockViewProps;
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
