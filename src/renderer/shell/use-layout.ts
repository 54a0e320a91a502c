import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';

export type TabName = 'details' | 'checks' | 'history' | 'export' | 'notes';

export interface Layout {
  readonly libraryOpen: boolean;
  readonly panelOpen: boolean;
  readonly tab: TabName;
  readonly toggleLibrary: () => void;
  readonly togglePanel: () => void;
  /** Closes what covers the page: the library, the side panel. @returns true where one was closed */
  readonly closeDrawer: (name: 'library' | 'panel') => boolean;
  /** An article was opened: the library goes where it covers the page. */
  readonly afterOpen: () => void;
  /** Opens the side panel at a tab. */
  readonly showTab: (tab: TabName) => void;
  /** The same where the panel stands beside the page; where it would cover it, the panel goes. */
  readonly showTabBeside: (tab: TabName) => void;
}

/** Widths up to which each column is a drawer over the page, as in shell.css. Zoom counts: these are CSS pixels. */
const drawerUpTo = { library: 900, panel: 1100 } as const;

function useIsDrawer(name: keyof typeof drawerUpTo): boolean {
  const [query] = useState(() => window.matchMedia(`(max-width: ${drawerUpTo[name]}px)`));
  const subscribe = useCallback(
    (listener: () => void) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => query.matches);
}

interface Column {
  readonly isOpen: boolean;
  readonly isDrawer: boolean;
  readonly set: (isOpen: boolean) => void;
}

/** A column beside the page stays as the person left it; a drawer over the page is closed until it is asked for. */
function useColumn(name: keyof typeof drawerUpTo): Column {
  const isDrawer = useIsDrawer(name);
  const [docked, setDocked] = useState(true);
  const [drawn, setDrawn] = useState(false);
  const [wasDrawer, setWasDrawer] = useState(isDrawer);
  if (wasDrawer !== isDrawer) {
    setWasDrawer(isDrawer);
    setDrawn(false);
  }
  const set = isDrawer ? setDrawn : setDocked;
  const isOpen = isDrawer ? drawn : docked;
  return useMemo(() => ({ isOpen, isDrawer, set }), [isOpen, isDrawer, set]);
}

/** Which columns are open. */
export function useLayout(): Layout {
  const library = useColumn('library');
  const panel = useColumn('panel');
  const [tab, setTab] = useState<TabName>('details');
  return useMemo<Layout>(
    () => ({
      libraryOpen: library.isOpen,
      panelOpen: panel.isOpen,
      tab,
      toggleLibrary: () => library.set(!library.isOpen),
      togglePanel: () => panel.set(!panel.isOpen),
      closeDrawer: (name) => {
        const column = name === 'library' ? library : panel;
        if (column.isDrawer) column.set(false);
        return column.isDrawer;
      },
      afterOpen: () => {
        if (library.isDrawer) library.set(false);
      },
      showTab: (name) => {
        setTab(name);
        panel.set(true);
      },
      showTabBeside: (name) => {
        setTab(name);
        panel.set(!panel.isDrawer);
      },
    }),
    [library, panel, tab],
  );
}
