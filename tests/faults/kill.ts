/** Ways to end the app or a part of it from outside, without asking it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Galley } from '../e2e/pages/galley.ts';

/** SIGKILL to the app and all its processes at once, as a dead battery would; answers when the last of them is gone. */
export async function killAll(galley: Galley): Promise<void> {
  await killGroup(galley.app.process().pid);
}

/** The same by the number of the app's process: once that has ended, the driver no longer knows it. */
export async function killGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined) throw new Error('the app has no process');
  if (!isAlive(-pid)) return;
  // The driver starts it as the head of a process group of its own.
  process.kill(-pid, 'SIGKILL');
  while (isAlive(-pid)) await sleep(10);
}

export type Part = 'storage' | 'gpu' | 'renderer';

/** Kills one process of the app and leaves the others alone. @returns its number */
export async function killPart(galley: Galley, part: Part): Promise<number> {
  const pid = await pidOf(galley, part);
  process.kill(pid, 'SIGKILL');
  return pid;
}

export async function pidOf(galley: Galley, part: Part): Promise<number> {
  const processes = await galley.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid, type, name }) => ({ pid, type: String(type), name })));
  const found = processes.find(({ type, name }) => (part === 'storage' ? name === 'Galley storage' : part === 'gpu' ? type === 'GPU' : type === 'Tab'));
  if (!found) throw new Error(`no ${part} process among ${JSON.stringify(processes)}`);
  return found.pid;
}

/**
 * The text in the window after its process died, read through the main process: the driver cannot follow a page that crashed.
 * The window must come back by itself.
 */
export async function comesBack(galley: Galley, leastLength: number): Promise<string> {
  return galley.app.evaluate(async ({ BrowserWindow }, length) => {
    const article = `document.querySelector('[role="textbox"][aria-label="Article"]')`;
    const read = `${article} && [...${article}.querySelectorAll(':scope > p')].map((paragraph) => paragraph.textContent).join('\\n')`;
    const pause = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
    let text = '';
    for (let tries = 0; tries < 120; tries++) {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // A script given to a page that is just being replaced is never answered: each try has its own half second.
      const shown: unknown = contents && !contents.isCrashed() ? await Promise.race([contents.executeJavaScript(read).catch(() => null), pause(500)]) : null;
      if (typeof shown === 'string') text = shown;
      if (typeof shown === 'string' && shown.length >= length) return shown;
      await pause(100);
    }
    return text;
  }, leastLength);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
