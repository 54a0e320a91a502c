import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { useNotices } from '../ui/notices.tsx';
import { useCommands } from './command-desk.ts';
import { stepFrom } from './open-tabs.ts';
import { focusRegion } from './regions.ts';
import { TabStrip } from './tab-strip.tsx';
import type { Desk } from './use-desk.ts';

/** The tabs of the window and their commands. One article alone needs no strip. */
export function ArticleTabs({ desk }: { readonly desk: Desk }): ReactNode {
  const notices = useNotices();
  const { tabs: { open, move, remove }, goToTab, closeTab } = desk;
  const activeId = desk.opened?.article.id ?? null;
  const step = (by: 1 | -1): void => {
    // Struck twice it goes two tabs on, however long the first one takes to open.
    const from = desk.tabOnItsWay() ?? activeId;
    const next = from === null ? open.tabs[0] : stepFrom(open, from, by);
    if (next && next.id !== from) void goToTab(next.id);
  };
  const shift = (by: -1 | 2): void => {
    if (activeId !== null) move(activeId, open.tabs.findIndex(({ id }) => id === activeId) + by);
  };
  useCommands({
    'next-tab': () => step(1),
    'previous-tab': () => step(-1),
    'reopen-tab': () => {
      const last = open.closed.at(-1);
      if (last) void goToTab(last.tab.id);
      else notices.show({ text: say('library.noClosedTab') });
    },
    ...(activeId === null ? {} : {
      'close-tab': () => void closeTab(activeId),
      'close-other-tabs': () => { for (const { id } of open.tabs) if (id !== activeId) remove(id); },
      'tab-left': () => shift(-1),
      'tab-right': () => shift(2),
    }),
  });
  if (open.tabs.length < 2) return null;
  const choose = (id: string): void => void (id === activeId ? focusRegion('page') : goToTab(id));
  return <TabStrip tabs={open.tabs} activeId={activeId} onChoose={choose} onClose={(id) => void closeTab(id)} onMove={move} />;
}
