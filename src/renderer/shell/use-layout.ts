import { useCallback, useMemo, useState } from 'react';

export type TabName = 'details' | 'checks' | 'history' | 'export';

export interface Layout {
  readonly libraryOpen: boolean;
  readonly panelOpen: boolean;
  readonly tab: TabName;
  readonly toggleLibrary: () => void;
  readonly togglePanel: () => void;
  /** An article was opened: the library goes where it covers the page. */
  readonly afterOpen: () => void;
  /** Opens the side panel at a tab. */
  readonly showTab: (tab: TabName) => void;
}

/** Which columns are open. On a narrow window both begin closed: there they cover the page. */
export function useLayout(): Layout {
  const [libraryOpen, setLibrary] = useState(() => window.innerWidth > 900);
  const [panelOpen, setPanel] = useState(() => window.innerWidth > 1100);
  const [tab, setTab] = useState<TabName>('details');
  const toggleLibrary = useCallback(() => setLibrary((open) => !open), []);
  const togglePanel = useCallback(() => setPanel((open) => !open), []);
  const afterOpen = useCallback(() => setLibrary((open) => open && window.innerWidth > 900), []);
  const showTab = useCallback((name: TabName) => {
    setTab(name);
    setPanel(true);
  }, []);
  return useMemo(() => ({ libraryOpen, panelOpen, tab, toggleLibrary, togglePanel, afterOpen, showTab }), [libraryOpen, panelOpen, tab, toggleLibrary, togglePanel, afterOpen, showTab]);
}
