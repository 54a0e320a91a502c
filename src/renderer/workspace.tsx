import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Settings } from '../ipc/contract.ts';
import type { RestoredSession } from '../ipc/session.ts';
import { useBackupNotices } from './backups/use-backup-notices.ts';
import type { EditorHandle } from './editor/article-editor.tsx';
import { Library } from './library/library.tsx';
import type { RowActions } from './library/row.tsx';
import { useMarked } from './library/use-marked.ts';
import { OpenArticle } from './open-article.tsx';
import { api, call } from './api.ts';
import { ArticleTabs } from './shell/article-tabs.tsx';
import { runCommand, useCommands } from './shell/command-desk.ts';
import { EverywhereDesk } from './shell/everywhere-desk.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import type { KnownSettings } from './shell/settings.ts';
import { focusRegion, goToRegion, watchRegions } from './shell/regions.ts';
import { Overlays } from './shell/overlays.tsx';
import { SeveralExport } from './shell/several-export.tsx';
import './shell/shell.css';
import { type Desk, useDesk } from './shell/use-desk.ts';
import { useLayout } from './shell/use-layout.ts';
import { useWritingModes } from './shell/use-writing-modes.ts';
import { useNotices } from './ui/notices.tsx';
import { usePainted } from './ui/use-painted.ts';
import { Start } from './welcome/start.tsx';

interface WorkspaceProps {
  /** What the window opens with. */
  readonly last: RestoredSession | null;
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
  readonly onClockRight: () => void;
  /** The store was found to be damaged and the person wants to see to it; nothing is unsaved. */
  readonly onDamage: () => void;
  /** The whole library is another one now. */
  readonly onReplaced: () => void;
}

/** Joins the library with the page and its panels, or with the start view while nothing is open. */
export function Workspace({ last, settings, onSettings, onClockRight, onDamage, onReplaced }: WorkspaceProps): ReactNode {
  const editor = useRef<EditorHandle>(null);
  const layout = useLayout();
  // The article comes first: the columns beside it are filled once it is seen.
  const isPainted = usePainted();
  const desk = useDesk(editor, last);
  const { opened, actions } = desk;
  const marked = useMarked(useNotices().fail);
  const { afterOpen } = layout;
  const rowActions = useMemo<RowActions>(() => ({ ...actions, open: (row) => { actions.open(row); afterOpen(); } }), [actions, afterOpen]);
  const [stay] = useState(() => (event: { preventDefault: () => void }) => event.preventDefault());
  const pageOf = useCallback((articleId: string) => (editor.current && opened?.article.id === articleId ? editor.current : null), [opened]);
  const { leave } = desk;
  useBackupNotices(useCallback(() => void leave().then((isSaved) => { if (isSaved) onDamage(); }), [leave, onDamage]));
  useCommands({
    'new-article': () => void desk.create(null),
    import: () => void desk.importFiles(),
    'toggle-library': layout.toggleLibrary,
    'toggle-panel': layout.togglePanel,
    'theme-system': () => onSettings({ theme: 'system' }),
    'theme-light': () => onSettings({ theme: 'light' }),
    'theme-dark': () => onSettings({ theme: 'dark' }),
    'next-region': () => goToRegion(1),
    'previous-region': () => goToRegion(-1),
  });
  useWritingModes({ editor, settings, onSettings });
  useEffect(watchRegions, []);
  useClosing(desk);
  const leaveLibrary = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || (event.target instanceof HTMLInputElement && event.target.value !== '')) return;
    layout.closeDrawer('library');
    focusRegion('page');
  };
  const classes = ['app', layout.libraryOpen ? '' : 'no-library', layout.panelOpen && opened ? '' : 'no-panel'].join(' ');
  return (
    <div className={classes} onDragOver={stay} onDrop={stay}>
      <div className="library-area" data-region="articles" onKeyDown={leaveLibrary} hidden={!layout.libraryOpen}>
        {isPainted ? <Library openId={opened?.article.id ?? null} zone={settings.zone} tick={desk.tick} showImport={opened !== null} onNew={() => void desk.create(null)} onTemplate={() => void runCommand('new-from-template')} onImport={() => void desk.importFiles()} onDropFiles={(files) => void desk.importDropped(files)} actions={rowActions} onWrite={() => editor.current?.goOn()} marked={marked} onExport={() => void runCommand('export-several')} /> : null}
      </div>
      <ArticleTabs desk={desk} editor={editor} />
      {opened ? (
        <OpenArticle key={desk.openings} opened={opened} editor={editor} desk={desk} layout={layout} hasColumns={isPainted} settings={settings} onSettings={onSettings} onClockRight={onClockRight} />
      ) : (
        <>
          <Header article={null} layout={layout} />
          <main className="page-area" data-region="page">
            <Start onNew={() => void desk.create(null)} onImport={() => void desk.importFiles()} onSample={() => void desk.openSample()} />
          </main>
          <Footer article={null} isCounted={false} zone={settings.zone} />
        </>
      )}
      <EverywhereDesk pageOf={pageOf} onBefore={() => editor.current?.flush() ?? Promise.resolve(true)} onChanged={desk.refresh} />
      <SeveralExport marked={marked} editor={editor} settings={settings} onSettings={onSettings} onWritten={desk.refresh} />
      <Overlays settings={settings} onSettings={onSettings} openId={opened?.article.id ?? null} onOpen={(row) => { void desk.goToTab(row.id); afterOpen(); }} canWrite={() => editor.current?.editor.isEditable ?? false} onSnippet={(snippet) => editor.current?.insertSnippet(snippet)} onCreate={(making) => void desk.createFromForm(making)} backups={{ onBefore: leave, onArticle: (articleId) => void desk.openId(articleId).then(desk.refresh), onLibrary: onReplaced }} />
    </div>
  );
}

/** Nothing closes before the text is kept. */
function useClosing({ leave, tabs: { keepSession } }: Desk): void {
  useEffect(() => api.on('closing', () => void leave().then(async (isSaved) => {
    await keepSession();
    await call('shell.readyToClose', { isSaved });
  })), [leave, keepSession]);
}
