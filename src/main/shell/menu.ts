import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { shell } from '../../language/en/shell.ts';
import { say } from '../../language/index.ts';

/** The application's menu. What the window does itself goes to it as a 'command' by name. */
export function setMenu(command: (name: string) => void): void {
  const item = (key: keyof typeof shell, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: say(`shell.${key}`),
    click: () => command(name),
    ...(accelerator ? { accelerator } : {}),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const menus: MenuItemConstructorOptions[] = [
    {
      label: say('shell.file'),
      submenu: [
        item('newArticle', 'new-article', 'CmdOrCtrl+N'), item('import', 'import', 'CmdOrCtrl+O'), line,
        item('saveRevision', 'save-revision', 'CmdOrCtrl+S'), item('export', 'export', 'CmdOrCtrl+E'), line,
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    // ProseMirror hears the keys of this menu first and takes undo and redo for itself.
    { role: 'editMenu' },
    {
      label: say('shell.view'),
      submenu: [
        { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, line,
        item('showLibrary', 'toggle-library', 'CmdOrCtrl+Shift+L'), item('showPanel', 'toggle-panel', 'CmdOrCtrl+\\'), line,
        item('themeSystem', 'theme-system'), item('themeLight', 'theme-light'), item('themeDark', 'theme-dark'), line,
        { role: 'togglefullscreen' }, ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus));
}
