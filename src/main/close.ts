import { setTimeout as sleep } from 'node:timers/promises';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Events } from '../ipc/contract.ts';
import { say } from '../language/index.ts';

/**
 * How long the window may take to hand over what it has not saved, and everything that is done while closing, milliseconds. Systems
 * kill what has not ended after five seconds; what is left of them is for the processes to go.
 */
const patienceMs = 3200;
const longestMs = 4000;

/**
 * Closing waits for the text: the window is asked to flush, then `finish` does the rest in the milliseconds it is given, then the app ends.
 * A window that does not answer in time is closed all the same: what it had was saved a second ago.
 */
export function closeInOrder(window: BrowserWindow, tell: <Name extends keyof Events>(name: Name, event: Events[Name]) => void, finish: (leftMs: number) => Promise<void>): (isSaved: boolean) => void {
  let state: 'open' | 'asked' | 'done' = 'open';
  let timer: NodeJS.Timeout | undefined;
  let askedAtMs = 0;
  const proceed = (): void => {
    if (state !== 'asked') return;
    state = 'done';
    clearTimeout(timer);
    const leftMs = Math.max(0, askedAtMs + longestMs - performance.now());
    // A store that does not answer holds nobody up: what it has acknowledged it has.
    void Promise.race([finish(leftMs), sleep(leftMs)]).finally(() => {
      if (!window.isDestroyed()) window.destroy();
      app.quit();
    });
  };
  window.on('close', (event) => {
    if (state === 'done') return;
    event.preventDefault();
    if (state === 'asked') return;
    state = 'asked';
    askedAtMs = performance.now();
    timer = setTimeout(proceed, patienceMs);
    tell('closing', null);
  });
  // A renderer that died has nothing left to say.
  window.webContents.on('render-process-gone', proceed);
  return (isSaved) => {
    clearTimeout(timer);
    if (isSaved || state !== 'asked') return proceed();
    void askToLose(window).then((isLost) => {
      // The time a person takes to answer is not the machine's.
      askedAtMs = performance.now();
      if (isLost) return proceed();
      state = 'open';
    });
  };
}

/** The last changes could not be saved: only the person may give them up. */
async function askToLose(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say('shell.notSaved'),
    detail: say('shell.notSavedAbout'),
    buttons: [say('shell.keepOpen'), say('shell.closeAndLose')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
