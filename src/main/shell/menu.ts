import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type ChosenKeys, type CommandName, keysOf } from '../../ipc/commands.ts';
import { say } from '../../language/index.ts';

/** The application's menu. What the window does itself goes to it as a command by name. */
export function setMenu(command: (name: CommandName) => void, chosen: ChosenKeys): void {
  const items = (...names: readonly CommandName[]): MenuItemConstructorOptions[] => names.map((name) => itemOf(name, keysOf(name, chosen), command));
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = process.platform === 'darwin';
  const menus: MenuItemConstructorOptions[] = [
    { label: say('shell.file'), submenu: [...items('new-article', 'new-from-template', 'import'), line, ...items('save-revision'), line, ...items('export', 'export-again', 'export-several', 'copy-html', 'print', 'print-proof'), line, ...items('pictures', 'backups', 'settings'), line, isMac ? { role: 'close', accelerator: 'Cmd+Shift+W' } : { role: 'quit' }] },
    {
      label: say('shell.edit'),
      // ProseMirror hears the keys of these roles first and takes undo and redo for itself.
      submenu: [{ role: 'undo' }, { role: 'redo' }, line, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'delete' }, { role: 'selectAll' }, line, ...items('find', 'replace', 'find-next', 'find-previous'), line, ...items('replace-everywhere')],
    },
    {
      label: say('shell.view'),
      submenu: [
        ...items('details', 'checks', 'history', 'notes'), line,
        ...items('reader-view'), line, ...items('toggle-library', 'toggle-panel', 'toggle-touched', 'toggle-typewriter', 'toggle-focus'), line,
        { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, line,
        ...items('theme-system', 'theme-light', 'theme-dark'), line,
        { role: 'togglefullscreen' }, ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: say('shell.article'), submenu: [...items('compare', 'compare-approved', 'compare-exported', 'compare-published', 'compare-file'), line, ...items('block-history'), line, ...items('place-ads'), line, ...items('approve'), line, ...items('state-draft', 'state-in-review', 'state-published')] },
    { label: say('shell.go'), submenu: [...items('quick-switch', 'outline', 'palette'), line, ...items('next-tab', 'previous-tab', 'tab-left', 'tab-right'), line, ...items('close-tab', 'close-other-tabs', 'reopen-tab'), line, ...items('next-finding', 'previous-finding'), line, ...items('next-region', 'previous-region')] },
    // The system's own menu would close the window with the keys that close a tab.
    isMac ? { role: 'windowMenu' } : { label: say('shell.window'), submenu: [{ role: 'minimize' }, { role: 'zoom' }] },
    { role: 'help', label: say('shell.help'), submenu: items('shortcuts', 'show-log') },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [{ role: 'appMenu' }, ...menus] : menus));
}

/** What an accelerator may end with; keys of other keyboards are heard by the window all the same. */
const known = /^([!-*,-~]|F\d{1,2}|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Enter|Space)$/;

function acceleratorOf(keys: string): string | null {
  const words = keys.split('+').map((word) => word.replace('Mod', 'CmdOrCtrl').replace(/^Arrow/, ''));
  return known.test(words.at(-1) ?? '') ? words.join('+') : null;
}

function itemOf(name: CommandName, keys: string, command: (name: CommandName) => void): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(keys);
  return {
    id: name,
    label: say(`commands.${name}`),
    click: () => command(name),
    ...(accelerator ? { accelerator } : {}),
  };
}
