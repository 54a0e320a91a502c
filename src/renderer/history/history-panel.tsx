import { type ReactNode, useState } from 'react';
import type { RevisionFilter, RevisionSummary, StateChange } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { BlockHistory } from './block-history.tsx';
import './history.css';
import { everything, HistoryFilter } from './history-filter.tsx';
import { NameForm } from './name-form.tsx';
import { Passages } from './passages.tsx';
import { aboutOf } from './revision-text.ts';
import { StateLine } from './state-line.tsx';
import { Timeline } from './timeline.tsx';
import { useRevisions } from './use-revisions.ts';

/** The last revision of a kind, and how much has changed since. */
export interface SinceRevision {
  readonly kind: 'approved' | 'exported' | 'published';
  readonly revision: RevisionSummary;
  readonly changes: number;
}

interface HistoryPanelProps {
  readonly articleId: string;
  readonly tick: number;
  readonly zone: string;
  readonly since: readonly SinceRevision[];
  /** Newest first. */
  readonly stateChanges: readonly StateChange[];
  /** The block whose history is asked for, null for the article's. */
  readonly blockId: string | null;
  /** The revision shown read-only, null while the page is. */
  readonly shown: RevisionSummary | null;
  /** Ids of what is chosen to compare, `workingCopy` among them; at most two. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[], known: readonly RevisionSummary[]) => void;
  readonly onCompare: () => void;
  /** A revision beside the working copy, or beside the one before it. */
  readonly onCompareWith: (revision: RevisionSummary, other: 'working-copy' | 'previous') => void;
  readonly onOpen: (revision: RevisionSummary | null) => void;
  readonly onSave: () => void;
  readonly onName: (name: string, note: string) => void;
  readonly onApprove: () => void;
  readonly onBlock: (blockId: string | null) => void;
  readonly onRestoreVersion: (revision: RevisionSummary, blockId: string) => void;
}

/** Every revision ever made, by day and author, newest first. */
export function HistoryPanel(props: HistoryPanelProps): ReactNode {
  const { articleId, tick, shown, blockId } = props;
  const [naming, setNaming] = useState(false);
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
      <StateLine changes={props.stateChanges} />
      <SinceLines since={props.since} onCompareWith={props.onCompareWith} />
      {blockId === null ? <Revisions {...props} /> : <BlockHistory articleId={articleId} blockId={blockId} tick={tick} onRestore={props.onRestoreVersion} onClose={() => props.onBlock(null)} />}
    </>
  );
}

/** What is approved or exported, by whom and when, and what has changed since: the comparison is one click away. */
function SinceLines({ since, onCompareWith }: Pick<HistoryPanelProps, 'since' | 'onCompareWith'>): ReactNode {
  return since.map(({ kind, revision, changes }) => (
    <button key={kind} type="button" className={`since ${kind}`} title={aboutOf(revision)} onClick={() => onCompareWith(revision, 'working-copy')}>
      <b>{say(`history.since-${kind}`, { count: changes })}</b>
      <span>{aboutOf(revision)}</span>
    </button>
  ));
}

function Revisions(props: HistoryPanelProps): ReactNode {
  const { articleId, tick, zone, shown, chosen, onChoose, onOpen, onCompareWith } = props;
  const notices = useNotices();
  const [filter, setFilter] = useState<RevisionFilter>(everything);
  const [passage, setPassage] = useState('');
  const { total, pages, authors, want } = useRevisions({ articleId, tick, filter, onError: notices.fail });
  const known = (): readonly RevisionSummary[] => [...pages.values()].flat();
  const toggle = (id: string): void => onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id].slice(-2), known());
  const isFiltered = filter.show !== 'all' || filter.author !== '' || filter.cause !== '';
  return (
    <>
      <HistoryFilter filter={filter} authors={authors} passage={passage} onFilter={setFilter} onPassage={setPassage} />
      {chosen.length > 0 ? (
        <div className="history-chosen" role="group">
          <span>{say('history.chosen', { count: chosen.length })}</span>
          {chosen.length === 2 ? <Button small onClick={props.onCompare}>{say('history.show')}</Button> : null}
          <Button small kind="quiet" onClick={() => onChoose([], [])}>{say('history.clear')}</Button>
        </div>
      ) : null}
      {passage.trim() === '' ? (
        <>
          <Timeline key={JSON.stringify(filter)} articleId={articleId} total={total ?? 0} pages={pages} zone={zone} hasWorking={!isFiltered} shown={shown} chosen={chosen} onToggle={toggle} onOpen={onOpen} want={want} />
          {total === 0 ? <p className="empty">{say(isFiltered ? 'history.noneSuch' : 'history.none')}</p> : null}
        </>
      ) : (
        <Passages articleId={articleId} tick={tick} passage={passage} onOpen={onOpen} onCompare={(revision) => onCompareWith(revision, 'previous')} />
      )}
    </>
  );
}
