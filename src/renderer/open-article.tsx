import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { Article } from '../article/article.ts';
import type { Metadata } from '../article/metadata.ts';
import type { OpenedArticle, Settings } from '../ipc/contract.ts';
import { say } from '../language/index.ts';
import { ArticleEditor, type EditorHandle, type SaveState } from './editor/article-editor.tsx';
import { useNotes } from './notes/use-notes.ts';
import { AdsDesk } from './shell/ads-desk.tsx';
import { Announcer } from './shell/announcer.tsx';
import { articleName } from './shell/article-name.ts';
import { FindView } from './shell/find-view.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import type { HistoryDesk } from './shell/history-desk.ts';
import { Outline } from './shell/outline.tsx';
import { PageBars } from './shell/page-bars.tsx';
import { ReaderDesk } from './shell/reader-desk.tsx';
import { focusRegion } from './shell/regions.ts';
import type { KnownSettings } from './shell/settings.ts';
import { SidePanel } from './shell/side-panel.tsx';
import type { Desk } from './shell/use-desk.ts';
import { useArticleCommands } from './shell/use-article-commands.ts';
import { useErasing } from './shell/use-erasing.ts';
import { type FindingsDesk, useFindings } from './shell/use-findings.ts';
import { useExporting } from './shell/use-exporting.ts';
import { useFind } from './shell/use-find.ts';
import { useCopyingHtml } from './shell/use-copying-html.ts';
import { usePrinting } from './shell/use-printing.tsx';
import { useHistory } from './shell/use-history.ts';
import { useListed } from './shell/use-listed.ts';
import type { Layout } from './shell/use-layout.ts';
import { useSince } from './shell/use-since.ts';
import { SaveTrouble } from './shell/save-state.tsx';
import { useSnapshot } from './shell/use-snapshot.ts';
import { useStateChanges } from './shell/use-state-changes.ts';
import { useTouched } from './shell/use-touched.ts';
import { Store } from './ui/store.ts';
import { usePainted } from './ui/use-painted.ts';
import { VersionView } from './shell/version-view.tsx';

interface OpenArticleProps {
  readonly opened: OpenedArticle;
  readonly editor: RefObject<EditorHandle | null>;
  readonly desk: Desk;
  readonly layout: Layout;
  /** False until the window has been seen: the panel waits for it. */
  readonly hasColumns: boolean;
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
  readonly onClockRight: () => void;
}

