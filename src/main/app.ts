import { join, normalize } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Events } from '../ipc/contract.ts';
import { checkOptionsOf } from '../article/checks/index.ts';
import { say } from '../language/index.ts';
import { articleWriter } from './article-writer.ts';
import { BackupClient } from './backup-client.ts';
import { keepBackups } from './backup-hours.ts';
import { closeInOrder } from './close.ts';
import { dataFolder } from './data-folder.ts';
import type { ImageStore } from './files/image-store.ts';
import { TemplateStore } from './files/template-store.ts';
import { removeLitter } from './files/temporary-name.ts';
import { importFiles, readToCompare } from './import-files.ts';
import { articleCalls } from './ipc/articles.ts';
import { backupCalls } from './ipc/backups.ts';
import { comparisonCalls } from './ipc/comparison.ts';
import { exportCalls } from './ipc/export.ts';
import { fileCalls } from './ipc/files.ts';
import { notesCalls } from './ipc/notes.ts';
import { pictureCalls } from './ipc/pictures.ts';
import { type CallTable, registerCalls } from './ipc/register.ts';
import { revisionCalls } from './ipc/revisions.ts';
import { settingsCalls } from './ipc/settings.ts';
import { shellCalls } from './ipc/shell.ts';
import { templateCalls } from './ipc/templates.ts';
import { type Log, openLog } from './log.ts';
import { PictureLibrary } from './picture-library.ts';
import { openPictures, type Pictures } from './pictures.ts';
import { openSample } from './sample.ts';
import { SessionFile } from './session-file.ts';
import { SettingsFile } from './settings.ts';
import { built } from './shell/built.ts';
import { setMenu } from './shell/menu.ts';
import { denyEverything } from './shell/permissions.ts';
import { appOrigin, registerSchemes, serveSchemes } from './shell/protocols.ts';
import { reviveWindow } from './shell/revive.ts';
import { openWindow } from './shell/window.ts';
import { attempt } from './storage/refusal.ts';
import { prepareDataFolder } from './storage/data-place.ts';
import { notedHolder } from './storage/lock-note.ts';
import type { StorageContext } from './storage/calls.ts';
import { StorageClient } from './storage-client.ts';

type Tell = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

/** Starts the window's app: data folder, single instance, then, when Electron is ready, store and window. */
export function startApp(): void {
  registerSchemes();
  // Dates and times in inputs as the window writes them elsewhere: day before month, 24 hours.
  app.commandLine.appendSwitch('lang', 'en-GB');
  const folder = dataFolder(process.argv, process.env, app.getPath('userData'));
  const prepared = attempt(folder, () => prepareDataFolder(folder));
  if (!prepared.ok) {
    refuseFolder(prepared.error.message);
    return;
  }
  app.setPath('userData', folder);
  if (!app.requestSingleInstanceLock()) {
    // The losing instance has not touched the data: it says so and ends.
    process.stderr.write(`${say('shell.secondInstance', notedHolder(folder))}\n`);
    app.exit(0);
    return;
  }
  void app.whenReady().then(() => openGalley(folder));
}

/** A folder that cannot hold a library is not touched; the person reads why. */
function refuseFolder(why: string): void {
  process.stderr.write(`${why}\n`);
  void app.whenReady().then(() => {
    dialog.showErrorBox(say('shell.storeFailed'), why);
    app.exit(1);
  });
}

