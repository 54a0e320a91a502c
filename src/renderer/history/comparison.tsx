import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { type BlockChange, countsText, type FieldChange, seamsOf } from '../../article/compare/index.ts';
import type { FileVersion, RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { BlockRow, type ComparisonView, FieldRow, SameRow } from './change-row.tsx';
import { type Filter, filters, type Item, itemsOf } from './comparison-rows.ts';
import './comparison.css';
import { useGrowing } from './use-growing.ts';
import { useFileDrop } from './use-file-drop.ts';
import type { ComparisonSoFar } from './comparison-so-far.ts';
import { useComparison } from './use-comparison.ts';

export interface ComparedSide {
  readonly article: Article;
  readonly title: string;
  readonly about: string;
  /** Null for the working copy and for a file. */
  readonly revision: RevisionSummary | null;
  readonly file: FileVersion | null;
}
interface ComparisonProps {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly onRestore: () => void;
  readonly onRestoreBlock: (change: BlockChange) => void;
  readonly onTakeBack: (change: FieldChange) => void;
  readonly onTakeRun: (change: BlockChange, run: number) => void;
  readonly onDropFile: (file: File) => void;
  readonly onExport: (how: 'html' | 'pdf') => void;
  readonly onClose: () => void;
}

/** Two versions beside each other: metadata by field, then the body by blocks and words. */
export function ComparisonRegion(props: ComparisonProps): ReactNode {
  const { before, after } = props;
  const drop = useFileDrop(props.onDropFile);
  const { soFar, isDone, failure } = useComparison(before.article, after.article);
  return (
    <section className={`comparison${drop.isOver ? ' drop-over' : ''}`} aria-label={say('history.comparison')} aria-busy={!isDone} {...drop.handlers}>
      {failure ? <p className="same" role="alert">{say('history.compareFailed', { reason: failure })}</p> : null}
      {soFar ? <Found {...props} {...soFar} /> : <p className="same comparing">{say('history.comparing')}</p>}
    </section>
  );
}

function Found(props: ComparisonProps & ComparisonSoFar): ReactNode {
  const { before, after, found } = props;
  const [view, setView] = useState<ComparisonView>('side-by-side');
  const [filter, setFilter] = useState<Filter>('all');
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const items = useMemo(() => itemsOf(found.comparison.metadata, found.rows, filter, open), [found, filter, open]);
  const count = items.filter(({ kind }) => kind === 'field' || kind === 'change').length;
  const { current, go, scroller } = useChangeKeys(count);
  // The keys scroll what was asked for, and Escape leaves it.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [scroller]);
  const { count: grown, end } = useGrowing(items.length, scroller);
  const place = items.findIndex((item) => 'index' in item && item.index === current);
  const inPage = items.slice(0, Math.max(grown, place + 10));
  return (
    <>
      <Bar {...props} view={view} onView={setView} filter={filter} onFilter={setFilter} count={count} current={current} go={go} />
      <div className="comparison-scroll" ref={scroller} tabIndex={0}>
        {found.comparison.identical ? <p className="same">{say('history.identical')}</p> : null}
        <div className={`sides ${view === 'inline' ? 'inline' : ''}`}>
          {view === 'inline' ? null : <SideHead side={before} />}
          <SideHead side={after} />
          <Items {...props} items={inPage} view={view} current={current} onOpen={(at) => setOpen(new Set([...open, at]))} />
          <div ref={end} className="end" />
        </div>
      </div>
    </>
  );
}

interface ItemsProps extends ComparisonProps, ComparisonSoFar {
  readonly items: readonly Item[];
  readonly view: ComparisonView;
  readonly current: number;
  readonly onOpen: (at: number) => void;
}

function Items({ found, pending, after, items, view, current, onOpen, onTakeBack, onRestoreBlock, onTakeRun }: ItemsProps): ReactNode {
  const seams = useMemo(() => seamsOf(found.comparison.blocks), [found]);
  return items.map((item, place) => {
    switch (item.kind) {
      case 'field':
        return <FieldRow key={item.field.field} change={item.field} index={item.index} view={view} isCurrent={item.index === current} onTakeBack={onTakeBack} />;
      case 'change':
        return (
          <BlockRow
            key={`${item.change.change}${item.change.blockId}`}
            change={item.change} around={item.row.around} seam={seams.get(item.change)} index={item.index} view={view} isCurrent={item.index === current} isPending={pending.has(item.at)}
            onRestore={onRestoreBlock} onTakeRun={after.revision || after.file ? null : onTakeRun}
          />
        );
      case 'same':
        return <SameRow key={`same ${JSON.stringify(item.row.node.attrs?.['blockId'] ?? place)}`} row={item.row} view={view} />;
      case 'fold':
        return <button key={`fold ${item.at}`} type="button" className="fold" onClick={() => onOpen(item.at)}>{say('history.fold', { count: item.count })}</button>;
    }
  });
}

interface BarProps extends ComparisonProps, ComparisonSoFar {
  readonly view: ComparisonView;
  readonly onView: (view: ComparisonView) => void;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly count: number;
  readonly current: number;
  readonly go: (step: 1 | -1) => void;
}

function Bar({ before, found, view, onView, filter, onFilter, count, current, go, onClose, onRestore, onExport }: BarProps): ReactNode {
  return (
    <>
      <div className="comparison-bar">
        <Button kind="quiet" small onClick={onClose}>{say('history.backToPage')}</Button>
        <span className="pill" role="status">{countsText(found.comparison)}</span>
        <span className="grow" />
        <span className="position" role="status">{count > 0 && current >= 0 ? say('history.position', { index: current + 1, count }) : ''}</span>
        <Button small disabled={count === 0} onClick={() => go(-1)}>{say('history.previous')} <kbd>{say('history.keyPrevious')}</kbd></Button>
        <Button small disabled={count === 0} onClick={() => go(1)}>{say('history.next')} <kbd>{say('history.keyNext')}</kbd></Button>
        {before.revision || before.file ? <Button kind="primary" small onClick={onRestore}>{say(before.file ? 'history.restoreFile' : 'history.restore')}</Button> : null}
      </div>
      <div className="comparison-bar quiet-bar">
        <Button kind="quiet" small aria-pressed={view === 'side-by-side'} onClick={() => onView('side-by-side')}>{say('history.sideBySide')}</Button>
        <Button kind="quiet" small aria-pressed={view === 'inline'} onClick={() => onView('inline')}>{say('history.inline')}</Button>
        <Select aria-label={say('history.filter')} value={filter} choices={filters.map((value) => ({ value, label: say(`history.filter-${value}`) }))} onChoose={onFilter} />
        <span className="grow" />
        <Button kind="quiet" small onClick={() => onExport('html')}>{say('history.exportHtml')}</Button>
        <Button kind="quiet" small onClick={() => onExport('pdf')}>{say('history.exportPdf')}</Button>
      </div>
    </>
  );
}

function SideHead({ side }: { readonly side: ComparedSide }): ReactNode {
  return (
    <div className="side-head">
      <b>{side.title}</b>
      {side.about}
    </div>
  );
}

/** F7 and Shift+F7 go from change to change, round at the ends. */
function useChangeKeys(count: number): { readonly current: number; readonly go: (step: 1 | -1) => void; readonly scroller: React.RefObject<HTMLDivElement | null> } {
  const [wish, setWish] = useState({ index: -1, times: 0 });
  const scroller = useRef<HTMLDivElement>(null);
  const go = useCallback(
    (step: 1 | -1) => {
      if (count === 0) return;
      setWish(({ index, times }) => ({ index: index < 0 ? (step > 0 ? 0 : count - 1) : (index + step + count) % count, times: times + 1 }));
    },
    [count],
  );
  // Once it is in the page; again where the one change is asked for again.
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-change="${wish.index}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus({ preventScroll: true });
  }, [wish]);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'F7') return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [go]);
  return { current: Math.min(wish.index, count - 1), go, scroller };
}
