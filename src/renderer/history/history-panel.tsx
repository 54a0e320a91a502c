import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { clock, day, zoneName } from '../ui/times.ts';
import './history.css';
import { NameForm } from './name-form.tsx';
import { titleOf } from './revision-text.ts';
import { useRevisions } from './use-revisions.ts';

/** Stands for the working copy where revisions are chosen. */
export const workingCopy = 'working-copy';

interface HistoryPanelProps {
  readonly articleId: string;
  readonly tick: number;
  readonly zone: string;
  /** The revision shown read-only, null while the page is. */
  readonly shown: RevisionSummary | null;
  /** Ids of what is chosen to compare, `workingCopy` among them; at most two. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[], known: readonly RevisionSummary[]) => void;
  readonly onCompare: () => void;
  readonly onOpen: (revision: RevisionSummary | null) => void;
  readonly onSave: () => void;
  readonly onName: (name: string, note: string) => void;
  readonly onApprove: () => void;
}

type Line = { readonly kind: 'day'; readonly text: string } | { readonly kind: 'working' } | { readonly kind: 'revision'; readonly revision: RevisionSummary; readonly difference: number };

/** Every revision ever made, by day, newest first. */
export function HistoryPanel(props: HistoryPanelProps): ReactNode {
  const { articleId, tick, zone, shown, chosen, onChoose } = props;
  const notices = useNotices();
  const { rows, more } = useRevisions(articleId, tick, notices.fail);
  const [naming, setNaming] = useState(false);
  const lines = useMemo(() => linesOf(rows ?? [], zone), [rows, zone]);
  const toggle = (id: string): void => onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id].slice(-2), rows ?? []);
  return (
    <>
      <div className="history-actions">
        <Button small onClick={props.onSave}>{say('history.save')}</Button>
        <Button small aria-expanded={naming} onClick={() => setNaming(!naming)}>{say('history.name')}</Button>
        <Button small onClick={props.onApprove}>{say('history.approve')}</Button>
      </div>
      {naming ? (
        <NameForm
          key={shown?.id ?? ''}
          name={shown?.name ?? ''}
          note={shown?.note ?? ''}
          onCancel={() => setNaming(false)}
          onDone={(name, note) => {
            setNaming(false);
            props.onName(name, note);
          }}
        />
      ) : null}
      {chosen.length > 0 ? (
        <div className="history-chosen" role="group">
          <span>{say('history.chosen', { count: chosen.length })}</span>
          {chosen.length === 2 ? <Button small onClick={props.onCompare}>{say('history.show')}</Button> : null}
          <Button small kind="quiet" onClick={() => onChoose([], rows ?? [])}>{say('history.clear')}</Button>
        </div>
      ) : null}
      <RevisionList {...props} lines={lines} onToggle={toggle} onEnd={more} />
      {rows?.length === 0 ? <p className="empty">{say('history.none')}</p> : null}
    </>
  );
}

function linesOf(rows: readonly RevisionSummary[], zone: string): Line[] {
  const lines: Line[] = [{ kind: 'working' }];
  const now = Date.now();
  let last = '';
  for (const [index, revision] of rows.entries()) {
    const ms = Date.parse(revision.time.instant);
    const itsDay = day(ms, revision.time.zone);
    if (itsDay !== last) {
      last = itsDay;
      const text = itsDay === day(now, zone) ? say('history.today', { day: itsDay }) : itsDay === day(now - 86_400_000, zone) ? say('history.yesterday', { day: itsDay }) : itsDay;
      lines.push({ kind: 'day', text });
    }
    lines.push({ kind: 'revision', revision, difference: revision.words - (rows[index + 1]?.words ?? (index === rows.length - 1 ? 0 : revision.words)) });
  }
  return lines;
}

interface RevisionListProps extends HistoryPanelProps {
  readonly lines: readonly Line[];
  readonly onToggle: (id: string) => void;
  readonly onEnd: () => void;
}

function RevisionList({ lines, shown, chosen, onToggle, onOpen, onEnd }: RevisionListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here, never memoized against
  const virtualizer = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: (index) => (lines[index]?.kind === 'day' ? 36 : 53), overscan: 10 });
  const items = virtualizer.getVirtualItems();
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
        <ul aria-label={say('history.revisions')}>
          {items.map((item) => {
            const line = lines[item.index];
            if (!line || line.kind === 'day') return null;
            const revision = line.kind === 'revision' ? line.revision : null;
            const id = revision?.id ?? workingCopy;
            return (
              <Version key={item.key} style={placeOf(item)} revision={revision} isShown={shown?.id === revision?.id} isChosen={chosen.includes(id)} onOpen={() => onOpen(revision)} onToggle={() => onToggle(id)}>
                {line.kind === 'revision' ? <Facts revision={line.revision} difference={line.difference} /> : <Working />}
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

function Facts({ revision, difference }: { readonly revision: RevisionSummary; readonly difference: number }): ReactNode {
  const ms = Date.parse(revision.time.instant);
  return (
    <>
      <span className={`rev-title${revision.name ? ' named' : ''}`} title={revision.note || undefined}>
        <span>{titleOf(revision)}</span>
        {revision.cause === 'approve' && revision.name ? <span className="pill approved">{say('history.cause-approve')}</span> : null}
      </span>
      <span className="rev-facts">
        <span>{`${clock(ms, revision.time.zone)} ${zoneName(ms, revision.time.zone)}`}</span>
        <span>{revision.author.name}</span>
        {revision.note === '' ? null : <span className="rev-note">{revision.note}</span>}
        {difference === 0 ? null : <span>{say(difference > 0 ? 'history.more' : 'history.less', { count: Math.abs(difference) })}</span>}
      </span>
    </>
  );
}
