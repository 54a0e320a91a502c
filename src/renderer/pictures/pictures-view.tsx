import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { PictureRow } from '../../ipc/pictures.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PictureUses } from '../ui/picture-uses.tsx';
import { sizeText } from '../ui/size-text.ts';
import { day } from '../ui/times.ts';
import { type PictureFilter, pictureFilters, pictureName, rowsOf, withWords } from './picture-rows.ts';
import './pictures.css';

interface PicturesViewProps {
  readonly zone: string;
  /** Saves what is unsaved, so that nothing written just now is missing from the list. */
  readonly onBefore: () => Promise<boolean>;
  readonly onOpen: (articleId: string) => void;
  readonly onClose: () => void;
}

const labels = { all: 'pictures.showAll', unused: 'pictures.showUnused', cleaned: 'pictures.showCleaned' } as const;
const empties = { all: 'pictures.none', unused: 'pictures.noneUnused', cleaned: 'pictures.noneCleaned' } as const;

/** Every picture file, where it is used, and cleaning up those that are used nowhere. */
export function PicturesView({ zone, onBefore, onOpen, onClose }: PicturesViewProps): ReactNode {
  const [filter, setFilter] = useState<PictureFilter>('all');
  const [query, setQuery] = useState('');
  const { rows, said, undoable, cleanUp, putBack } = usePictures(onBefore);
  const chosen = rows && rowsOf(rows, filter);
  const shown = chosen && withWords(chosen, query);
  const unused = rows ? rowsOf(rows, 'unused') : [];
  return (
    <Dialog label={say('pictures.title')} kind="pictures" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('pictures.title')}</h1>
          <p>{say('pictures.about')}</p>
          <p className="pictures-said"><span role="status">{said}</span> {undoable.length > 0 ? <Button small onClick={() => void putBack(undoable)}>{say('pictures.undo')}</Button> : null}</p>
        </div>
        <Button aria-label={say('pictures.close')} onClick={onClose}>{say('library.close')}</Button>
      </header>
      <div className="pictures-bar">
        <div className="chips" role="group" aria-label={say('pictures.filter')}>
          {pictureFilters.map((one) => <button key={one} type="button" className="chip" aria-pressed={filter === one} onClick={() => setFilter(one)}>{say(labels[one], { count: rows ? rowsOf(rows, one).length : 0 })}</button>)}
        </div>
        <input type="search" className="input" aria-label={say('pictures.search')} placeholder={say('pictures.search')} value={query} onChange={(event) => setQuery(event.target.value)} />
        {unused.length > 0 ? <Button onClick={() => void cleanUp()}>{say('pictures.cleanUp', { count: unused.length, size: sizeText(unused.reduce((sum, { bytes }) => sum + bytes, 0)) })}</Button> : null}
      </div>
      {shown?.length === 0 ? <p className="empty">{say(chosen?.length === 0 ? empties[filter] : 'pictures.noneFound')}</p> : null}
      {shown && shown.length > 0 ? <PictureList rows={shown} zone={zone} onOpen={(articleId) => { onClose(); onOpen(articleId); }} onPutBack={(row) => void putBack([row.imageId])} /> : null}
    </Dialog>
  );
}

interface KnownPictures {
  readonly rows: readonly PictureRow[] | null;
  /** What the last change came to; '' before one. */
  readonly said: string;
  /** Those of the last clean-up, while it can be taken back. */
  readonly undoable: readonly string[];
  readonly cleanUp: () => Promise<void>;
  readonly putBack: (imageIds: readonly string[]) => Promise<void>;
}

function usePictures(onBefore: PicturesViewProps['onBefore']): KnownPictures {
  const [rows, setRows] = useState<readonly PictureRow[] | null>(null);
  const [{ said, undoable }, setDone] = useState<Pick<KnownPictures, 'said' | 'undoable'>>({ said: '', undoable: [] });
  const before = useRef(onBefore);
  useEffect(() => { before.current = onBefore; });
  const tell = (text: string, imageIds: readonly string[] = []): void => setDone({ said: text, undoable: imageIds });
  const read = useCallback(
    () =>
      void before.current().then((isSaved) => (isSaved ? call('pictures.list', null) : null)).then((listed) => {
        if (listed?.ok) setRows(listed.value);
        else if (listed) setDone({ said: listed.error.message, undoable: [] });
      }),
    [],
  );
  useEffect(read, [read]);
  const putBack = async (imageIds: readonly string[]): Promise<void> => {
    const back = await call('pictures.putBack', { imageIds: [...imageIds] });
    tell(back.ok ? say('pictures.back', { count: back.value.count }) : back.error.message);
    read();
  };
  const cleanUp = async (): Promise<void> => {
    const cleaned = (await before.current()) ? await call('pictures.cleanUp', null) : null;
    if (!cleaned) return;
    if (!cleaned.ok) return tell(cleaned.error.message);
    const { imageIds } = cleaned.value;
    const text = say('pictures.cleaned', { count: imageIds.length });
    tell(imageIds.length === 0 ? `${text} ${say('pictures.stillNew')}` : text, imageIds);
    read();
  };
  return { rows, said, undoable, cleanUp, putBack };
}

/** Height of a row that names one article, pixels; the true height is measured once it is shown. */
const usualHeight = 74;

interface PictureListProps {
  readonly rows: readonly PictureRow[];
  readonly zone: string;
  readonly onOpen: (articleId: string) => void;
  readonly onPutBack: (row: PictureRow) => void;
}

function PictureList({ rows, zone, onOpen, onPutBack }: PictureListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here, never memoized against
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => usualHeight, overscan: 6, getItemKey: (index) => rows[index]?.imageId ?? index });
  return (
    <div ref={scroller} className="picture-list" tabIndex={0} role="region" aria-label={say('pictures.title')}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return row ? <OnePicture key={key} ref={virtualizer.measureElement} row={row} index={index} top={start} zone={zone} onOpen={onOpen} onPutBack={onPutBack} /> : null;
        })}
      </ul>
    </div>
  );
}

interface OnePictureProps extends Omit<PictureListProps, 'rows'> {
  readonly row: PictureRow;
  readonly index: number;
  readonly top: number;
  readonly ref: (element: HTMLLIElement | null) => void;
}

function OnePicture({ row, index, top, zone, ref, onOpen, onPutBack }: OnePictureProps): ReactNode {
  const name = pictureName(row);
  return (
    <li ref={ref} data-index={index} style={{ transform: `translateY(${top}px)` }}>
      {/* One that was cleaned away would come back by being looked at. */}
      {row.cleanedAtMs === null ? <img src={`image:${row.imageId}/small`} alt="" draggable={false} loading="lazy" decoding="async" /> : <span className="picture-gone" aria-hidden="true" />}
      <div>
        <b>{name}</b>
        <span className="picture-size">{sizeText(row.bytes)}</span>
        {row.cleanedAtMs === null ? <PictureUses {...row} most={3} onOpen={onOpen} /> : <p className="picture-uses">{say('pictures.goes', { time: day(row.cleanedAtMs, zone) })}</p>}
      </div>
      {row.cleanedAtMs === null ? null : <Button small aria-label={say('pictures.putBackNamed', { name })} onClick={() => onPutBack(row)}>{say('pictures.putBack')}</Button>}
    </li>
  );
}
