import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The data folder that is asked for with `--data-dir` or GALLEY_DATA_DIR; null where none is. */
export function askedDataFolder(option: string | undefined): string | null {
  const asked = option ?? process.env['GALLEY_DATA_DIR'] ?? '';
  return asked === '' ? null : resolve(asked);
}

/** The data folder asked for, else the app's own: where Electron's userData is on each system. */
export function dataFolderOf(option: string | undefined): string {
  return askedDataFolder(option) ?? join(applicationData(), 'Galley');
}

function applicationData(): string {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env['APPDATA'] || join(home, 'AppData', 'Roaming');
  return process.env['XDG_CONFIG_HOME'] || join(home, '.config');
}
