/** The application menu. What the window does itself goes to it as a 'command'. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { say } from '../../language/index.ts';
import type { shell } from '../../language/en/shell.ts';

export function setMenu(command: (name: string) => void): void {
  const item = (key: keyof typeof shell, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: say(`shell.${key}`), click: () => command(name), ...(accelerator ? { accelerator } : {}),
  });
  const role = (key: keyof typeof shell, name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({ label: say(`shell.${key}`), role: name });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const menus: MenuItemConstructorOptions[] = [
    { label: say('shell.file'), submenu: [
      item('newArticle', 'new-article', 'CmdOrCtrl+N'), item('import', 'import', 'CmdOrCtrl+O'), line,
      item('saveRevision', 'save-revision', 'CmdOrCtrl+S'), item('export', 'export', 'CmdOrCtrl+E'), line, role('quit', 'quit'),
    ] },
    { label: say('shell.edit'), submenu: [
      item('undo', 'undo', 'CmdOrCtrl+Z'), item('redo', 'redo', process.platform === 'darwin' ? 'Cmd+Shift+Z' : 'CmdOrCtrl+Y'), line,
      role('cut', 'cut'), role('copy', 'copy'), role('paste', 'paste'), role('pastePlain', 'pasteAndMatchStyle'), role('selectAll', 'selectAll'), line, item('find', 'find', 'CmdOrCtrl+F'),
    ] },
    { label: say('shell.view'), submenu: [
      role('zoomIn', 'zoomIn'), role('zoomOut', 'zoomOut'), role('zoomReset', 'resetZoom'), line,
      item('toggleTheme', 'toggle-theme'), item('toggleSidePanel', 'toggle-side-panel', 'CmdOrCtrl+\\'), role('fullScreen', 'togglefullscreen'),
    ] },
    { label: say('shell.help'), submenu: [item('guide', 'help', 'F1'), item('sample', 'open-sample')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus));
}
