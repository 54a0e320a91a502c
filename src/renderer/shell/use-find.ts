import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { type FindQuery, type Hit, hitKey, replaceHits } from '../../article/find/index.ts';
import { hitsWithin } from '../../article/find/scope.ts';
import { say } from '../../language/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { type Notices, useNotices } from '../ui/notices.tsx';
import { runCommand, useCommands } from './command-desk.ts';
import { useShownHits } from './show-hits.ts';
import { useFindScope } from './use-find-scope.ts';
import { useFound } from './use-found.ts';
import type { HistoryDesk } from './history-desk.ts';

export interface FindDesk {
  readonly open: 'find' | 'replace' | null;
  /** Rises each time it is asked for. */
  readonly opened: number;
  readonly query: FindQuery;
  readonly replacement: string;
  readonly hits: readonly Hit[];
  /** What is wrong with the expression; '' for nothing. */
  readonly error: string;
  /** The hits are still to come. */
  readonly isSearching: boolean;
  /** Index of the hit that is shown; -1 for none. */
  readonly current: number;
  /** Whether only what was selected is searched. */
  readonly isInSelection: boolean;
  readonly toggleInSelection: () => void;
  /** Keys of the hits that are not to be replaced. */
  readonly spared: ReadonlySet<string>;
  readonly setQuery: (query: FindQuery) => void;
  readonly setReplacement: (text: string) => void;
  readonly setOpen: (open: 'find' | 'replace' | null) => void;
  readonly go: (index: number) => void;
  readonly spare: (hit: Hit, isSpared: boolean) => void;
  readonly replaceOne: () => void;
  readonly replaceAll: () => Promise<void>;
}

interface FindContext {
  readonly article: Article;
  readonly editor: RefObject<EditorHandle | null>;
  readonly history: HistoryDesk;
  /** Takes the article as it stands, now. */
  readonly refresh: () => void;
}

export const blankQuery: FindQuery = { text: '', matchCase: false, wholeWord: false, matchAccents: false, isRegex: false };
/** Selected words up to this length are what is looked for. */
const longestSelection = 100;
const nobody: ReadonlySet<string> = new Set();

/** Find and replace in the open article: hits follow every key typed, in the query and in the text. */
export function useFind({ article, editor, history, refresh }: FindContext): FindDesk {
  const notices = useNotices();
  const [open, setOpen] = useState<FindDesk['open']>(null);
  const [opened, setOpened] = useState(0);
  const [query, setQuery] = useState(blankQuery);
  const [replacement, setReplacement] = useState('');
  const [{ index, asked }, setPlace] = useState({ index: 0, asked: 0 });
  const [spared, setSpared] = useState(nobody);
  const found = useFound(article, query, open !== null);
  const { scope, fault, toggle, drop } = useFindScope(article, editor);
  const hits = useMemo(() => (scope ? hitsWithin(found.hits, scope) : found.hits), [found, scope]);
  const current = hits.length === 0 ? -1 : Math.min(index, hits.length - 1);
  useShownHits(editor, { hits, current, asked, scope });
  const goTo = (to: number): void => setPlace({ index: to, asked: asked + 1 });
  const show = (how: 'find' | 'replace'): void => {
    history.close();
    const selected = selectedWords(editor.current);
    if (selected && selected !== query.text) change({ ...query, text: selected, isRegex: false });
    else goTo(index);
    setOpen(how);
    setOpened(opened + 1);
    refresh();
  };
  const change = (next: FindQuery): void => {
    setQuery(next);
    goTo(0);
    setSpared(nobody);
  };
  const go = (to: number): void => {
    if (hits.length > 0) goTo((to + hits.length) % hits.length);
  };
  useCommands({
    find: () => show('find'),
    replace: () => show('replace'),
    ...(open && hits.length > 0 ? { 'find-next': () => go(current + 1), 'find-previous': () => go(current - 1) } : {}),
  });
  useEffect(() => () => notices.hide(replacedNotice), [notices]);
  const { replace, replaceAll } = replacing({ editor, history, refresh, notices, query, replacement });
  return {
    open, opened, query, replacement, hits, current, spared, setReplacement, go,
    setOpen: (how) => {
      if (how === null) drop();
      setOpen(how);
    },
    isInSelection: scope !== null,
    toggleInSelection: () => {
      goTo(0);
      toggle();
    },
    error: found.error || fault,
    isSearching: found.isSearching,
    setQuery: change,
    spare: (hit, isSpared) => setSpared(new Set(isSpared ? [...spared, hitKey(hit)] : [...spared].filter((key) => key !== hitKey(hit)))),
    replaceOne: () => {
      const hit = hits[current];
      if (hit) replace([hit]);
    },
    replaceAll: () => replaceAll(hits.filter((hit) => !spared.has(hitKey(hit)))),
  };
}

/** Its undo is one of this article: it goes with the page. */
const replacedNotice = 'replaced';

interface Replacing extends Omit<FindContext, 'article'> {
  readonly notices: Notices;
  readonly query: FindQuery;
  readonly replacement: string;
}

function replacing({ editor, history, refresh, notices, query, replacement }: Replacing): { readonly replace: (chosen: readonly Hit[]) => boolean; readonly replaceAll: (chosen: readonly Hit[]) => Promise<void> } {
  /** Replaces those of the hits that still stand where they were found. */
  const replace = (chosen: readonly Hit[]): boolean => {
    const now = editor.current?.article();
    const isDone = now !== undefined && chosen.length > 0 && editor.current?.changeBlocks(replaceHits(now, chosen, replacement, query.isRegex)) === true;
    refresh();
    return isDone;
  };
  const replaceAll = async (chosen: readonly Hit[]): Promise<void> => {
    // What stands now becomes a revision first, so that this one holds the replacement alone.
    await history.make('explicit-save');
    if (!replace(chosen)) return;
    const count = chosen.length;
    await history.make('replace-all', '', say('find.note', { from: query.text, to: replacement, count }));
    const after = editor.current?.editor.state.doc;
    // What was written since is not what somebody means to take back here.
    const undo = (): void => (after !== undefined && editor.current?.editor.state.doc === after ? void runCommand('undo') : notices.show({ text: say('find.writtenSince') }));
    notices.show({ id: replacedNotice, text: say('find.replaced', { count }), action: { label: say('library.undo'), run: undo } });
  };
  return { replace, replaceAll };
}

function selectedWords(handle: EditorHandle | null): string {
  const { state, view } = handle?.editor ?? {};
  if (!state || !view?.hasFocus() || state.selection.empty || !state.selection.$from.sameParent(state.selection.$to)) return '';
  const { from, to } = state.selection;
  return to - from > longestSelection ? '' : state.doc.textBetween(from, to);
}
