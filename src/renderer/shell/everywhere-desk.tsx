import { type ReactNode, useRef, useState } from 'react';
import { type FindQuery, type Hit, replacementFor } from '../../article/find/index.ts';
import type { FoundArticle } from '../../ipc/everywhere.ts';
import { say } from '../../language/index.ts';
import { type Chosen, type Replaced, type Run, runThrough } from '../find/everywhere-run.ts';
import { endedText } from '../find/everywhere-status.tsx';
import { EverywhereView } from '../find/everywhere-view.tsx';
import { useSearch } from '../find/use-search.ts';
import { nameOf } from '../library/row.tsx';
import { useNotices } from '../ui/notices.tsx';
import { revisionsMadeEvent } from '../ui/revisions-made-event.ts';
import { useCommands } from './command-desk.ts';
import { contextOf, kindOf, placeText } from './hit-words.ts';
import { type PageOf, replaceIn, takeBackIn } from './replace-on-page.ts';
import { blankQuery } from './use-find.ts';

interface EverywhereDeskProps {
  readonly pageOf: PageOf;
  /** Saves what is on the page, so that its newest words are searched. */
  readonly onBefore: () => Promise<boolean>;
  /** The library's articles are others now. */
  readonly onChanged: () => void;
}

const found = (article: FoundArticle): string => nameOf(article.summary);
const wordsOf = (hit: Hit): ReturnType<typeof contextOf> & { readonly place: string } => ({ place: placeText(hit, kindOf), ...contextOf(hit) });

/** Find and replace in all articles, over the window while it is asked for; what it did can be taken back after it is closed. */
export function EverywhereDesk({ pageOf, onBefore, onChanged }: EverywhereDeskProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const [query, setQuery] = useState<FindQuery>(blankQuery);
  const [replacement, setReplacement] = useState('');
  const searching = useSearch(onBefore);
  const { run, undoable, replace, undo, stop, forget } = useReplacing({ pageOf, onChanged });
  const notices = useNotices();
  useCommands({ 'replace-everywhere': () => setIsOpen(true) });
  const close = (): void => {
    searching.clear();
    stop();
    setIsOpen(false);
    if (run?.kind === 'replace' && run.current === null && undoable.length > 0) {
      notices.show({ text: endedText(run), lasting: true, action: { label: say('find.everywhereUndo', { articles: undoable.length }), run: () => void undo(undoable).then((ended) => notices.show({ text: endedText(ended), lines: ended.failures.map((failure) => say('find.everywhereFailed', failure)) })) } });
    }
    forget();
  };
  if (!isOpen) return null;
  return (
    <EverywhereView
      query={query}
      onQuery={(next) => {
        forget();
        setQuery(next);
      }}
      replacement={replacement}
      onReplacement={setReplacement}
      searching={searching}
      nameOf={found}
      wordsOf={wordsOf}
      putOf={(hit) => replacementFor(hit.groups, replacement, query.isRegex)}
      run={run}
      onReplace={(chosen) => void replace(chosen, query, replacement).then(searching.clear)}
      onStopRun={stop}
      undoable={undoable.length}
      onUndo={() => void undo(undoable)}
      onClose={close}
    />
  );
}

interface Replacing {
  readonly run: Run | null;
  readonly undoable: readonly Replaced[];
  readonly replace: (chosen: readonly Chosen[], query: FindQuery, replacement: string) => Promise<void>;
  readonly undo: (articles: readonly Replaced[]) => Promise<Run>;
  /** After the article at work. */
  readonly stop: () => void;
  /** What it came to is no longer shown; a notice may still take it back. */
  readonly forget: () => void;
}

function useReplacing({ pageOf, onChanged }: Pick<EverywhereDeskProps, 'pageOf' | 'onChanged'>): Replacing {
  const [run, setRun] = useState<Run | null>(null);
  const [undoable, setUndoable] = useState<readonly Replaced[]>([]);
  const words = useRef({ from: '', to: '' });
  const isStopped = useRef(false);
  const begin = (): { readonly isStopped: () => boolean; readonly show: (run: Run) => void } => {
    isStopped.current = false;
    return { isStopped: () => isStopped.current, show: setRun };
  };
  const end = (): void => {
    onChanged();
    document.dispatchEvent(new CustomEvent(revisionsMadeEvent));
  };
  return {
    run,
    undoable,
    replace: async (chosen, query, replacement) => {
      words.current = { from: query.text, to: replacement };
      const ended = await runThrough('replace', {
        ...begin(),
        items: chosen,
        nameOf: (one) => found(one.found),
        work: ({ found: { summary }, hits }) => replaceIn(pageOf, { articleId: summary.id, hits, replacement, isRegex: query.isRegex, note: say('find.everywhereNote', { ...words.current, count: hits.length }) }),
        take: (now, one, article) => (article ? { ...now, replaced: [...now.replaced, { name: found(one.found), article }] } : now),
      });
      setUndoable(ended.replaced);
      end();
    },
    undo: async (articles) => {
      const left = new Set(articles);
      const ended = await runThrough('undo', {
        ...begin(),
        items: articles,
        nameOf: ({ name }) => name,
        work: ({ article }) => takeBackIn(pageOf, { replaced: article, note: say('find.everywhereNoteBack', words.current) }),
        take: (now, one, { kept }) => {
          left.delete(one);
          return kept === 0 ? now : { ...now, kept: now.kept + kept, keptIn: [...now.keptIn, one.name] };
        },
      });
      setUndoable([...left]);
      end();
      return ended;
    },
    stop: () => {
      isStopped.current = true;
    },
    forget: () => {
      setRun(null);
      setUndoable([]);
    },
  };
}
