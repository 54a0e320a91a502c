import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { type BlockChange, compareArticles, type Comparison as Changes, type FieldChange, summariseComparison } from '../../article/compare/index.ts';
import { kindOfChange } from '../../article/compare/summary.ts';
import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { BlockRow, type ComparisonView, FieldRow } from './change-row.tsx';
import './comparison.css';

export interface ComparedSide {
  readonly article: Article;
  readonly title: string;
  readonly about: string;
  /** null: the working copy. */
  readonly revision: RevisionSummary | null;
}
interface ComparisonProps {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly onRestore: () => void;
  readonly onRestoreBlock: (change: BlockChange) => void;
  readonly onTakeBack: (change: FieldChange) => void;
  readonly onClose: () => void;
}

const filters = ['all', 'text', 'pictures', 'ads', 'fields'] as const;
type Filter = (typeof filters)[number];

/** Two versions beside each other: metadata by field, then the body by blocks and words. */
export function ComparisonRegion(props: ComparisonProps): ReactNode {
  const { before, after } = props;
  const [changes, setChanges] = useState<{ readonly of: Article; readonly to: Article; readonly found: Changes } | null>(null);
  useEffect(() => {
    // After the frame, so that the region is there while two long articles are compared.
    const timer = setTimeout(() => setChanges({ of: before.article, to: after.article, found: compareArticles(before.article, after.article) }), 0);
    return () => clearTimeout(timer);
  }, [before.article, after.article]);
  const found = changes?.of === before.article && changes.to === after.article ? changes.found : null;
  return (
    <section className="comparison" aria-label={say('history.comparison')} aria-busy={!found}>
      {found ? <Found {...props} found={found} /> : <p className="same">{say('history.comparing')}</p>}
    </section>
  );
}

function Found({ before, after, found, onRestore, onRestoreBlock, onTakeBack, onClose }: ComparisonProps & { readonly found: Changes }): ReactNode {
  const [view, setView] = useState<ComparisonView>('side-by-side');
  const [filter, setFilter] = useState<Filter>('all');
  const shown = useMemo(() => filtered(found, filter), [found, filter]);
  const count = shown.metadata.length + shown.blocks.length;
  const { current, go, scroller } = useChangeKeys(count);
  return (
    <>
      <div className="comparison-bar">
        <Button kind="quiet" small onClick={onClose}>{say('history.backToPage')}</Button>
        <span className="pill" role="status">{countsText(found)}</span>
        <span className="grow" />
        <Select aria-label={say('history.filter')} value={filter} choices={filters.map((value) => ({ value, label: say(`history.filter-${value}`) }))} onChoose={setFilter} />
        <Button kind="quiet" aria-pressed={view === 'side-by-side'} onClick={() => setView('side-by-side')}>{say('history.sideBySide')}</Button>
        <Button kind="quiet" aria-pressed={view === 'inline'} onClick={() => setView('inline')}>{say('history.inline')}</Button>
        <span className="position">{count > 0 && current >= 0 ? say('history.position', { index: current + 1, count }) : ''}</span>
        <Button disabled={count === 0} onClick={() => go(-1)}>{say('history.previous')} <kbd>{say('history.keyPrevious')}</kbd></Button>
        <Button disabled={count === 0} onClick={() => go(1)}>{say('history.next')} <kbd>{say('history.keyNext')}</kbd></Button>
        {before.revision ? <Button kind="primary" onClick={onRestore}>{say('history.restore')}</Button> : null}
      </div>
      <div className="comparison-scroll" ref={scroller}>
        {found.identical ? <p className="same">{say('history.identical')}</p> : null}
        <div className={`sides ${view === 'inline' ? 'inline' : ''}`}>
          {view === 'inline' ? null : <SideHead side={before} />}
          <SideHead side={after} />
          {shown.metadata.map((change, index) => <FieldRow key={change.field} change={change} index={index} view={view} isCurrent={index === current} onTakeBack={onTakeBack} />)}
          {shown.blocks.map((change, at) => {
            const index = shown.metadata.length + at;
            return <BlockRow key={`${change.change}${change.blockId}`} change={change} index={index} view={view} isCurrent={index === current} onRestore={onRestoreBlock} />;
          })}
        </div>
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

function filtered({ metadata, blocks, identical }: Changes, filter: Filter): Changes {
  if (filter === 'all') return { metadata, blocks, identical };
  return { identical, metadata: filter === 'fields' ? metadata : [], blocks: blocks.filter((change) => kindOfChange(change) === filter) };
}

/** `7 changes: 4 text, 1 picture, 1 ad, 1 field` */
function countsText(found: Changes): string {
  const summary = summariseComparison(found);
  const parts = (['text', 'pictures', 'ads', 'fields'] as const).filter((kind) => summary[kind] > 0).map((kind) => say(`history.count-${kind}`, { count: summary[kind] }));
  const all = say('history.changes', { count: found.blocks.length + found.metadata.length });
  return parts.length > 0 ? `${all}: ${parts.join(', ')}` : all;
}

/** F7 and Shift+F7 go from change to change, round at the ends. */
function useChangeKeys(count: number): { readonly current: number; readonly go: (step: 1 | -1) => void; readonly scroller: React.RefObject<HTMLDivElement | null> } {
  const [current, setCurrent] = useState(-1);
  const scroller = useRef<HTMLDivElement>(null);
  const go = useCallback(
    (step: 1 | -1) => {
      if (count === 0) return;
      const next = current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count;
      setCurrent(next);
      const row = scroller.current?.querySelector<HTMLElement>(`[data-change="${next}"]`);
      row?.scrollIntoView({ block: 'nearest' });
      row?.focus({ preventScroll: true });
    },
    [count, current],
  );
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'F7') return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [go]);
  return { current: Math.min(current, count - 1), go, scroller };
}
