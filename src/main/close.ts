import { app, type BrowserWindow } from 'electron';
import type { Events } from '../ipc/contract.ts';

/** How long the window may take to hand over what it has not saved, milliseconds. */
const patienceMs = 4000;

/**
 * Closing waits for the text: the window is asked to flush, then every changed article gets a revision, then the app ends.
 * A window that does not answer in time is closed all the same: what it had was saved a second ago.
 */
export function closeInOrder(window: BrowserWindow, tell: <Name extends keyof Events>(name: Name, event: Events[Name]) => void, finish: () => Promise<void>): () => void {
  let state: 'open' | 'asked' | 'done' = 'open';
  let timer: NodeJS.Timeout | undefined;
  const proceed = (): void => {
    if (state !== 'asked') return;
    state = 'done';
    clearTimeout(timer);
    void finish().finally(() => {
      if (!window.isDestroyed()) window.destroy();
      app.quit();
    });
  };
  window.on('close', (event) => {
    if (state === 'done') return;
    event.preventDefault();
    if (state === 'asked') return;
    state = 'asked';
    timer = setTimeout(proceed, patienceMs);
    tell('closing', null);
  });
  // A renderer that died has nothing left to say.
  window.webContents.on('render-process-gone', proceed);
  return proceed;
}
