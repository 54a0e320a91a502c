import type { KeyboardEvent, ReactNode } from 'react';
import type { Article } from '../../article/article.ts';
import { checkOptionsOf, type Finding, gateOf } from '../../article/checks/index.ts';
import type { Metadata } from '../../article/metadata.ts';
import type { StateChange } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { ChecksPanel } from '../checks/checks-panel.tsx';
import { DetailsPanel, type FieldWish } from '../details/details-panel.tsx';
import type { PrintLayout } from '../export/print-page.tsx';
import { HistoryPanel, type SinceRevision } from '../history/history-panel.tsx';
import { NotesPanel } from '../notes/notes-panel.tsx';
import type { Notes } from '../notes/use-notes.ts';
import { late } from '../ui/late.tsx';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { AdsLine } from './ads-line.tsx';
import { placeNames } from './finding-place.ts';
import type { KnownSettings } from './settings.ts';
import type { HistoryDesk } from './history-desk.ts';
import type { Exporting } from './use-exporting.ts';
import type { TabName } from './use-layout.ts';

const ExportPanel = late(async () => (await import('../export/export-panel.tsx')).ExportPanel);

interface SidePanelProps {
  /** False while the window starts: the article is seen first. */
  readonly isFilled: boolean;
  readonly article: Article;
  /** null until they are known. */
  readonly findings: readonly Finding[] | null;
  readonly settings: KnownSettings;
  readonly disabled: boolean;
  /** Escape in the column: back to the page. */
  readonly onLeave: () => void;
  readonly tab: TabName;
  readonly onTab: (tab: TabName) => void;
  readonly history: HistoryDesk;
  readonly since: readonly SinceRevision[];
  readonly stateChanges: readonly StateChange[];
  readonly setMetadata: (patch: Partial<Metadata>) => void;
  /** A field of the Details someone was sent to. */
  readonly wish: FieldWish | null;
  readonly onGo: (finding: Finding) => void;
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly onPrint: (layout: PrintLayout, override: string) => void;
  readonly onCopyHtml: (override: string) => void;
  readonly exporting: Exporting;
  readonly notes: Notes;
}

/** The column on the right: details, checks, history, export. */
export function SidePanel(props: SidePanelProps): ReactNode {
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) props.onLeave();
  };
  if (!props.isFilled) return <aside className="side" />;
  const errors = props.findings?.filter(({ level }) => level === 'error').length ?? 0;
  const tabs: readonly Tab<TabName>[] = [
    { name: 'details', label: say('library.details') },
    { name: 'checks', label: say('library.checks'), badge: errors > 0 ? { text: String(errors), description: say('library.checksErrors', { count: errors }) } : null },
    { name: 'history', label: say('library.history') },
    { name: 'export', label: say('library.export') },
    { name: 'notes', label: say('details.pad') },
  ];
  return (
    <aside className="side" data-region="panel" onKeyDown={onEscape} aria-label={say('library.panel')}>
      <Tabs label={say('library.panel')} tabs={tabs} chosen={props.tab} onChoose={props.onTab}>
        <Panel {...props} />
      </Tabs>
    </aside>
  );
}

function Panel({ article, findings, settings, disabled, tab, history, since, stateChanges, setMetadata, wish, onGo, onFix, onPrint, onCopyHtml, exporting, notes }: SidePanelProps): ReactNode {
  switch (tab) {
    case 'details':
      return <DetailsPanel key={article.id} metadata={article.metadata} disabled={disabled} zone={settings.zone} wish={wish} set={setMetadata} />;
    case 'checks':
      return <ChecksPanel findings={findings} disabled={disabled} placeOf={placeNames(article)} onGo={onGo} onFix={onFix}><AdsLine article={article} /></ChecksPanel>;
    case 'history':
      return (
        <HistoryPanel
          key={article.id}
          articleId={article.id}
          tick={history.tick}
          zone={settings.zone}
          shown={history.view.kind === 'revision' ? history.view.revision : null}
          chosen={history.chosen}
          onChoose={history.choose}
          onCompare={() => void history.compare()}
          onOpen={(revision) => void history.open(revision)}
          onSave={() => void history.save()}
          onName={(name, note) => void history.name(name, note)}
          onApprove={() => void history.approve()}
          since={since}
          stateChanges={stateChanges}
          blockId={history.blockId}
          onBlock={history.showBlock}
          onCompareWith={(revision, other) => void history.compareWith(revision, other)}
          onRestoreVersion={(revision, blockId) => void history.restoreVersion(revision, blockId)}
        />
      );
    case 'notes':
      return <NotesPanel notes={notes} disabled={disabled} />;
    case 'export':
      return (
        <ExportPanel
          key={article.id}
          article={article}
          blocking={gateOf(article, findings ?? [], checkOptionsOf(settings.newsroom, settings.clockGap)).blocking}
          settings={exporting.settings}
          fieldNames={settings.fieldNames}
          onSettings={exporting.setSettings}
          folder={exporting.folder}
          onPickFolder={() => void exporting.pickFolder()}
          isWriting={exporting.isWriting}
          wrote={exporting.wrote}
          onWrite={(override) => void exporting.write(override)}
          onPrint={onPrint}
          onCopyHtml={onCopyHtml}
        />
      );
  }
}
