import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Events } from '../ipc/contract.ts';
import { say } from '../language/index.ts';
import { BackupClient } from './backup-client.ts';
import { keepBackups } from './backup-hours.ts';
import { callsOf, type Desk } from './calls.ts';
import { closeInOrder } from './close.ts';
import { dataFolder } from './data-folder.ts';
import { removeLitter } from './files/temporary-name.ts';
import { registerCalls } from './ipc/register.ts';
import { type Log, openLog } from './log.ts';
import { openPictures } from './pictures.ts';
import { SettingsFile } from './settings.ts';
import { built } from './shell/built.ts';
import { setMenu } from './shell/menu.ts';
import { denyEverything } from './shell/permissions.ts';
import { appOrigin, registerSchemes, servePage, servePictures } from './shell/protocols.ts';
import { reviveWindow } from './shell/revive.ts';
import { openWindow } from './shell/window.ts';
import { prepareDataFolder } from './storage/data-place.ts';
import { notedHolder } from './storage/lock-note.ts';
import { attempt } from './storage/refusal.ts';
import type { StorageContext } from './storage/calls.ts';
import { StorageClient } from './storage-client.ts';

type Tell = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

/** Starts the window's app: data folder, single instance, then, when Electron is ready, window and store. */
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

/** Window first: its process, the store's and main's calls then start beside each other (DESIGN section 11, start). */
function openGalley(folder: string): void {
  denyEverything();
  const log = openLog(join(folder, 'galley.log'));
  log(`Galley ${app.getVersion()} starts`);
  const settings = new SettingsFile(folder, log);
  servePage();
  const window = openWindow(folder, settings.current.theme);
  reviveWindow(window, log);
  const tell: Tell = (name, event) => {
    if (!window.isDestroyed()) window.webContents.send(name, event);
  };
  const desk = openDesk({ folder, settings, log, tell, window });
  servePictures(desk.pictures.images, desk.pictures.thumbnails);
  const close = closing(desk, { window, log, tell });
  registerCalls(callsOf(desk, close), { trusted: () => desk.window()?.webContents ?? null, origin: appOrigin, log });
  watchClock(settings, log);
  setMenu((name) => tell('command', { name }));
  app.on('second-instance', () => {
    window.restore();
    window.show();
    window.focus();
  });
  for (const [place, deep] of [[folder, false], [join(folder, 'images'), true], [join(folder, 'thumbnails'), true], [settings.current.exportFolder, false]] as const) if (place) void removeLitter(place, { deep });
}

interface Parts {
  readonly folder: string;
  readonly settings: SettingsFile;
  readonly log: Log;
  readonly tell: Tell;
  readonly window: BrowserWindow;
}

/** Store, backups and pictures, each with processes of its own. */
function openDesk({ folder, settings, log, tell, window }: Parts): Desk {
  const zone = (): string => settings.current.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const context = (): StorageContext => ({ author: settings.current.person, deviceId: settings.current.deviceId, zone: zone() });
  const onLibraryChanged = (): void => tell('library-changed', null);
  const storage = new StorageClient({ script: built('main', 'storage.js'), dataFolder: folder, log, context, onRestarted: () => tell('storage-restarted', null), onLibraryChanged });
  // A store that cannot be opened is shown in the window, with what there is to bring back; nothing was changed.
  void storage.opened.then((opened) => {
    if (!opened.ok) log(`store not opened: ${opened.error.code}`);
  });
  const backups = new BackupClient({
    script: built('main', 'backups.js'),
    library: () => ({ dataFolder: folder, second: settings.current.backupFolder, deviceId: settings.current.deviceId }),
    log,
  });
  return { folder, settings, storage, backups, pictures: openPictures(folder, settings, log), window: () => (window.isDestroyed() ? null : window), zone, context, onReplaced: onLibraryChanged };
}

/** Nothing ends before the text is kept and, where there is time, backed up. */
function closing({ storage, backups }: Desk, { window, log, tell }: Pick<Parts, 'window' | 'log' | 'tell'>): (isSaved: boolean) => void {
  const keeper = keepBackups(backups, { log, tell: (notice) => tell('backup-notice', notice) });
  return closeInOrder(window, tell, async (leftMs) => {
    const endMs = performance.now() + leftMs;
    await storage.call('revisions.makeAll', { cause: 'before-close' });
    await keeper.atQuit(endMs - performance.now());
    await storage.stop(Math.max(0, endMs - performance.now()));
  });
}

/** Remembers the time, so that a clock that leaps ahead lifts no embargo unseen. */
function watchClock(settings: SettingsFile, log: Log): void {
  const look = (): void => void settings.seeTime(new Date().toISOString()).catch((error: unknown) => log('time not kept', error instanceof Error ? error.name : ''));
  look();
  setInterval(look, 10 * 60 * 1000).unref();
}
