import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createChecker, type Finding, fixFinding, gateOf } from '../article/checks/index.ts';
import type { Metadata } from '../article/metadata.ts';
import type { OpenedArticle, Settings } from '../ipc/contract.ts';
import { say } from '../language/index.ts';
import { ArticleEditor, type EditorHandle, type SaveState } from './editor/article-editor.tsx';
import { Library } from './library/library.tsx';
import type { KnownSettings } from './shell/settings.ts';
import { countsOf } from './shell/counts.ts';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { SidePanel } from './shell/side-panel.tsx';
import './shell/shell.css';
import { useCommands } from './shell/use-commands.ts';
import { useDesk } from './shell/use-desk.ts';
import { useHistory } from './shell/use-history.ts';
import { useLayout } from './shell/use-layout.ts';
import { useRhythm } from './shell/use-rhythm.ts';
import { useSnapshot } from './shell/use-snapshot.ts';
import { VersionView } from './shell/version-view.tsx';
import { Start } from './welcome/start.tsx';

interface WorkspaceProps {
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

/** Joins the library, the page, the side panel and the two bars around them. */
export function Workspace({ settings, onSettings }: WorkspaceProps): ReactNode {
  const editor = useRef<EditorHandle>(null);
  const layout = useLayout();
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved' });
  const desk = useDesk(editor);
  const { opened } = desk;
  const snapshot = useSnapshot(useCallback(() => editor.current?.article() ?? null, []));
  const { set: setSnapshot, touch } = snapshot;
  useEffect(() => {
    setSnapshot(opened?.article ?? null);
    setSaveState({ kind: 'saved' });
  }, [opened, setSnapshot]);
  const article = snapshot.article && snapshot.article.id === opened?.article.id ? snapshot.article : (opened?.article ?? null);
  const history = useHistory({ editor, opened, refresh: desk.refresh, show: layout.showTab });
  const rhythm = useRhythm(useCallback(() => void history.make('typing-pause'), [history]));
  const changed = useCallback(() => {
    touch();
    rhythm();
  }, [touch, rhythm]);
  const [checker] = useState(() => createChecker());
  const findings = useMemo(() => (article ? checker.check(article) : []), [checker, article]);
  const counts = useMemo(() => (article ? countsOf(article) : null), [article]);
  const gateShut = useCallback(() => {
    const current = editor.current?.article();
    return current ? gateOf(current, findings).shut : true;
  }, [findings]);
  const setMetadata = useCallback(
    (patch: Partial<Metadata>) => {
      editor.current?.setMetadata(patch);
      setSnapshot(editor.current?.article() ?? null);
    },
    [setSnapshot],
  );
  useCommands({ desk, history, layout, onTheme: (theme) => onSettings({ theme }), editor });
  const goTo = (finding: Finding): void => {
    history.close();
    if (finding.blockId !== null) requestAnimationFrame(() => editor.current?.focusBlock(finding.blockId ?? ''));
    else layout.showTab('details');
  };
  const fix = (finding: Finding): void => {
    const current = editor.current?.article();
    const fixed = current ? fixFinding(current, finding) : null;
    if (fixed) editor.current?.replaceArticle(fixed);
  };
  const offer = useCallback((copy: OpenedArticle['article']) => void desk.create(copy), [desk]);
  const classes = ['app', layout.libraryOpen ? '' : 'no-library', layout.panelOpen && opened ? '' : 'no-panel', history.view.kind === 'comparison' ? 'comparing' : ''].join(' ');
  return (
    <div className={classes} onDragOver={(event) => event.preventDefault()} onDrop={(event) => event.preventDefault()}>
      <Header
        article={opened && article ? { section: article.metadata.section, name: article.metadata.slugline || say('library.noSlugline'), state: desk.state } : null}
        saveState={saveState}
        theme={settings.theme}
        libraryOpen={layout.libraryOpen}
        panelOpen={layout.panelOpen}
        onState={(state) => void desk.setState(state)}
        onTheme={(theme) => onSettings({ theme })}
        onLibrary={layout.toggleLibrary}
        onPanel={layout.togglePanel}
        onCompare={() => void history.compare()}
        onExport={() => layout.showTab('export')}
        instead={null}
      />
      <div className="library-area" hidden={!layout.libraryOpen}>
        <Library openId={opened?.article.id ?? null} zone={settings.zone} tick={desk.tick} showImport={opened !== null} onNew={() => void desk.create(null)} onImport={() => void desk.importFiles()} onDropFiles={(files) => void desk.importDropped(files)} actions={desk.actions} />
      </div>
      <main className="page-area" aria-label={say('library.page')}>
        {opened ? (
          <div hidden={history.view.kind !== 'page'}>
            <ArticleEditor ref={editor} opened={opened} readOnly={desk.isTrashed} gateShut={gateShut} onChange={changed} onSaveState={setSaveState} onOfferFinishedCopy={offer} />
          </div>
        ) : (
          <Start onNew={() => void desk.create(null)} onImport={() => void desk.importFiles()} onSample={() => void desk.openSample()} />
        )}
        {opened ? <VersionView history={history} opened={opened} /> : null}
      </main>
      {opened && article && layout.panelOpen ? (
        <SidePanel
          article={article}
          findings={findings}
          settings={settings}
          disabled={desk.isTrashed || history.view.kind !== 'page'}
          tab={layout.tab}
          onTab={layout.showTab}
          history={history}
          setMetadata={setMetadata}
          onGo={goTo}
          onFix={fix}
          onFolder={(exportFolder) => onSettings({ exportFolder })}
          onBeforeWrite={() => editor.current?.flush() ?? Promise.resolve(true)}
        />
      ) : null}
      <Footer article={opened ? article : null} counts={counts} zone={settings.zone} />
    </div>
  );
}
