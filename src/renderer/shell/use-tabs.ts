import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RestoredSession } from '../../ipc/session.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { Store, useStore } from '../ui/store.ts';
import { movedTab, noTabs, type OpenTab, type OpenTabs, renamedTab, withoutTab, withoutTrace, withTab } from './open-tabs.ts';
import { TabMemory } from './tab-memory.ts';

export interface TabsDesk {
  readonly open: OpenTabs;
  /** The tabs at this moment, also before the window shows them: keys are struck faster than it is drawn. */
  readonly now: () => OpenTabs;
  readonly memory: TabMemory;
  readonly add: (tab: OpenTab) => void;
  readonly remove: (id: string) => void;
  /** The article is gone, or in the trash. */
  readonly forget: (id: string) => void;
  readonly move: (id: string, before: number) => void;
  readonly rename: (id: string, name: string) => void;
  /** Resolves when the next start would open as the window is now. */
  readonly keepSession: () => Promise<void>;
}

/** The article in front has a tab also where it was opened for want of a session. */
function tabsOf(last: RestoredSession | null): OpenTabs {
  if (!last) return noTabs;
  const { article: { id }, summary: { headline, slugline } } = last.opened;
  const tabs = last.tabs.map((tab) => ({ id: tab.articleId, name: tab.headline || tab.slugline }));
  return withTab({ tabs, closed: noTabs.closed }, { id, name: headline || slugline });
}

/** The open tabs, beginning with those of the last time and kept for the next start. `activeId`: the article in front, whose editor it is. */
export function useTabs(editor: RefObject<EditorHandle | null>, activeId: string | null, last: RestoredSession | null): TabsDesk {
  const [store] = useState(() => new Store(tabsOf(last)));
  const open = useStore(store);
  const [memory] = useState(() => new TabMemory(last?.tabs ?? []));
  const latest = useRef(activeId);
  useEffect(() => {
    latest.current = activeId;
  }, [activeId]);
  const keepSession = useCallback(async () => {
    const page = editor.current;
    if (page) memory.notePlace(page.articleId, page.place());
    await call('articles.keepSession', { active: latest.current ?? '', tabs: store.value.tabs.map(({ id }) => ({ articleId: id, place: memory.placeOf(id) })) });
  }, [editor, memory, store]);
  const ids = open.tabs.map(({ id }) => id).join(' ');
  useEffect(() => void keepSession(), [ids, activeId, keepSession]);
  useEffect(() => {
    const keep = (): void => void keepSession();
    window.addEventListener('blur', keep);
    return () => window.removeEventListener('blur', keep);
  }, [keepSession]);
  const actions = useMemo<Omit<TabsDesk, 'open'>>(() => {
    const without = (how: typeof withoutTab) => (id: string): void => {
      memory.forgetText(id);
      store.set(how(store.value, id));
    };
    return {
      memory, keepSession,
      now: () => store.value,
      add: (tab) => store.set(withTab(store.value, tab)),
      remove: without(withoutTab),
      forget: without(withoutTrace),
      move: (id, before) => store.set(movedTab(store.value, id, before)),
      rename: (id, name) => store.set(renamedTab(store.value, id, name)),
    };
  }, [memory, keepSession, store]);
  return useMemo(() => ({ open, ...actions }), [open, actions]);
}
