import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { ArticleState, ArticleSummary, ImportedFile, OpenedArticle } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { api, call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { nameOf, type RowActions } from '../library/row.tsx';
import { useNotices } from '../ui/notices.tsx';
import { askToErase } from './erasing.ts';
import { importNotices } from './importing.ts';
import { TypedAhead } from './typed-ahead.ts';

export interface Desk {
  readonly opened: OpenedArticle | null;
  readonly state: ArticleState;
  readonly isTrashed: boolean;
  /** Changes whenever the library should ask again. */
  readonly tick: number;
  readonly refresh: () => void;
  readonly actions: RowActions;
  /** Opens an article as storage has it now, also the one that is open. */
  readonly openId: (articleId: string) => Promise<void>;
  readonly create: (article: Article | null) => Promise<void>;
  readonly openSample: () => Promise<void>;
  readonly importFiles: () => Promise<void>;
  readonly importDropped: (files: readonly File[]) => Promise<void>;
  readonly setState: (state: ArticleState) => Promise<void>;
  /** What was typed while another article was on its way. */
  readonly takeTyped: () => string;
  /** Saves what is unsaved and closes the version; true when storage has everything. */
  readonly leave: () => Promise<boolean>;
}

/** Which article is open, beginning with `last`, and everything that opens, makes or moves one. */
export function useDesk(editor: RefObject<EditorHandle | null>, last: OpenedArticle | null): Desk {
  const notices = useNotices();
  const [opened, setOpened] = useState(last);
  const [state, setShownState] = useState<ArticleState>(last?.summary.state ?? 'draft');
  const [tick, setTick] = useState(0);
  const refresh = useCallback(() => setTick((count) => count + 1), []);
  useEffect(() => api.on('library-changed', refresh), [refresh]);
  const id = opened?.article.id ?? null;

  const leave = useCallback(async () => {
    if (id === null || !editor.current) return true;
    const isSaved = await editor.current.flush();
    if (!isSaved) return false;
    await call('revisions.make', { articleId: id, cause: 'before-close', name: '', note: '' });
    refresh();
    return true;
  }, [id, editor, refresh]);

  const show = useCallback((article: OpenedArticle) => {
    setOpened(article);
    setShownState(article.summary.state);
  }, []);
  const { enter, openId, takeTyped } = useEntering({ leave, show, refresh });
  const imports = useImports(openId, refresh);
  const actions = useRowActions({ id, openId, enter, close: useCallback(() => setOpened(null), []), refresh, leave });
  return useMemo<Desk>(
    () => ({
      opened, state, tick, refresh, actions, leave, openId,
      takeTyped,
      isTrashed: opened !== null && opened.summary.trashedAtMs !== null,
      create: (article) => enter(() => call('articles.create', { article }), true),
      openSample: () => enter(() => call('articles.openSample', null), true),
      ...imports,
      setState: async (wanted) => {
        if (id === null) return;
        const result = await call('articles.setState', { articleId: id, state: wanted });
        if (!result.ok) return notices.fail(result.error);
        setShownState(result.value.state);
        refresh();
      },
    }),
    [opened, state, tick, refresh, actions, leave, openId, takeTyped, enter, imports, id, notices],
  );
}

interface EnteringContext {
  readonly leave: () => Promise<boolean>;
  readonly show: (article: OpenedArticle) => void;
  readonly refresh: () => void;
}

/** The ways to another article. Unsaved text is never left behind, and what is typed on the way goes to the new page. */
function useEntering({ leave, show, refresh }: EnteringContext): Pick<Desk, 'openId' | 'takeTyped'> & Pick<RowContext, 'enter'> {
  const notices = useNotices();
  const [typed] = useState(() => new TypedAhead());
  /** Opens the answer of a call. `isNew`: the library has one more. */
  const enter = useCallback(
    async (ask: () => Promise<Result<OpenedArticle>>, isNew: boolean) => {
      typed.begin();
      const result = (await leave()) ? await ask() : null;
      if (!result?.ok) {
        typed.take();
        if (result) notices.fail(result.error);
        return;
      }
      show(result.value);
      if (isNew) refresh();
    },
    [leave, notices, show, refresh, typed],
  );
  const openId = useCallback((articleId: string) => enter(() => call('articles.open', { articleId }), false), [enter]);
  return { enter, openId, takeTyped: typed.take };
}

/** Both ways to import files: what came of each is said, and the last one is opened. */
function useImports(openId: (articleId: string) => Promise<void>, refresh: () => void): Pick<Desk, 'importFiles' | 'importDropped'> {
  const notices = useNotices();
  return useMemo(() => {
    const settle = (result: Result<readonly ImportedFile[] | null>): void => {
      if (!result.ok) return notices.fail(result.error);
      const files = result.value ?? [];
      for (const notice of importNotices(files)) notices.show(notice);
      refresh();
      const last = files.findLast(({ articleId }) => articleId !== null)?.articleId;
      if (last) void openId(last);
    };
    return {
      importFiles: async () => settle(await call('files.import', null)),
      importDropped: async (files) => settle(await call('files.importDropped', { paths: files.map((file) => api.pathOfDropped(file)).filter((path) => path !== '') })),
    };
  }, [notices, refresh, openId]);
}

interface RowContext {
  readonly id: string | null;
  readonly openId: (articleId: string) => Promise<void>;
  readonly enter: (ask: () => Promise<Result<OpenedArticle>>, isNew: boolean) => Promise<void>;
  readonly close: () => void;
  readonly refresh: () => void;
  readonly leave: () => Promise<boolean>;
}

function useRowActions({ id, openId, enter, close, refresh, leave }: RowContext): RowActions {
  const notices = useNotices();
  return useMemo<RowActions>(() => {
    const untrash = async (row: ArticleSummary): Promise<void> => {
      const result = await call('articles.untrash', { articleId: row.id });
      if (!result.ok) return notices.fail(result.error);
      notices.show({ text: say('library.untrashed', { name: nameOf(row) }) });
      if (row.id === id) void openId(row.id);
      refresh();
    };
    const trash = async (row: ArticleSummary): Promise<void> => {
      if (row.id === id && !(await leave())) return;
      const result = await call('articles.trash', { articleId: row.id });
      if (!result.ok) return notices.fail(result.error);
      if (row.id === id) close();
      refresh();
      notices.show({ text: say('library.trashed', { name: nameOf(row) }), action: { label: say('library.undo'), run: () => void untrash(row) } });
    };
    return {
      open: (row) => { if (row.id !== id) void openId(row.id); },
      duplicate: (row) => void enter(() => call('articles.duplicate', { articleId: row.id }), true),
      trash: (row) => void trash(row),
      untrash: (row) => void untrash(row),
      erase: (row) => askToErase(row, notices, {
        leave: async () => {
          if (row.id !== id) return true;
          const isSaved = await leave();
          if (isSaved) close();
          return isSaved;
        },
        done: refresh,
      }),
    };
  }, [id, openId, enter, close, refresh, leave, notices]);
}
