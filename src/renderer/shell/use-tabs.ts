import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RestoredTab } from '../../ipc/session.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { movedTab, noTabs, type OpenTab, type OpenTabs, renamedTab, withoutTab, withoutTrace, withTab } from './open-tabs.ts';
import { TabMemory } from './tab-memory.ts';

export interface TabsDesk {
  readonly open: OpenTabs;
  readonly memory: TabMemory;
  readonly add: (tab: OpenTab) => void;
  /** The tabs of the last time, before any that were opened meanwhile. */
  readonly restore: (tabs: readonly RestoredTab[]) => void;
  readonly remove: (id: string) => void;
  /** The article is gone, or in the trash. */
  readonly forget: (id: string) => void;
  readonly move: (id: string, before: number) => void;
  readonly rename: (id: string, name: string) => void;
  /** Resolves when the next start would open as the window is now. */
  readonly keepSession: () => Promise<void>;
}

/** The open tabs, kept for the next start. `activeId`: the article in front, whose editor it is. */
export function useTabs(editor: RefObject<EditorHandle | null>, activeId: string | null): TabsDesk {
  const [open, setOpen] = useState(noTabs);
  const [memory] = useState(() => new TabMemory());
  /** Before the tabs of the last time are there, nothing takes their place. */
  const [isRestored, setRestored] = useState(false);
  const latest = useRef({ open, activeId, isRestored });
  useEffect(() => {
    latest.current = { open, activeId, isRestored };
  }, [open, activeId, isRestored]);
  const keepSession = useCallback(async () => {
    const { activeId: active, open: { tabs }, isRestored: isKnown } = latest.current;
    if (!isKnown) return;
    const page = editor.current;
    if (page) memory.notePlace(page.articleId, page.place());
    await call('articles.keepSession', { active: active ?? '', tabs: tabs.map(({ id }) => ({ articleId: id, place: memory.placeOf(id) })) });
  }, [editor, memory]);
  const ids = open.tabs.map(({ id }) => id).join(' ');
  useEffect(() => void keepSession(), [ids, activeId, isRestored, keepSession]);
  useEffect(() => {
    const keep = (): void => void keepSession();
    window.addEventListener('blur', keep);
    return () => window.removeEventListener('blur', keep);
  }, [keepSession]);
  const actions = useMemo<Omit<TabsDesk, 'open'>>(() => {
    const without = (how: typeof withoutTab) => (id: string): void => {
      memory.forgetText(id);
      setOpen((known) => how(known, id));
    };
    return {
      memory, keepSession,
      add: (tab) => setOpen((known) => withTab(known, tab)),
      restore: (tabs) => {
        for (const { articleId, place } of tabs) if (place && !memory.placeOf(articleId)) memory.notePlace(articleId, place);
        setOpen((known) => known.tabs.reduce(withTab, { tabs: tabs.map(({ articleId, headline, slugline }) => ({ id: articleId, name: headline || slugline })), closed: known.closed }));
        setRestored(true);
      },
      remove: without(withoutTab),
      forget: without(withoutTrace),
      move: (id, before) => setOpen((known) => movedTab(known, id, before)),
      rename: (id, name) => setOpen((known) => renamedTab(known, id, name)),
    };
  }, [memory, keepSession]);
  return useMemo(() => ({ open, ...actions }), [open, actions]);
}
