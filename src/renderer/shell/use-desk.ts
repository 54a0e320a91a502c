import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { ArticleState, ArticleSummary, ImportedFile, OpenedArticle } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import type { RestoredSession } from '../../ipc/session.ts';
import { say } from '../../language/index.ts';
import { api, call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { nameOf, type RowActions } from '../library/row.tsx';
import { keepBeside } from '../ui/kept-beside.ts';
import { useNotices } from '../ui/notices.tsx';
import { articleName } from './article-name.ts';
import { askToErase } from './erasing.ts';
import { importNotices } from './importing.ts';
import { hasTab, nextTo } from './open-tabs.ts';
import { type Enter, type Entering, useEntering } from './use-entering.ts';
import { type TabsDesk, useTabs } from './use-tabs.ts';

export interface Desk extends Entering {
  readonly opened: OpenedArticle | null;
  /** Another number for each article that was opened, the same one opened again included. */
  readonly openings: number;
  readonly state: ArticleState;
  readonly isTrashed: boolean;
  /** Changes whenever the library should ask again. */
  readonly tick: number;
  readonly refresh: () => void;
  readonly actions: RowActions;
  readonly create: (article: Article | null) => Promise<void>;
  /** A new article that is still being made, to be filled in from its headline on. */
  readonly createFromForm: (making: () => Promise<Result<Article>>) => Promise<void>;
  readonly openSample: () => Promise<void>;
  readonly importFiles: () => Promise<void>;
  readonly importDropped: (files: readonly File[]) => Promise<void>;
  readonly setState: (state: ArticleState) => Promise<void>;
  readonly tabs: TabsDesk;
  /** Closes a tab; the text of the one in front is kept first. @returns false where it could not be kept: then the tab stays */
  readonly closeTab: (articleId: string) => Promise<boolean>;
  /** Saves what is unsaved and closes the version; true when storage has everything. */
  readonly leave: () => Promise<boolean>;
}

/** Which article is open, beginning with `last`, and everything that opens, makes or moves one. */
export function useDesk(editor: RefObject<EditorHandle | null>, last: RestoredSession | null): Desk {
  const notices = useNotices();
  const [{ opened, openings }, setOpened] = useState({ opened: last?.opened ?? null, openings: 0 });
  const [state, setShownState] = useState<ArticleState>(last?.opened.summary.state ?? 'draft');
  const [tick, setTick] = useState(0);
  const refresh = useCallback(() => setTick((count) => count + 1), []);
  useEffect(() => api.on('library-changed', refresh), [refresh]);
  const id = opened?.article.id ?? null;
  const tabs = useTabs(editor, id, last);
  const { memory, add, rename, now } = tabs;
  const [closing] = useState(() => new Set<string>());

  const leave = useCallback(async () => {
    const page = editor.current;
    if (!page) return true;
    const isSaved = (await page.flush()) && (await keepBeside());
    if (!isSaved) return false;
    await call('revisions.make', { articleId: page.articleId, cause: 'before-close', name: '', note: '' });
    refresh();
    return true;
  }, [editor, refresh]);

  const show = useCallback((next: OpenedArticle | null) => {
    // The page says itself whose it is: another article may be on its way there already.
    const page = editor.current;
    if (page) {
      memory.keep(page);
      rename(page.articleId, articleName(page.article()));
    }
    // Opened again it is made anew from the store: what it was before must not come back. Of a closed tab nothing is kept.
    if (page && (next?.article.id === page.articleId || !hasTab(now(), page.articleId))) memory.forgetText(page.articleId);
    // One that was closed on its way only comes to take what was typed for it.
    if (next && !closing.has(next.article.id)) add({ id: next.article.id, name: next.summary.headline || next.summary.slugline });
    setOpened((before) => ({ opened: next, openings: before.openings + 1 }));
    setShownState(next?.summary.state ?? 'draft');
  }, [editor, memory, add, rename, now, closing]);
  const entering = useEntering({ editor, leave, show, refresh, tabs, opensWith: id });
  const { enter, openId, goTo, comingId } = entering;
  const imports = useImports(openId, refresh);
  const closeTab = useClosingTabs({ editor, tabs, entering, closing });
  const actions = useRowActions({ id, openId, goTo, comingId, enter, closeTab, forget: tabs.forget, refresh, leave });
  return useMemo<Desk>(
    () => ({
      opened, openings, state, tick, refresh, actions, leave,
      tabs, closeTab, ...entering,
      isTrashed: opened !== null && opened.summary.trashedAtMs !== null,
      create: async (article) => void (await enter(() => call('articles.create', { article }), 'new')),
      createFromForm: async (making) => void (await enter(async () => {
        const made = await making();
        return made.ok ? call('articles.create', { article: made.value }) : made;
      }, 'form')),
      openSample: async () => void (await enter(() => call('articles.openSample', null), 'new')),
      ...imports,
      setState: async (wanted) => {
        if (id === null) return;
        const result = await call('articles.setState', { articleId: id, state: wanted });
        if (!result.ok) return notices.fail(result.error);
        setShownState(result.value.state);
        refresh();
      },
    }),
    [opened, openings, state, tick, refresh, actions, leave, tabs, closeTab, entering, enter, imports, id, notices],
  );
}

interface ClosingContext {
  readonly editor: RefObject<EditorHandle | null>;
  readonly tabs: TabsDesk;
  readonly entering: Entering;
  /** The articles whose tab is closed and whose page is still there, or still to come. */
  readonly closing: Set<string>;
}

/**
 * Closing the tab in front brings the next one there; the last one leaves the start view. The tab goes when it is told to,
 * so that the next stroke of the key means the next tab; where its page could not be left it is back in its place.
 */
function useClosingTabs({ editor, tabs: { now, add, remove }, entering: { frontId, goToTab, goToStart }, closing }: ClosingContext): Desk['closeTab'] {
  return useCallback(async (articleId) => {
    const isInFront = articleId === frontId();
    const next = nextTo(now(), articleId);
    remove(articleId);
    if (!isInFront) return true;
    closing.add(articleId);
    const isLeft = await (next ? goToTab(next.id) : goToStart());
    closing.delete(articleId);
    if (isLeft) return true;
    for (const { tab } of now().closed) if (tab.id === articleId || tab.id === editor.current?.articleId) add(tab);
    return false;
  }, [editor, now, add, remove, frontId, goToTab, goToStart, closing]);
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
  readonly goTo: (articleId: string) => Promise<boolean>;
  readonly comingId: () => string | null;
  readonly enter: Enter;
  readonly closeTab: (articleId: string) => Promise<boolean>;
  readonly forget: (articleId: string) => void;
  readonly refresh: () => void;
  readonly leave: () => Promise<boolean>;
}

function useRowActions({ id, openId, goTo, comingId, enter, closeTab, forget, refresh, leave }: RowContext): RowActions {
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
      await closeTab(row.id);
      forget(row.id);
      refresh();
      notices.show({ text: say('library.trashed', { name: nameOf(row) }), action: { label: say('library.undo'), run: () => void untrash(row) } });
    };
    return {
      open: (row) => { if (row.id !== (comingId() ?? id)) void goTo(row.id); },
      duplicate: (row) => void enter(() => call('articles.duplicate', { articleId: row.id }), 'new'),
      trash: (row) => void trash(row),
      untrash: (row) => void untrash(row),
      erase: (row) => askToErase(row, notices, {
        leave: async () => {
          const isSaved = row.id !== id || (await leave());
          if (!isSaved || !(await closeTab(row.id))) return false;
          forget(row.id);
          return true;
        },
        done: refresh,
      }),
    };
  }, [id, openId, goTo, comingId, enter, closeTab, forget, refresh, leave, notices]);
}
