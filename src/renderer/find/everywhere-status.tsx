import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import type { Run } from './everywhere-run.ts';
import type { EverywhereViewProps } from './everywhere-view.tsx';
import type { Search } from './use-search.ts';

/** How far the search or the replacement is, a way to stop it, and what came of it. */
export function EverywhereStatus({ searching: { search, stop }, run, onStopRun, undoable, onUndo }: Pick<EverywhereViewProps, 'searching' | 'run' | 'onStopRun' | 'undoable' | 'onUndo'>): ReactNode {
  const progress = progressOf(search, run);
  return (
    <div className="everywhere-status">
      {progress ? (
        <div className="find-row">
          <progress value={progress.value} max={progress.max} aria-label={say('find.everywhere')} />
          <span className="field-hint">{progress.text}</span>
          <Button small onClick={progress.isRun ? onStopRun : stop}>{say('find.everywhereStop')}</Button>
        </div>
      ) : null}
      <div className="find-row">
        <p role="status">{progress ? '' : cameOf(search, run)}</p>
        {!progress && undoable > 0 ? <Button small onClick={onUndo}>{say('find.everywhereUndo', { articles: undoable })}</Button> : null}
      </div>
      {search ? <SearchTroubles search={search} /> : null}
      {run && run.failures.length > 0 ? <ul role="alert" className="field-error">{run.failures.map(({ name, message }) => <li key={`${name} ${message}`}>{say('find.everywhereFailed', { name, message })}</li>)}</ul> : null}
    </div>
  );
}

function SearchTroubles({ search: { fault, isCut, hits, unreadable } }: { readonly search: Search }): ReactNode {
  return (
    <>
      {fault !== '' ? <p role="alert" className="field-error">{fault}</p> : null}
      {isCut ? <p className="field-hint">{say('find.everywhereCut', { hits })}</p> : null}
      {unreadable.length > 0 ? <p className="field-error">{say('find.everywhereUnreadable', { names: unreadable.join(', ') })}</p> : null}
    </>
  );
}

/** null while nothing is at work. */
function progressOf(search: Search | null, run: Run | null): { readonly value: number; readonly max: number; readonly text: string; readonly isRun: boolean } | null {
  if (run && run.current !== null) return { value: run.done, max: run.count, text: runningText(run), isRun: true };
  if (search?.isRunning) return { value: search.looked, max: Math.max(1, search.total), text: say('find.everywhereProgress', { looked: search.looked, total: search.total, hits: search.hits }), isRun: false };
  return null;
}

function cameOf(search: Search | null, run: Run | null): string {
  if (run) return endedText(run);
  return search && search.fault === '' ? foundText(search) : '';
}

const runningText = ({ kind, done, count, current }: Run): string => say(kind === 'undo' ? 'find.everywhereUndoing' : 'find.everywhereReplacing', { done, count, name: current ?? '' });

function foundText({ hits, rows, looked, total, isStopped }: Search): string {
  return isStopped ? say('find.everywhereFoundStopped', { looked, total, hits }) : say('find.everywhereFound', { hits, articles: rows.length });
}

/** What a run came to. */
export function endedText({ kind, replaced, count, done, failures, kept, keptIn, isStopped }: Run): string {
  if (kind === 'undo') {
    const articles = done - failures.length;
    return kept > 0 ? say('find.everywhereUndoneKept', { articles, kept, names: keptIn.join(', ') }) : say('find.everywhereUndone', { articles });
  }
  const hits = replaced.reduce((sum, { article }) => sum + article.count, 0);
  if (hits === 0) return failures.length > 0 ? '' : say('find.everywhereNone');
  return isStopped ? say('find.everywhereReplacedStopped', { hits, articles: replaced.length, count }) : say('find.everywhereReplaced', { hits, articles: replaced.length });
}