async function openGalley(folder: string): Promise<void> {
  denyEverything();
  const log = openLog(join(folder, 'galley.log'));
  log(`Galley ${app.getVersion()} starts`);
  const settings = new SettingsFile(folder, log);
  watchClock(settings, log);
  const pictures = openPictures(folder, settings, log);
  const { images } = pictures;
  serveSchemes(images, pictures.thumbnails);

  const main: { window: BrowserWindow | null } = { window: null };
  const tell: Tell = (name, event) => {
    if (main.window && !main.window.isDestroyed()) main.window.webContents.send(name, event);
  };
  const zone = (): string => settings.current.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const context = (): StorageContext => ({ author: settings.current.person, deviceId: settings.current.deviceId, zone: zone() });
  const storage = new StorageClient({
    script: built('main', 'storage.js'),
    dataFolder: folder,
    log,
    context,
    onRestarted: () => tell('storage-restarted', null),
    onLibraryChanged: () => tell('library-changed', null),
  });
  const backups = new BackupClient({
    script: built('main', 'backups.js'),
    library: () => ({ dataFolder: folder, second: settings.current.backupFolder, deviceId: settings.current.deviceId }),
    log,
  });
  const opened = await storage.opened;
  // A store that cannot be opened is shown in the window, with what there is to bring back; nothing was changed.
  if (!opened.ok) log(`store not opened: ${opened.error.code}`);

  let readyToClose = (_isSaved: boolean): void => undefined;
  const desk: Desk = { pictures, folder, images, settings, storage, backups, context, window: () => main.window, zone, onReplaced: () => tell('library-changed', null) };
  registerCalls(callTable(desk, (isSaved) => readyToClose(isSaved)), { trusted: () => main.window?.webContents ?? null, origin: appOrigin, log });
  setMenu((name) => tell('command', { name }));
  main.window = openWindow(folder, settings.current.theme);
  reviveWindow(main.window, log);
  const keeper = keepBackups(backups, { log, tell: (notice) => tell('backup-notice', notice) });
  readyToClose = closeInOrder(main.window, tell, async (leftMs) => {
    const endMs = performance.now() + leftMs;
    await storage.call('revisions.makeAll', { cause: 'before-close' });
    await keeper.atQuit(endMs - performance.now());
    await storage.stop(Math.max(0, endMs - performance.now()));
  });
  app.on('second-instance', () => {
    main.window?.restore();
    main.window?.show();
    main.window?.focus();
  });
  for (const [place, deep] of [[folder, false], [join(folder, 'images'), true], [join(folder, 'thumbnails'), true], [settings.current.exportFolder, false]] as const) if (place) void removeLitter(place, { deep });
}

/** Remembers the time, so that a clock that leaps ahead lifts no embargo unseen. */
function watchClock(settings: SettingsFile, log: Log): void {
  const look = (): void => void settings.seeTime(new Date().toISOString()).catch((error: unknown) => log('time not kept', error instanceof Error ? error.name : ''));
  look();
  setInterval(look, 10 * 60 * 1000).unref();
}

/** Everything the calls need, made once. */
interface Desk {
  readonly pictures: Pictures;
  readonly folder: string;
  readonly images: ImageStore;
  readonly settings: SettingsFile;
  readonly storage: StorageClient;
  readonly backups: BackupClient;
  readonly context: () => StorageContext;
  readonly onReplaced: () => void;
  readonly window: () => BrowserWindow | null;
  readonly zone: () => string;
}

function callTable({ pictures, folder, images, settings, storage, backups, context, onReplaced, window, zone }: Desk, readyToClose: (isSaved: boolean) => void): CallTable {
  const written = new Set<string>();
  const templates = new TemplateStore(folder);
  return {
    ...settingsCalls(settings, folder, window),
    ...articleCalls({
      storage,
      session: new SessionFile(folder),
      openSample: () => openSample(join(app.getAppPath(), 'resources/sample'), storage, images),
      language: () => settings.current.language,
      eraseFromBackups: (erasure) => backups.run('erase', { ...erasure, nowMs: Date.now(), context: context() }),
    }),
    ...revisionCalls(storage),
    ...notesCalls(storage),
    ...comparisonCalls({ window, storage, lastFolder: () => settings.current.exportFolder, zone, onWritten: (path) => written.add(path) }),
    ...pictureCalls(new PictureLibrary({ storage, backups, images, thumbnails: pictures.thumbnails, nowMs: Date.now })),
    ...backupCalls({ backups, storage, folder, context, onReplaced }),
    ...fileCalls({
      window,
      images,
      importFiles: (paths) => importFiles(paths, { images, storage, language: settings.current.language, zone: zone() }),
      readToCompare: (path) => readToCompare(path, { images, language: settings.current.language, zone: zone() }),
    }),
    ...templateCalls(templates, window),
    ...exportCalls({ window, storage, lastFolder: () => settings.current.exportFolder, checks: () => checkOptionsOf(settings.current.newsroom, settings.current.clockGap), write: articleWriter({ images, storage, templates, fieldNames: () => settings.current.fieldNames, copying: pictures.copying, onWritten: (path) => written.add(path) }) }),
    ...shellCalls(readyToClose, (path) => written.has(normalize(path)), join(folder, 'galley.log')),
  };
}
