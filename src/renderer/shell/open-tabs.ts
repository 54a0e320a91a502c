/** The tabs of open articles, as values: what opening, closing, moving and going round them makes of them. */

export interface OpenTab {
  readonly id: string;
  /** The article's headline, else its slugline, else ''. */
  readonly name: string;
}

export interface OpenTabs {
  readonly tabs: readonly OpenTab[];
  /** Closed ones with the place they had, the last one last. */
  readonly closed: readonly { readonly tab: OpenTab; readonly index: number }[];
}

export const noTabs: OpenTabs = { tabs: [], closed: [] };

/** Closed tabs that can come back. */
const mostClosed = 30;

export const hasTab = ({ tabs }: OpenTabs, id: string): boolean => tabs.some((tab) => tab.id === id);

/** A tab for an article, the last one unless it has one; it is no longer a closed one. */
export function withTab({ tabs, closed }: OpenTabs, tab: OpenTab): OpenTabs {
  const others = closed.filter((one) => one.tab.id !== tab.id);
  if (hasTab({ tabs, closed }, tab.id)) return { tabs: tabs.map((one) => (one.id === tab.id && one.name !== tab.name ? tab : one)), closed: others };
  const back = closed.findLast((one) => one.tab.id === tab.id);
  return { tabs: back ? tabs.toSpliced(back.index, 0, tab) : [...tabs, tab], closed: others };
}

/** Unchanged where it has that name already. */
export function renamedTab(open: OpenTabs, id: string, name: string): OpenTabs {
  if (!open.tabs.some((tab) => tab.id === id && tab.name !== name)) return open;
  return { ...open, tabs: open.tabs.map((tab) => (tab.id === id ? { id, name } : tab)) };
}

export function withoutTab({ tabs, closed }: OpenTabs, id: string): OpenTabs {
  const index = tabs.findIndex((tab) => tab.id === id);
  const tab = tabs[index];
  return tab ? { tabs: tabs.toSpliced(index, 1), closed: [...closed, { tab, index }].slice(-mostClosed) } : { tabs, closed };
}

/** As if it had never been open: an article in the trash does not come back as a tab. */
export function withoutTrace({ tabs, closed }: OpenTabs, id: string): OpenTabs {
  return { tabs: tabs.filter((tab) => tab.id !== id), closed: closed.filter(({ tab }) => tab.id !== id) };
}

/** Which tab comes to the front where this one is closed: the next, else the one before. */
export function nextTo({ tabs }: OpenTabs, id: string): OpenTab | null {
  const index = tabs.findIndex((tab) => tab.id === id);
  return index < 0 ? null : (tabs[index + 1] ?? tabs[index - 1] ?? null);
}

/** The tab that many places further, round and round. */
export function stepFrom({ tabs }: OpenTabs, id: string, step: 1 | -1): OpenTab | null {
  const index = tabs.findIndex((tab) => tab.id === id);
  return index < 0 ? null : (tabs[(index + step + tabs.length) % tabs.length] ?? null);
}

/** The tab in front of the one that now stands at `before`; at the end where that is their number. */
export function movedTab({ tabs, closed }: OpenTabs, id: string, before: number): OpenTabs {
  const from = tabs.findIndex((tab) => tab.id === id);
  const tab = tabs[from];
  if (!tab) return { tabs, closed };
  const to = Math.max(0, Math.min(tabs.length - 1, before > from ? before - 1 : before));
  return { tabs: tabs.toSpliced(from, 1).toSpliced(to, 0, tab), closed };
}
