import { type ReactNode, useState } from 'react';
import type { FindQuery, Hit } from '../../article/find/index.ts';
import type { FoundArticle } from '../../ipc/everywhere.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/field.tsx';
import { EverywhereAsk, isDelicate } from './everywhere-ask.tsx';
import { EverywhereList, type EverywhereListProps } from './everywhere-list.tsx';
import type { Chosen, Run } from './everywhere-run.ts';
import { EverywhereStatus } from './everywhere-status.tsx';
import './everywhere.css';
import { queryOptions } from './find-panel.tsx';
import type { Searching } from './use-search.ts';

export interface EverywhereViewProps extends Pick<EverywhereListProps, 'nameOf' | 'wordsOf'> {
  readonly query: FindQuery;
  readonly onQuery: (query: FindQuery) => void;
  readonly replacement: string;
  readonly onReplacement: (text: string) => void;
  readonly searching: Searching;
  readonly putOf: EverywhereListProps['putOf'];
  readonly run: Run | null;
  readonly onReplace: (chosen: readonly Chosen[]) => void;
  readonly onStopRun: () => void;
  /** Articles the last replacement can still be taken back in. */
  readonly undoable: number;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What is looked for in all articles, each article that has it, and the replacement: asked for once more where it is delicate. */
export function EverywhereView(props: EverywhereViewProps): ReactNode {
  const { searching, run, onReplace, onClose } = props;
  const { search } = searching;
  const { spared, isSpared, spare, leaveOut } = useSpared();
  const [isAsking, setIsAsking] = useState(false);
  const isAtWork = run !== null && run.current !== null;
  const chosen = (search?.rows ?? []).map((found): Chosen => ({ found, hits: found.hits.filter((hit) => !spared.has(keyOf(found, hit))) })).filter(({ hits }) => hits.length > 0);
  const replace = (wanted: readonly Chosen[]): void => {
    setIsAsking(false);
    if (wanted.length > 0) onReplace(wanted);
  };
  const delicate = chosen.filter(isDelicate);
  return (
    <Dialog label={say('find.everywhere')} kind="everywhere" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('find.everywhere')}</h1>
          <p>{say('find.everywhereAbout')}</p>
        </div>
        <Button aria-label={say('find.everywhereClose')} onClick={onClose}>{say('library.close')}</Button>
      </header>
      <Fields {...props} disabled={isAtWork} />
      <EverywhereStatus {...props} />
      {isAsking ? (
        <EverywhereAsk
          delicate={delicate}
          nameOf={props.nameOf}
          onAll={() => replace(chosen)}
          onLeaveOut={() => {
            leaveOut(delicate);
            replace(chosen.filter((one) => !isDelicate(one)));
          }}
          onBack={() => setIsAsking(false)}
        />
      ) : null}
      {search && search.rows.length > 0 ? <EverywhereList {...props} rows={search.rows} isSpared={isSpared} onSpare={spare} disabled={isAtWork || isAsking} /> : null}
      {search && search.rows.length > 0 && !search.isRunning && !isAtWork && !isAsking ? (
        <footer className="everywhere-foot">
          <Button kind="primary" disabled={chosen.length === 0} onClick={() => (delicate.length > 0 ? setIsAsking(true) : replace(chosen))}>
            {say('find.everywhereReplace', { hits: chosen.reduce((sum, { hits }) => sum + hits.length, 0), articles: chosen.length })}
          </Button>
        </footer>
      ) : null}
    </Dialog>
  );
}

const keyOf = ({ summary }: FoundArticle, { blockId, path, from }: Hit): string => [summary.id, blockId, ...path, from].join('|');

/** The hits that are to stay as they are. */
function useSpared(): { readonly spared: ReadonlySet<string>; readonly isSpared: EverywhereListProps['isSpared']; readonly spare: EverywhereListProps['onSpare']; readonly leaveOut: (chosen: readonly Chosen[]) => void } {
  const [spared, setSpared] = useState<ReadonlySet<string>>(new Set());
  const spare: EverywhereListProps['onSpare'] = (found, hits, isSpared) => {
    const keys = new Set(hits.map((hit) => keyOf(found, hit)));
    setSpared(new Set([...[...spared].filter((key) => !keys.has(key)), ...(isSpared ? keys : [])]));
  };
  return { spared, isSpared: (found, hit) => spared.has(keyOf(found, hit)), spare, leaveOut: (chosen) => setSpared(new Set([...spared, ...chosen.flatMap(({ found, hits }) => hits.map((hit) => keyOf(found, hit)))])) };
}

function Fields({ query, onQuery, replacement, onReplacement, searching, disabled }: EverywhereViewProps & { readonly disabled: boolean }): ReactNode {
  const change = (next: FindQuery): void => {
    searching.clear();
    onQuery(next);
  };
  return (
    <form
      className="everywhere-fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (query.text !== '' && !disabled) void searching.start(query);
      }}
    >
      {/* From what is looked for the Tab key leads to what takes its place, and only then to the buttons. */}
      <div className="everywhere-texts">
        <Input type="search" aria-label={say('find.everywhereText')} placeholder={say('find.everywhereText')} disabled={disabled} value={query.text} onChange={(event) => change({ ...query, text: event.target.value })} />
        <Input aria-label={say('find.replacement')} placeholder={say('find.replacement')} disabled={disabled} value={replacement} onChange={(event) => onReplacement(event.target.value)} />
        <Button type="submit" disabled={disabled || query.text === ''}>{say('find.everywhereSearch')}</Button>
      </div>
      <div className="find-row find-options" role="group" aria-label={say('find.everywhere')}>
        {queryOptions.map((name) => <Button key={name} small kind="quiet" disabled={disabled} aria-pressed={query[name]} onClick={() => change({ ...query, [name]: !query[name] })}>{say(`find.${name}`)}</Button>)}
      </div>
    </form>
  );
}
