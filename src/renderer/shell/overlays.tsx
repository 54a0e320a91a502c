import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Article } from '../../article/article.ts';
import type { Snippet } from '../../article/newsroom/snippets.ts';
import type { CommandName } from '../../ipc/commands.ts';
import type { ArticleSummary, Settings } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import type { BackupsViewProps } from '../backups/backups-view.tsx';
import { call } from '../api.ts';
import { late } from '../ui/late.tsx';
import { canRun, runCommand, useCommands } from './command-desk.ts';
import { Palette } from './palette.tsx';
import { QuickSwitch } from './quick-switch.tsx';
import type { KnownSettings } from './settings.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { TemplateChoice } from './template-choice.tsx';

const BackupsView = late(async () => (await import('../backups/backups-view.tsx')).BackupsView);
const PicturesView = late(async () => (await import('../pictures/pictures-view.tsx')).PicturesView);
const SettingsView = late(async () => (await import('../settings/settings-view.tsx')).SettingsView);

interface OverlaysProps {
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
  readonly openId: string | null;
  readonly onOpen: (row: ArticleSummary) => void;
  /** Whether there is a text to put a snippet into. */
  readonly canWrite: () => boolean;
  readonly onSnippet: (snippet: Snippet) => void;
  readonly onCreate: (making: () => Promise<Result<Article>>) => void;
  readonly backups: Pick<BackupsViewProps, 'onBefore' | 'onArticle' | 'onLibrary'>;
}

/** What stands over the window for a moment, one at a time: palette, quick switcher, settings, shortcuts. */
export function Overlays({ settings, onSettings, openId, onOpen, canWrite, onSnippet, onCreate, backups }: OverlaysProps): ReactNode {
  const [shown, setShown] = useState<'palette' | 'quick-switch' | 'settings' | 'backups' | 'pictures' | 'shortcuts' | 'templates' | null>(null);
  useCommands({
    palette: () => setShown('palette'),
    'quick-switch': () => setShown('quick-switch'),
    'new-from-template': () => setShown('templates'),
    settings: () => setShown('settings'),
    backups: () => setShown('backups'),
    pictures: () => setShown('pictures'),
    'show-log': () => void call('shell.showLog', null),
    shortcuts: () => setShown('shortcuts'),
  });
  // At once, so that the focus is back where it was before a command moves it on.
  const close = (): void => flushSync(() => setShown(null));
  switch (shown) {
    case 'palette':
      return <Palette canRun={canRun} onRun={(name: CommandName) => void runCommand(name)} snippets={canWrite() ? settings.newsroom.snippets : []} onSnippet={onSnippet} onClose={close} />;
    case 'quick-switch':
      return <QuickSwitch zone={settings.zone} openId={openId} onOpen={onOpen} onClose={close} />;
    case 'templates':
      return <TemplateChoice templates={settings.newsroom.articleTemplates} language={settings.language} onCreate={onCreate} onClose={close} />;
    case 'settings':
      return <SettingsView settings={settings} set={onSettings} onBackups={() => setShown('backups')} onClose={close} />;
    case 'backups':
      return <BackupsView zone={settings.zone} {...backups} onClose={close} />;
    case 'pictures':
      return <PicturesView zone={settings.zone} onBefore={backups.onBefore} onOpen={backups.onArticle} onClose={close} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />;
    case null:
      return null;
  }
}
