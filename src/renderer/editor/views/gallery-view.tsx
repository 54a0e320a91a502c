import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import { BlockText, type BlockViewProps } from '../block-view.tsx';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { say } from '../../../language/index.ts';
import { useNotices } from '../../ui/notices.tsx';
import { movePictureTo, removePicture } from '../block-commands.ts';
import { idOf } from '../block-ids.ts';
import { pictureType } from '../clipboard.ts';
import { appendPictures, choosePictures } from '../pictures.ts';
import { BlockFrame } from './block-frame.tsx';

/** Pictures side by side; dragged by their grip, or with Alt and the arrows, they change places. */
export function GalleryView(view: BlockViewProps): ReactNode {
  const notices = useNotices();
  const frame = useRef<HTMLDivElement>(null);
  const line = useDroppedPicture(view, frame);
  const { view: editorView } = view.editor;
  const add = async (): Promise<void> => appendPictures(editorView, idOf(view.node), await choosePictures(notices));
  return (
    <BlockFrame name="gallery" view={view} className="gallery">
      <div ref={frame} className="gallery-frame">
        <BlockText className="gallery-pictures" />
        {line ? <div className="gallery-line" contentEditable={false} style={{ left: line.left, top: line.top, height: line.height }} /> : null}
      </div>
      {view.editor.isEditable ? (
        <div contentEditable={false} className="block-tools"><button type="button" className="btn quiet small" onClick={() => void add()}>{say('editor.addPictures')}</button></div>
      ) : null}
    </BlockFrame>
  );
}

/** Where a dragged picture would land, and its landing. The pictures are views of their own: React's events of theirs do not come by here, the page's do. */
function useDroppedPicture(view: BlockViewProps, frame: RefObject<HTMLDivElement | null>): Gap | null {
  const [line, setLine] = useState<Gap | null>(null);
  const latest = useRef(view);
  useEffect(() => { latest.current = view; });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const isPicture = (event: DragEvent): boolean => event.dataTransfer?.types.includes(pictureType) ?? false;
    const over = (event: DragEvent): void => {
      if (!isPicture(event)) return;
      event.preventDefault();
      setLine(gapBeside(element, event));
    };
    const away = (): void => setLine(null);
    const drop = (event: DragEvent): void => {
      if (!isPicture(event)) return;
      event.preventDefault();
      setLine(null);
      const transaction = movePictureTo(latest.current.editor.state, event.dataTransfer?.getData(pictureType) ?? '', gapBeside(element, event).index);
      if (transaction) shown(latest.current, closeHistory(transaction));
    };
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', away);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('dragleave', away);
      element.removeEventListener('drop', drop);
    };
  }, [frame]);
  return line;
}

/** Makes the change; the text gets its keys back, as the button that was pressed is drawn anew. */
function shown({ editor: { view } }: BlockViewProps, transaction: Transaction): void {
  view.dispatch(transaction);
  view.focus();
}

interface Gap {
  readonly index: number;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** The gap between pictures nearest to the mouse, in pixels of the gallery. */
function gapBeside(frame: HTMLElement, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Gap {
  const outer = frame.getBoundingClientRect();
  const boxes = [...frame.querySelectorAll('[data-block=image]')].map((picture) => picture.getBoundingClientRect());
  const gaps = boxes.flatMap((box, index) => [{ index, x: box.left, box }, { index: index + 1, x: box.right, box }]);
  const away = ({ x, box }: (typeof gaps)[number]): number => Math.abs(x - clientX) + (clientY < box.top || clientY > box.bottom ? 10_000 : 0);
  const nearest = gaps.toSorted((a, b) => away(a) - away(b))[0];
  if (!nearest) return { index: 0, left: 0, top: 0, height: outer.height };
  return { index: nearest.index, left: nearest.x - outer.left - 1, top: nearest.box.top - outer.top, height: nearest.box.height };
}

/** Grip and buttons of one picture of a gallery. */
export function GalleryPictureTools({ view }: { readonly view: BlockViewProps }): ReactNode {
  const blockId = idOf(view.node);
  const move = (by: -1 | 1): void => {
    const pos = view.getPos();
    if (pos === undefined) return;
    const index = view.editor.state.doc.resolve(pos).index();
    const transaction = index + by < 0 ? null : movePictureTo(view.editor.state, blockId, by === 1 ? index + 2 : index - 1);
    if (transaction) shown(view, closeHistory(transaction));
  };
  const remove = (): void => {
    const transaction = removePicture(view.editor.state, blockId);
    if (transaction) shown(view, transaction);
  };
  return (
    <div className="picture-tools">
      <span className="tool block-grip" draggable title={say('editor.dragPicture')} onDragStart={(event) => { event.dataTransfer.setData(pictureType, blockId); event.dataTransfer.effectAllowed = 'move'; }}>{say('editor.signGrip')}</span>
      <button type="button" className="tool" aria-label={say('editor.pictureEarlier')} title={say('editor.pictureEarlier')} onClick={() => move(-1)}>{say('editor.signEarlier')}</button>
      <button type="button" className="tool" aria-label={say('editor.pictureLater')} title={say('editor.pictureLater')} onClick={() => move(1)}>{say('editor.signLater')}</button>
      <button type="button" className="tool" aria-label={say('editor.pictureRemove')} title={say('editor.pictureRemove')} onClick={remove}>{say('editor.signRemove')}</button>
    </div>
  );
}