/** Everything that belongs to one open article. Another article is another one of these: no state is carried over. */
export function OpenArticle({ opened, editor, desk, layout, hasColumns, settings, onSettings, onClockRight }: OpenArticleProps): ReactNode {
  const [saveState] = useState(() => new Store<SaveState>({ kind: 'saved' }));
  const { article, touch, refresh } = useSnapshot(opened.article, useCallback(() => editor.current?.article() ?? null, [editor]));
  const history = useHistory({ editor, opened, refresh: desk.refresh, show: layout.showTab, showBeside: layout.showTabBeside, setState: desk.setState });
  useListed(article, saveState, desk.refresh);
  const since = useSince(article, history.tick);
  const isPainted = usePainted();
  const checked = useFindings({ article: isPainted ? article : null, editor, layout, showPage: history.close, settings });
  const { findings, gateShut } = checked;
  const stateChanges = useStateChanges(article.id, desk.state);
  useTouched({ articleId: article.id, editor, isShown: settings.showTouched, tick: history.tick, saveState, onToggle: () => onSettings({ showTouched: !settings.showTouched }) });
  useArticleCommands({ editor, history, layout });
  const printing = usePrinting({ editor, layout, gateShut, onPrinted: history.refresh });
  const copyHtml = useCopyingHtml({ articleId: article.id, editor, layout, gateShut, onCopied: history.refresh });
  const exporting = useExporting({ articleId: article.id, editor, layout, settings, onSettings, gateShut, onWritten: history.refresh });
  const notes = useNotes(opened, isPainted);
  const find = useFind({ article, editor, history, refresh });
  const eraseFound = useErasing({ articleId: opened.article.id, editor, desk, find });
  useBeginning(editor, desk, article);
  const setMetadata = useSetMetadata(editor, refresh);
  return (
    <>
      <Header
        article={{ section: article.metadata.section, name: article.metadata.slugline || say('library.noSlugline'), state: desk.state, stateChange: stateChanges[0] ?? null, saveState, ...placeholdersOf(checked), since, onSince: (revision) => void history.compareWith(revision, 'working-copy'), onState: (state) => void history.setState(state), onCompare: () => void history.compare(), onExport: () => layout.showTab('export') }}
        layout={layout}
      />
      <main className={`page-area ${history.view.kind === 'comparison' ? 'is-comparing' : ''}`} data-region="page" onKeyDown={(event) => leaveVersion(event, history)}>
        <div hidden={history.view.kind !== 'page'}>
          <ArticleEditor ref={editor} opened={opened} kept={desk.tabs.memory.textOf(opened.article.id)} readOnly={desk.isTrashed} gateShut={gateShut} onChange={touch} onSaveState={(state) => saveState.set(state)} onOfferFinishedCopy={(copy) => void desk.create(copy)} onImportFiles={(files) => void desk.importDropped(files)} />
        </div>
        <VersionView history={history} opened={opened} />
        <FindView find={find} article={article} editor={editor} readOnly={desk.isTrashed} onField={checked.onField} onErase={eraseFound} />
        <PageBars article={article} state={desk.state} since={since} settings={settings} onSettings={onSettings} setMetadata={setMetadata} onField={checked.onField} onOver={refresh} onClockRight={onClockRight} />
        <SaveTrouble saveState={saveState} />
      </main>
      {layout.panelOpen ? (
        <SidePanel
          isFilled={hasColumns} article={article}
          findings={findings} settings={settings}
          disabled={desk.isTrashed || history.view.kind !== 'page'}
          tab={layout.tab} onTab={layout.showTab}
          history={history}
          since={since} stateChanges={stateChanges}
          setMetadata={setMetadata}
          wish={checked.wish}
          onGo={checked.onGo} onFix={checked.onFix}
          onLeave={() => leavePanel(layout)}
          onPrint={(how, override) => void printing.print(how, override)} onCopyHtml={(override) => void copyHtml(override)}
          exporting={exporting}
          notes={notes}
        />
      ) : null}
      <Footer article={article} isCounted={isPainted} zone={settings.zone} />
      <Outline article={article} editor={editor} showPage={history.close} />
      <AdsDesk editor={editor} readOnly={desk.isTrashed} onPlaced={refresh} />
      {printing.page}<ReaderDesk editor={editor} fieldNames={settings.fieldNames} />
      <Announcer saveState={saveState} errors={findings && findings.filter(({ level }) => level === 'error').length} />
    </>
  );
}

/** What the header says of TK and XX, in the order of the text. */
function placeholdersOf({ findings, onGo }: FindingsDesk): { readonly placeholders: number; readonly onPlaceholder: () => void } {
  const left = (findings ?? []).filter(({ rule }) => rule === 'placeholder-text');
  const first = left.find(({ blockId }) => blockId !== null) ?? left[0];
  return { placeholders: left.length, onPlaceholder: () => first && onGo(first) };
}

/**
 * An unwritten article begins in its headline, another where it was left, with what was typed while it was on its way.
 * Its tab is called as the article is.
 */
function useBeginning(editor: OpenArticleProps['editor'], { takeArrival, tabs: { rename } }: Desk, article: Article): void {
  // Before the page is seen: it is not shown at its top first.
  useLayoutEffect(() => editor.current?.begin(takeArrival()), [editor, takeArrival]);
  const name = articleName(article);
  useEffect(() => rename(article.id, name), [article.id, name, rename]);
}

/** Details write into the editor, undoable like text; the panels see it at once. */
function useSetMetadata(editor: OpenArticleProps['editor'], refresh: () => void): (patch: Partial<Metadata>) => void {
  return useCallback(
    (patch) => {
      editor.current?.setMetadata(patch);
      refresh();
    },
    [editor, refresh],
  );
}

/** Escape in the side panel: back to the page. */
function leavePanel({ closeDrawer }: Layout): void {
  closeDrawer('panel');
  focusRegion('page');
}

/** Escape in an old version or a comparison: back to the page. */
function leaveVersion(event: KeyboardEvent, { view, close }: HistoryDesk): void {
  if (event.key !== 'Escape' || event.defaultPrevented || view.kind === 'page') return;
  close();
  requestAnimationFrame(() => focusRegion('page'));
}
