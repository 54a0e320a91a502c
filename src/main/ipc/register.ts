import { ipcMain } from 'electron';
import { callNames } from '../../ipc/contract.ts';
import type { Answer } from './answer.ts';

/** Takes the window's calls from the first moment on; they are answered once what answers them is loaded. */
export function registerCalls(answering: Promise<Answer>): void {
  for (const name of callNames) ipcMain.handle(name, async (event, argument: unknown) => (await answering)(name, event, argument));
}
