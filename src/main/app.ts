import { join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, session } from 'electron';
import type { Events } from '../ipc/contract.ts';
import { say } from '../language/index.ts';
import { closeInOrder } from './close.ts';
import { dataFolder } from './data-folder.ts';
import { type ImageStore, imageStore } from './files/image-store.ts';
import { openLog } from './files/log.ts';
import { type OpenSettings, openSettings } from './files/settings-file.ts';
import { articleCalls } from './ipc/articles.ts';
import { clipboardCalls } from './ipc/clipboard.ts';
import { exportCalls } from './ipc/export.ts';
import { fileCalls } from './ipc/files.ts';
import { type CallTable, registerCalls } from './ipc/register.ts';
import { revisionCalls } from './ipc/revisions.ts';
import { settingsCalls } from './ipc/settings.ts';
import { shellCalls } from './ipc/shell.ts';
import { pictureAdder } from './pictures.ts';
import { articleWriter } from './article-writer.ts';
import { importFiles } from './import-files.ts';
import { openSample } from './sample.ts';
import { setMenu } from './shell/menu.ts';
import { denyEverything } from './shell/permissions.ts';
import { registerSchemes, serveProtocols } from './shell/protocols.ts';
import { openWindow, windowAddress } from './shell/window.ts';
import { type StorageClient, startStorage } from './storage-client.ts';

type Tell = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

/** The built app's folders: `out/main/index.js` stands beside `out/renderer` and `out/preload`. */
const out = join(import.meta.dirname, '..');

/** Starts the window's app: data folder, single instance, then, when Electron is ready, store and window. */
export function startApp(): void {
  registerSchemes();
  const folder = dataFolder(process.argv, process.env, app.getPath('userData'));
  app.setPath('userData', folder);
  if (!app.requestSingleInstanceLock()) {
    // The losing instance has not touched the data: it says so and ends.
    process.stderr.write(`${say('shell.secondInstance')}\n`);
    app.exit(0);
    return;
  }
  void app.whenReady().then(() => openGalley(folder));
}

async function openGalley(folder: string): Promise<void> {
  // Before the first window: Chromium would phone for a dictionary.
  session.defaultSession.setSpellCheckerLanguages([]);
  denyEverything(session.defaultSession);
  const log = openLog(folder);
  const settings = await openSettings(folder);
  nativeTheme.themeSource = settings.read().theme;
  const images = imageStore(folder);
  serveProtocols(join(out, 'renderer'), images);

  const main: { window: BrowserWindow | null } = { window: null };
  const tell: Tell = (name, event) => {
    if (main.window && !main.window.isDestroyed()) main.window.webContents.send(name, event);
  };
  const zone = (): string => settings.read().zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const storage = startStorage(
    join(out, 'main/storage.js'),
    folder,
    () => ({ author: settings.read().person, deviceId: settings.deviceId, zone: zone() }),
    { onRestarted: () => tell('storage-restarted', null), onLibraryChanged: () => tell('library-changed', null) },
  );
  const opened = await storage.opened();
  if (!opened.ok) {
    // Nothing was changed; without a store there is no window to write in.
    log(opened.error.message);
    dialog.showErrorBox(say('shell.storeFailed'), opened.error.message);
    app.exit(1);
    return;
  }

  let readyToClose = (): void => undefined;
  const desk: Desk = { folder, images, settings, storage, tell, window: () => main.window, zone };
  registerCalls(callTable(desk, () => readyToClose()), { trusted: () => main.window?.webContents ?? null, origin: new URL(windowAddress).origin, log });
  setMenu((name) => tell('command', { name }));
  main.window = openWindow(folder, join(out, 'preload/index.cjs'));
  readyToClose = closeInOrder(main.window, tell, async () => {
    await storage.call('revisions.makeAll', { cause: 'before-close' });
    storage.stop();
  });
  app.on('second-instance', () => {
    main.window?.restore();
    main.window?.focus();
  });
}

/** Everything the calls need, made once. */
interface Desk {
  readonly folder: string;
  readonly images: ImageStore;
  readonly settings: OpenSettings;
  readonly storage: StorageClient;
  readonly tell: Tell;
  readonly window: () => BrowserWindow | null;
  readonly zone: () => string;
}

function callTable(desk: Desk, readyToClose: () => void): CallTable {
  const { folder, images, settings, storage, window } = desk;
  const written = new Set<string>();
  const addPicture = pictureAdder(images, join(out, 'main/pictures.js'));
  return {
    ...settingsCalls({ read: settings.read, write: settings.write, folder }),
    ...articleCalls(storage, () => openSample(join(app.getAppPath(), 'resources/sample'), storage, addPicture)),
    ...revisionCalls(storage),
    ...fileCalls({ window, addPicture, importFiles: (paths) => importFiles(paths, { settings, storage, addPicture, zone: desk.zone() }) }),
    ...exportCalls({ window, storage, lastFolder: () => settings.read().exportFolder, write: articleWriter({ images, storage, written }) }),
    ...clipboardCalls,
    ...shellCalls(readyToClose, (path) => written.has(path)),
  };
}
