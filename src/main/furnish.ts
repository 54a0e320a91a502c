/** Everything main does for the window once it is on its way: settings, backups, pictures, calls, menu. */
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Events } from '../ipc/contract.ts';
import { BackupClient } from './backup-client.ts';
import { keepBackups } from './backup-hours.ts';
import { callsOf, type Desk } from './calls.ts';
import { closeInOrder } from './close.ts';
import { removeLitter } from './files/temporary-name.ts';
import { FindClient } from './find-client.ts';
import { type Answer, answerCalls } from './ipc/answer.ts';
import { restored } from './ipc/restored.ts';
import type { Log } from './log.ts';
import { openPictures } from './pictures.ts';
import type { SealedSession } from './sealed-session.ts';
import { SessionFile } from './session-file.ts';
import { publicSettings, SettingsFile } from './settings.ts';
import { built } from './shell/built.ts';
import { setMenu } from './shell/menu.ts';
import { appOrigin, type PictureAnswer } from './shell/page-protocol.ts';
import { servePicture } from './shell/picture-protocol.ts';
import { reviveWindow } from './shell/revive.ts';
import type { StorageContext } from './storage/calls.ts';
import type { StorageClient } from './storage-client.ts';
import { watchClock } from './watch-clock.ts';

type Tell = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

interface Started {
  readonly folder: string;
  readonly log: Log;
  readonly storage: StorageClient;
  readonly window: BrowserWindow;
  readonly sealed: SealedSession;
}

/** @returns what answers the window's calls, and its requests for pictures */
export function furnish(started: Started): { readonly answer: Answer; readonly picture: PictureAnswer } {
  const { folder, log, storage, window } = started;
  const settings = new SettingsFile(folder, log);
  const tell: Tell = (name, event) => {
    if (!window.isDestroyed()) window.webContents.send(name, event);
  };
  reviveWindow(window, log);
  const lookAtClock = watchClock(settings, log, (clockGap) => tell('clock-doubted', { clockGap }));
  const onDrawn = (): void => {
    storage.begin();
    // It may have come into doubt before the window listened.
    if (settings.current.clockGap) tell('clock-doubted', { clockGap: settings.current.clockGap });
    tell('screen-reader', { isThere: app.accessibilitySupportEnabled });
  };
  app.on('accessibility-support-changed', (_event, isThere) => tell('screen-reader', { isThere }));
  const desk: Desk = { ...openDesk(started, settings, tell), lookAtClock, onDrawn };
  const close = closing(desk, { log, tell, window });
  desk.onKeys();
  app.on('second-instance', () => {
    window.restore();
    window.show();
    window.focus();
  });
  for (const [place, deep] of [[folder, false], [join(folder, 'images'), true], [join(folder, 'thumbnails'), true], [settings.current.exportFolder, false]] as const) if (place) void removeLitter(place, { deep });
  return {
    answer: answerCalls(callsOf(desk, close), { trusted: () => desk.window()?.webContents ?? null, origin: appOrigin, log }),
    picture: (address) => servePicture(desk.pictures, address),
  };
}

/** Store, backups and pictures, each with processes of its own. */
function openDesk({ folder, log, storage, window, sealed }: Started, settings: SettingsFile, tell: Tell): Omit<Desk, 'lookAtClock' | 'onDrawn'> {
  const zone = (): string => settings.current.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const context = (): StorageContext => ({ author: settings.current.person, deviceId: settings.current.deviceId, zone: zone() });
  const onLibraryChanged = (): void => tell('library-changed', null);
  storage.serve({ context, onRestarted: () => tell('storage-restarted', null), onLibraryChanged });
  // A store that cannot be opened is shown in the window, with what there is to bring back; nothing was changed.
  void storage.opened.then((opened) => {
    if (!opened.ok) log(`store not opened: ${opened.error.code}`);
  });
  const backups = new BackupClient({
    script: built('main', 'backups.js'),
    library: () => ({ dataFolder: folder, second: settings.current.backupFolder, deviceId: settings.current.deviceId }),
    log,
  });
  const finder = new FindClient({ script: built('main', 'find.js'), dataFolder: folder });
  return { folder, settings, session: new SessionFile(folder), sealed, storage, finder, backups, pictures: openPictures(folder, settings, log), window: () => (window.isDestroyed() ? null : window), zone, context, onReplaced: onLibraryChanged, onKeys: () => setMenu((name) => tell('command', { name }), settings.current.keys) };
}

/** Nothing ends before the text is kept and, where there is time, backed up. */
function closing({ settings, session, sealed, storage, finder, backups }: Desk, { window, log, tell }: Pick<Started, 'window' | 'log'> & { readonly tell: Tell }): (isSaved: boolean) => void {
  const keeper = keepBackups(backups, { log, tell: (notice) => tell('backup-notice', notice) });
  return closeInOrder(window, tell, async (leftMs) => {
    const endMs = performance.now() + leftMs;
    storage.begin();
    await finder.stop();
    await storage.call('revisions.makeAll', { cause: 'before-close' });
    const left = await restored(session.current, storage);
    await keeper.atQuit(endMs - performance.now());
    await storage.stop(Math.max(0, endMs - performance.now()));
    // A clock in doubt is told of with the settings, which are then read themselves.
    if (left && settings.current.clockGap === null) sealed.seal({ session: left, settings: publicSettings(settings.current) });
  });
}
