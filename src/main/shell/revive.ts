import { app, type BrowserWindow, dialog } from 'electron';
import { say } from '../../language/index.ts';
import type { Log } from '../log.ts';

/** So many ends within so many milliseconds are no accident: then the person is asked before the next start. */
const patience = { ends: 4, withinMs: 60_000 };

/** A window whose process died is loaded again: the text is in the store, all but what was typed since the last save. */
export function reviveWindow(window: BrowserWindow, log: Log): void {
  let endsMs: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`window process ended: ${reason} ${exitCode}`);
    const nowMs = performance.now();
    endsMs = [...endsMs.filter((endMs) => nowMs - endMs < patience.withinMs), nowMs];
    if (endsMs.length < patience.ends) return again(window);
    endsMs = [];
    const buttons = [say('shell.openAgain'), say('shell.quit')];
    void dialog.showMessageBox({ type: 'error', message: say('shell.windowEnds'), detail: say('shell.windowEndsAbout'), buttons, defaultId: 0, cancelId: 0 }).then(({ response }) => (response === 0 ? again(window) : app.exit(1)));
  });
}

function again(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.reload();
}
