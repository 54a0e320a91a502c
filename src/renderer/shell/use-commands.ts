import { useEffect, useRef } from 'react';
import type { Settings } from '../../ipc/contract.ts';
import { api, call } from '../api.ts';
import { onCommand } from './on-command.ts';
import type { Desk } from './use-desk.ts';
import type { Layout } from './use-layout.ts';

interface CommandContext {
  readonly desk: Desk;
  readonly layout: Layout;
  readonly onTheme: (theme: Settings['theme']) => void;
}

const commands: Readonly<Record<string, (context: CommandContext) => void>> = {
  'new-article': ({ desk }) => void desk.create(null),
  import: ({ desk }) => void desk.importFiles(),
  export: ({ layout }) => layout.showTab('export'),
  'toggle-library': ({ layout }) => layout.toggleLibrary(),
  'toggle-panel': ({ layout }) => layout.togglePanel(),
  'theme-system': ({ onTheme }) => onTheme('system'),
  'theme-light': ({ onTheme }) => onTheme('light'),
  'theme-dark': ({ onTheme }) => onTheme('dark'),
};

/** What the menu says by name, and the wish to close: nothing closes before the text is kept. */
export function useCommands(context: CommandContext): void {
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    const stops = [
      onCommand((name) => commands[name]?.(latest.current)),
      api.on('closing', () => void latest.current.desk.leave().then((isSaved) => call('shell.readyToClose', { isSaved }))),
    ];
    return () => { for (const stop of stops) stop(); };
  }, []);
}
