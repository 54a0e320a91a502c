import { type ReactNode, type RefObject, useEffect } from 'react';
import { say } from '../../language/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { putBlocks } from '../editor/carried-blocks.ts';
import { galleyType } from '../editor/flavours.ts';
import { hearBlocksCame } from '../ui/blocks-came.ts';
import { useNotices } from '../ui/notices.tsx';
import { useCommands } from './command-desk.ts';
import { hasTab, stepFrom } from './open-tabs.ts';
import { focusRegion } from './regions.ts';
import { TabStrip } from './tab-strip.tsx';
import type { Desk } from './use-desk.ts';

/** The tabs of the window and their commands. One article alone needs no strip. */
export function ArticleTabs({ desk, editor }: { readonly desk: Desk; readonly editor: RefObject<EditorHandle | null> }): ReactNode {
  const notices = useNotices();
  const { tabs: { open, now, add, move, remove }, frontId, goToTab, closeTab } = desk;
  const activeId = desk.opened?.article.id ?? null;
  const step = (by: 1 | -1): void => {
    // Struck twice it goes two tabs on, however long the first one takes to open.
    const from = frontId();
    const next = stepFrom(now(), from, by) ?? now().tabs[0];
    if (next && (next.id !== from || activeId === null)) void goToTab(next.id);
  };
  const shift = (by: -1 | 2): void => {
    const id = frontId();
    move(id, now().tabs.findIndex((tab) => tab.id === id) + by);
  };
  const closeFront = async (): Promise<void> => {
    const made = desk.beingMade();
    if (made) await made;
    await closeTab(frontId());
  };
  useCommands({
    'next-tab': () => step(1),
    'previous-tab': () => step(-1),
    'reopen-tab': () => {
      const last = now().closed.at(-1);
      if (!last) return notices.show({ text: say('library.noClosedTab') });
      add(last.tab);
      void goToTab(last.tab.id);
    },
    ...(activeId === null ? {} : {
      'close-tab': () => void closeFront(),
      'close-other-tabs': () => { for (const { id } of now().tabs) if (id !== frontId()) remove(id); },
      'tab-left': () => shift(-1),
      'tab-right': () => shift(2),
    }),
  });
  useCopiedBlocks(desk, editor);
  if (open.tabs.length < 2) return null;
  const drop = (id: string, data: DataTransfer): void => {
    // Read at once: what is dragged is gone when the event is.
    const flavour = data.getData(galleyType);
    void (id === activeId ? Promise.resolve(true) : goToTab(id)).then((isThere) => { if (isThere && editor.current?.articleId === id) putBlocks(editor.current.editor.view, flavour); });
  };
  const choose = (id: string): void => void (id === activeId ? focusRegion('page') : goToTab(id));
  // The page of a tab that was just closed stands there until the next one comes.
  const shownId = activeId !== null && hasTab(open, activeId) ? activeId : frontId();
  return <TabStrip tabs={open.tabs} activeId={shownId} onChoose={choose} onClose={(id) => void closeTab(id)} onMove={move} onBlocks={drop} />;
}

/** Dropping copies, so that nothing is lost on the way; one click takes the blocks out of the article they came from. */
function useCopiedBlocks({ tabs: { open }, goToTab }: Desk, editor: RefObject<EditorHandle | null>): void {
  const notices = useNotices();
  useEffect(() => {
    return hearBlocksCame(({ articleId, blockIds }) => {
      const here = editor.current?.articleId;
      const name = open.tabs.find(({ id }) => id === articleId)?.name || say('library.untitled');
      const remove = async (): Promise<void> => {
        if (!(await goToTab(articleId))) return;
        editor.current?.removeBlocks(blockIds);
        if (here) await goToTab(here);
        notices.show({ text: say('library.blocksRemoved', { count: blockIds.length, name }) });
      };
      notices.show({ id: 'blocks-came', text: say('library.blocksCame', { count: blockIds.length, name }), action: { label: say('library.removeThere'), run: () => void remove() } });
    });
  }, [open, goToTab, editor, notices]);
}
