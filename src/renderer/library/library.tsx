import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ArticleSummary, ListRequest } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useRowKeys } from '../ui/use-row-keys.ts';
import './library.css';
import { Row, type RowActions } from './row.tsx';
import { type Listing, rowAt, type Search } from './listing.ts';
import { MarkedBar } from './marked-bar.tsx';
import { type Marked, markKeyOf } from './use-marked.ts';
import { useRows } from './use-rows.ts';

interface LibraryProps {
  readonly openId: string | null;
  readonly zone: string;
  /** Changes whenever the list should be asked for again. */
  readonly tick: number;
  readonly showImport: boolean;
  readonly onNew: () => void;
  /** Offers the templates to begin as. */
  readonly onTemplate: () => void;
  readonly onImport: () => void;
  readonly onDropFiles: (files: readonly File[]) => void;
  readonly actions: RowActions;
  /** Gives the keys to the text of the article that is open. */
  readonly onWrite: () => void;
  readonly marked: Marked;
  /** Exports the marked articles. */
  readonly onExport: () => void;
}

const filters = ['all', 'mine', 'draft', 'in-review', 'approved', 'published', 'trash'] as const satisfies readonly ListRequest['filter'][];
const sorts = ['changed', 'created', 'slugline', 'headline'] as const satisfies readonly ListRequest['sort'][];

/** The column of articles: find, sort, open, duplicate, trash and bring back. */
export function Library({ openId, zone, tick, showImport, onNew, onTemplate, onImport, onDropFiles, actions, onWrite, marked, onExport }: LibraryProps): ReactNode {
  const [search, setSearch] = useState<Search>({ query: '', filter: 'all', sort: 'changed' });
  const notices = useNotices();
  const { listing, counts, want } = useRows({ search, tick, onError: notices.fail });
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) onDropFiles([...event.dataTransfer.files]);
  };
  return (
    <section className="library" aria-label={say('library.articles')} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <div className="library-top">
        <div className="library-actions">
          <span className="split">
            <Button kind="primary" onClick={onNew}>{say('library.newArticle')}</Button>
            <Button kind="primary" aria-label={say('library.fromTemplate')} title={say('library.fromTemplate')} onClick={onTemplate}>{'▾'}</Button>
          </span>
          {showImport ? <Button onClick={onImport}>{say('library.import')}</Button> : null}
        </div>
        <input
          type="search"
          className="input search"
          placeholder={say('library.search')}
          aria-label={say('library.search')}
          value={search.query}
          onChange={(event) => setSearch({ ...search, query: event.target.value })}
        />
        <div className="chips" role="group" aria-label={say('library.filters')}>
          {filters.map((filter) => (
            <Chip key={filter} filter={filter} count={counts?.[filter] ?? 0} chosen={search.filter === filter} onChoose={() => setSearch({ ...search, filter })} />
          ))}
        </div>
        <div className="library-sort">
          <span aria-live="polite">{listing?.search.query && listing.total !== null ? say('library.found', { count: listing.total }) : ''}</span>
          {search.query ? null : <select aria-label={say('library.sort')} value={search.sort} onChange={(event) => setSearch({ ...search, sort: sorts.find((sort) => sort === event.target.value) ?? 'changed' })}>
            {sorts.map((sort) => <option key={sort} value={sort}>{say(`library.sort-${sort}`)}</option>)}
          </select>}
        </div>
      </div>
      <MarkedBar marked={marked} onExport={onExport} />
      {listing?.total === 0 ? <p className="empty">{emptyText(listing.search)}</p> : null}
      {listing && listing.total !== 0 ? <RowList key={JSON.stringify(listing.search)} listing={listing} want={want} openId={openId} zone={zone} actions={actions} onWrite={onWrite} marked={marked} /> : null}
      {over ? <div className="drop-here">{say('library.dropHere')}</div> : null}
    </section>
  );
}

function emptyText(search: Search): string {
  if (search.query) return say('library.nothingFound', { query: search.query });
  if (search.filter === 'trash') return say('library.emptyTrash');
  return say(search.filter === 'all' ? 'library.empty' : 'library.emptyFilter');
}

