import { type BrowserWindow, dialog } from 'electron';

/** Asks for a folder in the system's own dialog, beginning at the last one. @returns null where it was cancelled */
export async function pickFolder(parent: BrowserWindow | null, title: string, last: string): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'], ...(last ? { defaultPath: last } : {}) };
  const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
