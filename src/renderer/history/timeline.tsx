import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ComparisonSummary } from '../../article/compare/index.ts';
import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { clock, zoneName } from '../ui/times.ts';
import { useRowKeys } from '../ui/use-row-keys.ts';
import { dayOf, dayTitle } from './days.ts';
import './history.css';
import { titleOf } from './revision-text.ts';
import { revisionAt, type Revisions } from './use-revisions.ts';
import { useSizes } from './use-sizes.ts';

/** Stands for the working copy where revisions are chosen. */
export const workingCopy = 'working-copy';

export interface TimelineProps {
  readonly articleId: string;
  readonly total: number;
  readonly pages: Revisions['pages'];
  readonly zone: string;
  /** The working copy stands first, unless revisions of one kind are asked for. */
  readonly hasWorking: boolean;
  readonly shown: RevisionSummary | null;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly onOpen: (revision: RevisionSummary | null) => void;
  readonly want: Revisions['want'];
}

/** Heights as in history.css, pixels. */
const rowHeight = 53;
const dayHeight = 36;

/** A list of which only what is in sight is in the page, and little more in memory. */
export function Timeline({ articleId, total, pages, zone, hasWorking, shown, chosen, onToggle, onOpen, want }: TimelineProps): ReactNode {
  const lead = hasWorking ? 1 : 0;
  const scroller = useRef<HTMLDivElement>(null);
  const [nowMs] = useState(() => Date.now());
  const at = (index: number): RevisionSummary | null => (index < lead ? null : revisionAt(pages, index - lead));
  /** The first revision of a day stands under its date. */
  const isFirstOfDay = (index: number): boolean => {
    const [revision, above] = [at(index), at(index - 1)];
    return revision !== null && (above === null || dayOf(above) !== dayOf(revision));
  };
  const getItemKey = (index: number): string | number => at(index)?.id ?? index;
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here, never memoized against
  const virtualizer = useVirtualizer({ count: total + lead, getScrollElement: () => scroller.current, estimateSize: (index) => rowHeight + (isFirstOfDay(index) ? dayHeight : 0), getItemKey, overscan: 10 });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => want(first - lead, Math.min(last, total - 1)), [want, first, last, lead, total, pages]);
  const sizes = useSizes(articleId, items.flatMap(({ index }) => at(index)?.id ?? []));
  const { stop, setStop, move, leave } = useRowKeys(total + lead, scroller, (index) => virtualizer.scrollToIndex(index));
  return (
    <div ref={scroller} className="revisions" tabIndex={-1} onKeyDown={move} onBlur={leave}>
      <div className="revisions-inner" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const revision = at(index);
          // A day stands between the versions and is none of them: the list holds versions only.
          return revision && isFirstOfDay(index) ? <div key={key} className="section-title" style={placeAt(start)}>{dayTitle(revision, nowMs, zone)}</div> : null;
        })}
        <ul aria-label={say('history.revisions')}>
          {items.map(({ key, index, start }) => {
            const revision = at(index);
            const isWorking = index < lead;
            const hasDay = isFirstOfDay(index);
            const style = placeAt(start + (hasDay ? dayHeight : 0));
            if (!revision && !isWorking) return <li key={key} className="rev waiting" aria-hidden="true" style={style} />;
            const id = revision?.id ?? workingCopy;
            return (
              <Version
                key={key} style={style} index={index} isStop={index === stop} onFocus={setStop}
                revision={revision} isShown={shown?.id === revision?.id} isChosen={chosen.includes(id)} onOpen={() => onOpen(revision)} onToggle={() => onToggle(id)}
              >
                {revision ? <Facts revision={revision} size={sizes.get(revision.id)} isSameAuthor={!hasDay && at(index - 1)?.author.id === revision.author.id} /> : <Working />}
              </Version>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

const placeAt = (start: number): VersionProps['style'] => ({ transform: `translateY(${start}px)` });

interface VersionProps {
  readonly style: { readonly transform: string };
  readonly index: number;
  /** The one row that takes the Tab key. */
  readonly isStop: boolean;
  readonly onFocus: (index: number) => void;
  /** null: the working copy. */
  readonly revision: RevisionSummary | null;
  readonly isShown: boolean;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Version({ style, index, isStop, onFocus, revision, isShown, isChosen, onOpen, onToggle, children }: VersionProps): ReactNode {
  const isPinned = revision !== null && (revision.name !== '' || revision.cause === 'approve' || revision.cause === 'publish');
  const name = revision ? `${titleOf(revision)} ${revision.sequence}` : say('history.working');
  return (
    <li className={`rev${isShown || isChosen ? ' on' : ''}${isPinned ? ' pinned' : ''}`} style={style}>
      <i />
      <button type="button" className="rev-open" data-row={index} tabIndex={isStop ? 0 : -1} aria-current={isShown ? 'true' : undefined} onFocus={() => onFocus(index)} onClick={onOpen}>{children}</button>
      <input type="checkbox" tabIndex={isStop ? 0 : -1} onFocus={() => onFocus(index)} aria-label={say('history.choose', { name })} checked={isChosen} onChange={onToggle} />
    </li>
  );
}

function Working(): ReactNode {
  return (
    <>
      <span className="rev-title named">{say('history.working')}</span>
      <span className="rev-facts">{say('history.workingAbout')}</span>
    </>
  );
}

interface FactsProps {
  readonly revision: RevisionSummary;
  readonly size: ComparisonSummary | undefined;
  /** The one above is by the same person on the same day: the name is said once. */
  readonly isSameAuthor: boolean;
}

function Facts({ revision, size, isSameAuthor }: FactsProps): ReactNode {
  const ms = Date.parse(revision.time.instant);
  return (
    <>
      <span className={`rev-title${revision.name ? ' named' : ''}`} title={revision.note || undefined}>
        <span>{titleOf(revision)}</span>
        {revision.cause === 'approve' && revision.name ? <span className="pill approved">{say('history.cause-approve')}</span> : null}
        {revision.note === '' ? null : <span className="rev-note">{revision.note}</span>}
      </span>
      <span className="rev-facts">
        <span>{`${clock(ms, revision.time.zone)} ${zoneName(ms, revision.time.zone)}`}</span>
        <span className={isSameAuthor ? 'visually-hidden' : ''}>{revision.author.name}</span>
        {size ? <Size size={size} /> : null}
      </span>
    </>
  );
}

function Size({ size }: { readonly size: ComparisonSummary }): ReactNode {
  const parts = [
    ...(size.wordsAdded > 0 ? [say('history.more', { count: size.wordsAdded })] : []),
    ...(size.wordsRemoved > 0 ? [say('history.less', { count: size.wordsRemoved })] : []),
    ...(['pictures', 'ads', 'fields'] as const).filter((kind) => size[kind] > 0).map((kind) => say(`history.count-${kind}`, { count: size[kind] })),
  ];
  const text = parts.join(' ');
  return text === '' ? null : <span className="rev-size" title={text}>{text}</span>;
}
