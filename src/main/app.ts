import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu } from 'electron';
import { say } from '../language/index.ts';
import { dataFolder } from './data-folder.ts';
import { EarlyAnswers } from './early-answers.ts';
import { registerCalls } from './ipc/register.ts';
import { openLog } from './log.ts';
import { built } from './shell/built.ts';
import { denyEverything } from './shell/permissions.ts';
import { appOrigin, registerSchemes, serveSchemes } from './shell/page-protocol.ts';
import { openWindow } from './shell/window.ts';
import { prepareDataFolder } from './storage/data-place.ts';
import { notedHolder } from './storage/lock-note.ts';
import { SealedSession } from './sealed-session.ts';
import { attempt } from './storage/refusal.ts';
import { StorageClient } from './storage-client.ts';

/** Starts the window's app: data folder, single instance, then, when Electron is ready, store and window. */
export function startApp(): void {
  registerSchemes();
  // Electron would build a menu of its own before ours.
  Menu.setApplicationMenu(null);
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

/** How long after its page is loaded a window may take to ask and to say that it is drawn, milliseconds. */
const drawingMs = 2_000;

/** The window asks for what it begins with, and says when that is drawn (`shell.drawn`); one that ends, or does neither, is not waited for. */
function goOnWithout(window: BrowserWindow, early: EarlyAnswers, storage: StorageClient): void {
  const goOn = (): void => {
    early.end();
    storage.begin();
  };
  window.webContents.once('did-stop-loading', () => setTimeout(goOn, drawingMs));
  window.webContents.once('render-process-gone', goOn);
}

/** A folder that cannot hold a library is not touched; the person reads why. */
function refuseFolder(why: string): void {
  process.stderr.write(`${why}\n`);
  void app.whenReady().then(() => {
    dialog.showErrorBox(say('shell.storeFailed'), why);
    app.exit(1);
  });
}

/**
 * Store and window start in processes of their own; what main itself needs is loaded beside them (DESIGN section 11, start). Where what
 * the window begins with is at hand, both wait: main for the window's questions, the store for its drawing. They would take the processor from it.
 */
function openGalley(folder: string): void {
  denyEverything();
  const log = openLog(join(folder, 'galley.log'));
  log(`Galley ${app.getVersion()} starts`);
  const sealed = new SealedSession(folder, app.getVersion());
  const left = sealed.take();
  const early = new EarlyAnswers(left, folder);
  const storage = new StorageClient({ script: built('main', 'storage.js'), dataFolder: folder, log, waits: left !== null });
  // Both are asked before what answers them is loaded.
  const furnished = early.ended.then(() => import('./furnish.ts')).then(({ furnish }) => furnish({ folder, log, storage, window, sealed }));
  serveSchemes(furnished.then(({ picture }) => picture));
  registerCalls({ answers: early, trusted: () => window.webContents, origin: appOrigin }, furnished.then(({ answer }) => answer));
  const window = openWindow(folder);
  goOnWithout(window, early, storage);
}
