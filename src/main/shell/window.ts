import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { fieldsOfFile } from '../files/small-file.ts';
import { built } from './built.ts';
import { appOrigin } from './page-protocol.ts';

const smallest = { width: 720, height: 520 };
const usual = { width: 1360, height: 900 };

/** Opens the window where it was; it shows itself when there is something to see. */
export function openWindow(dataFolder: string): BrowserWindow {
  nativeTheme.themeSource = keptTheme(dataFolder);
  const place = join(dataFolder, 'window.json');
  const { maximized, ...known } = readBounds(place);
  const window = new BrowserWindow({
    ...known, minWidth: smallest.width, minHeight: smallest.height, show: false, title: 'Galley',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#f4f4f2',
    webPreferences: { preload: built('preload', 'index.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, v8CacheOptions: 'bypassHeatCheck' },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    try {
      writeFileSync(place, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
    } catch {
      // Where the window was is not worth keeping it open for.
    }
  });
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** What the whole settings say is read later: the window must not wait for it to have its colours. */
function keptTheme(dataFolder: string): typeof nativeTheme.themeSource {
  const { theme } = fieldsOfFile(join(dataFolder, 'settings.json'));
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function readBounds(place: string): Partial<Rectangle> & { readonly width: number; readonly height: number; readonly maximized: boolean } {
  const { x, y, width, height, maximized } = fieldsOfFile(place);
  if (typeof width !== 'number' || typeof height !== 'number' || !(width >= smallest.width) || !(height >= smallest.height)) return { ...usual, maximized: false };
  const known = { width, height, maximized: maximized === true };
  if (typeof x !== 'number' || typeof y !== 'number') return known;
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
  const isVisible = x < area.x + area.width && x + width > area.x && y >= area.y - 20 && y < area.y + area.height;
  return isVisible ? { ...known, x, y } : known;
}
