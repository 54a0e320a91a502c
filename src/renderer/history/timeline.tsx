import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ComparisonSummary } from '../../article/compare/index.ts';
import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { clock, day, zoneName } from '../ui/times.ts';
import './history.css';
import { titleOf } from './revision-text.ts';
import { useSizes } from './use-sizes.ts';

/** Stands for the working copy where revisions are chosen. */
export const workingCopy = 'working-copy';

type Line = { readonly kind: 'day'; readonly text: string } | { readonly kind: 'working' } | { readonly kind: 'revision'; readonly revision: RevisionSummary; readonly isSameAuthor: boolean };

export interface TimelineProps {
  readonly articleId: string;
  readonly rows: readonly RevisionSummary[];
  readonly zone: string;
  /** The working copy stands first, unless revisions of one kind are asked for. */
  readonly hasWorking: boolean;
  readonly shown: RevisionSummary | null;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly onOpen: (revision: RevisionSummary | null) => void;
  readonly onEnd: () => void;
}

function linesOf(rows: readonly RevisionSummary[], zone: string, hasWorking: boolean): Line[] {
  const lines: Line[] = hasWorking ? [{ kind: 'working' }] : [];
  let author = '';
  const now = Date.now();
  let last = '';
  for (const revision of rows) {
    const ms = Date.parse(revision.time.instant);
    const itsDay = day(ms, revision.time.zone);
    if (itsDay !== last) {
      last = itsDay;
      author = '';
      const text = itsDay === day(now, zone) ? say('history.today', { day: itsDay }) : itsDay === day(now - 86_400_000, zone) ? say('history.yesterday', { day: itsDay }) : itsDay;
      lines.push({ kind: 'day', text });
    }
    lines.push({ kind: 'revision', revision, isSameAuthor: revision.author.id === author });
    author = revision.author.id;
  }
  return lines;
}

/** A list of which only what is in sight is in the page. */
export function Timeline({ articleId, rows, zone, hasWorking, shown, chosen, onToggle, onOpen, onEnd }: TimelineProps): ReactNode {
  const lines = useMemo(() => linesOf(rows, zone, hasWorking), [rows, zone, hasWorking]);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here, never memoized against
  const virtualizer = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: (index) => (lines[index]?.kind === 'day' ? 36 : 53), overscan: 10 });
  const items = virtualizer.getVirtualItems();
  const visible = items.flatMap(({ index }) => {
    const line = lines[index];
    return line?.kind === 'revision' ? [line.revision.id] : [];
  });
  const sizes = useSizes(articleId, visible);
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - 10) onEnd();
  }, [last, lines.length, onEnd]);
  return (
    <div ref={scroller} className="revisions">
      <div className="revisions-inner" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          // A day stands between the versions and is none of them: the list holds versions only.
          return line?.kind === 'day' ? <div key={item.key} className="section-title" style={placeOf(item)}>{line.text}</div> : null;
        })}
        <ul aria-label={say('history.revisions')} onKeyDown={walk}>
          {items.map((item) => {
            const line = lines[item.index];
            if (!line || line.kind === 'day') return null;
            const revision = line.kind === 'revision' ? line.revision : null;
            const id = revision?.id ?? workingCopy;
            return (
              <Version key={item.key} style={placeOf(item)} revision={revision} isShown={shown?.id === revision?.id} isChosen={chosen.includes(id)} onOpen={() => onOpen(revision)} onToggle={() => onToggle(id)}>
                {line.kind === 'revision' ? <Facts revision={line.revision} size={sizes.get(line.revision.id)} isSameAuthor={line.isSameAuthor} /> : <Working />}
              </Version>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

const placeOf = ({ start, size }: { readonly start: number; readonly size: number }): VersionProps['style'] => ({ transform: `translateY(${start}px)`, height: size });

interface VersionProps {
  readonly style: { readonly transform: string; readonly height: number };
  /** null: the working copy. */
  readonly revision: RevisionSummary | null;
  readonly isShown: boolean;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Version({ style, revision, isShown, isChosen, onOpen, onToggle, children }: VersionProps): ReactNode {
  const isPinned = revision !== null && (revision.name !== '' || revision.cause === 'approve' || revision.cause === 'publish');
  const name = revision ? `${titleOf(revision)} ${revision.sequence}` : say('history.working');
  return (
    <li className={`rev${isShown || isChosen ? ' on' : ''}${isPinned ? ' pinned' : ''}`} style={style}>
      <i />
      <button type="button" className="rev-open" aria-current={isShown ? 'true' : undefined} onClick={onOpen}>{children}</button>
      <input type="checkbox" aria-label={say('history.choose', { name })} checked={isChosen} onChange={onToggle} />
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
      </span>
      <span className="rev-facts">
        <span>{`${clock(ms, revision.time.zone)} ${zoneName(ms, revision.time.zone)}`}</span>
        <span className={isSameAuthor ? 'visually-hidden' : ''}>{revision.author.name}</span>
        {size ? <Size size={size} /> : null}
        {revision.note === '' ? null : <span className="rev-note">{revision.note}</span>}
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
  return parts.length === 0 ? null : <span className="rev-size">{parts.join(' ')}</span>;
}

/** Up and Down go from version to version. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('.rev-open')) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.rev-open')];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
