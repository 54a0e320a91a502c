import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import * as v from 'valibot';
import type { Settings } from '../../ipc/contract.ts';
import { built } from './built.ts';
import { appOrigin } from './protocols.ts';

const smallest = { width: 720, height: 520 };
const bounds = v.object({ x: v.exactOptional(v.number()), y: v.exactOptional(v.number()), width: v.pipe(v.number(), v.minValue(smallest.width)), height: v.pipe(v.number(), v.minValue(smallest.height)), maximized: v.boolean() });

/** Opens the window where it was; it shows itself when there is something to see. */
export function openWindow(dataFolder: string, theme: Settings['theme']): BrowserWindow {
  nativeTheme.themeSource = theme;
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

function readBounds(place: string): v.InferOutput<typeof bounds> {
  const usual = { width: 1360, height: 900, maximized: false };
  try {
    const known = v.parse(bounds, JSON.parse(readFileSync(place, 'utf8')));
    const area = screen.getDisplayMatching({ x: known.x ?? 0, y: known.y ?? 0, width: known.width, height: known.height }).workArea;
    const visible = known.x === undefined || known.y === undefined || (known.x < area.x + area.width && known.x + known.width > area.x && known.y >= area.y - 20 && known.y < area.y + area.height);
    return visible ? known : { width: known.width, height: known.height, maximized: known.maximized };
  } catch {
    return usual;
  }
}