function Chip({ filter, count, chosen, onChoose }: { readonly filter: ListRequest['filter']; readonly count: number; readonly chosen: boolean; readonly onChoose: () => void }): ReactNode {
  return (
    <button type="button" className="chip" aria-pressed={chosen} onClick={onChoose}>
      {say(`library.filter-${filter}`)}
      {count > 0 ? ` ${count.toLocaleString('en')}` : ''}
    </button>
  );
}

/** Height of a row with a headline of two lines, pixels; the true height is measured once a row is shown. */
const usualHeight = 92;

/** The list may have changed its order since the row was come to: its own number says which it is. */
function rowOf(target: EventTarget): number | null {
  const number = target instanceof HTMLElement ? target.dataset['row'] : undefined;
  return number === undefined ? null : Number(number);
}

/** A blank presses the row of whoever came there by keys; after a click it is a letter. */
function isLetter({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent, isClicked: boolean): boolean {
  if (key.length !== 1 || (key === ' ' && !isClicked) || ctrlKey || metaKey || altKey) return false;
  return target instanceof HTMLElement && target.matches('.row-open');
}

interface RowListProps {
  readonly listing: Listing;
  readonly want: (first: number, last: number) => void;
  readonly openId: string | null;
  readonly zone: string;
  readonly actions: RowActions;
  readonly onWrite: () => void;
  readonly marked: Marked;
}

function RowList({ listing, want, openId, zone, actions, onWrite, marked }: RowListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const isClicked = useRef(false);
  const count = listing.total ?? listing.atLeast;
  const at = (index: number): ArticleSummary | null => rowAt(listing, index);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here and in handlers, never memoized against
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 6,
    getItemKey: (index) => at(index)?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(first, last), [want, first, last, listing]);
  const { stop, setStop, move, leave } = useRowKeys(count, scroller, (index) => virtualizer.scrollToIndex(index));
  /** @returns true where the key chose rows */
  const hearMark = (event: KeyboardEvent, row: ArticleSummary): boolean => {
    const key = markKeyOf(event);
    if (key === 'toggle') marked.toggle(row, stop);
    else if (key === 'all') marked.all(listing.search, count);
    else if (key === 'clear' && marked.rows.size > 0) marked.clear();
    else if (key === 'extend-up' || key === 'extend-down') {
      if (marked.rows.size === 0) marked.toggle(row, stop);
      move(event);
      marked.extendTo(listing.search, Math.min(Math.max(stop + (key === 'extend-up' ? -1 : 1), 0), count - 1));
    } else return false;
    return true;
  };
  const choose = (row: ArticleSummary, index: number, how: 'toggle' | 'extend'): void => (how === 'extend' ? marked.extendTo(listing.search, index) : marked.toggle(row, index));
  const hear = (event: KeyboardEvent): void => {
    const row = at(rowOf(event.target) ?? stop);
    if (row && hearMark(event, row)) return event.preventDefault();
    // Whoever clicks an article and types means its text.
    if (row?.id === openId && isLetter(event, isClicked.current)) return onWrite();
    isClicked.current = false;
    if (event.key !== 'Delete') move(event);
    else if (row && row.trashedAtMs === null) actions.trash(row);
  };
  return (
    <div ref={scroller} className="rows" tabIndex={-1} onMouseDown={() => { isClicked.current = true; }} onKeyDown={hear} onBlur={leave}>
      <ul className="rows-inner" aria-label={say('library.articles')} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = at(item.index);
          return row ? (
            <Row key={item.key} ref={virtualizer.measureElement} row={row} index={item.index} top={item.start} isOpen={row.id === openId} isStop={item.index === stop} zone={zone} nowMs={listing.askedAtMs} actions={actions} onFocus={setStop} isMarked={marked.rows.has(row.id)} isMarking={marked.rows.size > 0} onMark={choose} />
          ) : (
            <li key={item.key} className="row waiting" aria-hidden="true" style={{ transform: `translateY(${item.start}px)` }} />
          );
        })}
      </ul>
    </div>
  );
}
