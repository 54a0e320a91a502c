import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '../article/article.ts';
import { createChecker, type Finding, fixFinding, gateOf } from '../article/checks/index.ts';
import type { Metadata } from '../article/metadata.ts';
import type { OpenedArticle, Settings } from '../ipc/contract.ts';
import { say } from '../language/index.ts';
import { ArticleEditor, type EditorHandle, type SaveState } from './editor/article-editor.tsx';
import { countsOf } from './shell/counts.ts';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { onCommand } from './shell/on-command.ts';
import type { KnownSettings } from './shell/settings.ts';
import { SidePanel } from './shell/side-panel.tsx';
import type { Desk } from './shell/use-desk.ts';
import { useHistory } from './shell/use-history.ts';
import type { Layout } from './shell/use-layout.ts';
import { useSnapshot } from './shell/use-snapshot.ts';
import { VersionView } from './shell/version-view.tsx';

interface OpenArticleProps {
  readonly opened: OpenedArticle;
  readonly editor: RefObject<EditorHandle | null>;
  readonly desk: Desk;
  readonly layout: Layout;
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
}

/** Everything that belongs to one open article. Another article is another one of these: no state is carried over. */
export function OpenArticle({ opened, editor, desk, layout, settings, onSettings }: OpenArticleProps): ReactNode {
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved' });
  const { article, touch, set } = useSnapshot(opened.article, useCallback(() => editor.current?.article() ?? null, [editor]));
  const history = useHistory({ editor, opened, refresh: desk.refresh, show: layout.showTab });
  const { save } = history;
  useEffect(() => onCommand((name) => { if (name === 'save-revision') void save(); }), [save]);
  const { findings, gateShut } = useFindings(article, editor);
  const counts = useMemo(() => countsOf(article), [article]);
  const setMetadata = useCallback(
    (patch: Partial<Metadata>) => {
      editor.current?.setMetadata(patch);
      const current = editor.current?.article();
      if (current) set(current);
    },
    [editor, set],
  );
  const mending = useMending(editor, history.close, layout);
  const name = article.metadata.slugline || say('library.noSlugline');
  return (
    <>
      <Header
        article={{ section: article.metadata.section, name, state: desk.state, saveState, onState: (state) => void desk.setState(state), onCompare: () => void history.compare(), onExport: () => layout.showTab('export') }}
        layout={layout}
        theme={settings.theme}
        onTheme={(theme) => onSettings({ theme })}
      />
      <main className="page-area">
        <div hidden={history.view.kind !== 'page'}>
          <ArticleEditor ref={editor} opened={opened} readOnly={desk.isTrashed} gateShut={gateShut} onChange={touch} onSaveState={setSaveState} onOfferFinishedCopy={(copy) => void desk.create(copy)} onImportFiles={(files) => void desk.importDropped(files)} />
        </div>
        <VersionView history={history} opened={opened} />
      </main>
      {layout.panelOpen ? (
        <SidePanel
          article={article}
          findings={findings}
          settings={settings}
          disabled={desk.isTrashed || history.view.kind !== 'page'}
          tab={layout.tab}
          onTab={layout.showTab}
          history={history}
          setMetadata={setMetadata}
          {...mending}
          onFolder={(exportFolder) => onSettings({ exportFolder })}
          onBeforeWrite={() => editor.current?.flush() ?? Promise.resolve(true)}
        />
      ) : null}
      <Footer article={article} counts={counts} zone={settings.zone} />
    </>
  );
}

/** What the checks find in the snapshot; blocks that have not changed are not looked at again. */
function useFindings(article: Article, editor: RefObject<EditorHandle | null>): { readonly findings: readonly Finding[]; readonly gateShut: () => boolean } {
  const [checker] = useState(() => createChecker());
  const findings = useMemo(() => checker.check(article), [checker, article]);
  const gateShut = useCallback(() => {
    const current = editor.current?.article();
    return current ? gateOf(current, findings).shut : true;
  }, [editor, findings]);
  return { findings, gateShut };
}

/** Going to a finding's place, and mending it where one click can. */
function useMending(editor: RefObject<EditorHandle | null>, close: () => void, layout: Layout): { readonly onGo: (finding: Finding) => void; readonly onFix: (finding: Finding) => void } {
  return {
    onGo: ({ blockId }) => {
      close();
      if (blockId === null) layout.showTab('details');
      else requestAnimationFrame(() => editor.current?.focusBlock(blockId));
    },
    onFix: (finding) => {
      const current = editor.current?.article();
      const fixed = current ? fixFinding(current, finding) : null;
      if (fixed) editor.current?.replaceArticle(fixed);
    },
  };
}
