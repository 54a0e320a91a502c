import { ipcMain, type WebContents } from 'electron';
import { callNames } from '../../ipc/contract.ts';
import type { EarlyAnswers } from '../early-answers.ts';
import type { Answer } from './answer.ts';
import { isTrusted } from './trusted.ts';

interface Early {
  readonly answers: EarlyAnswers;
  /** The window whose main frame may call. */
  readonly trusted: () => WebContents | null;
  readonly origin: string;
}

/** Takes the window's calls from the first moment on; but for the first ones they are answered once what answers them is loaded. */
export function registerCalls(early: Early, answering: Promise<Answer>): void {
  for (const name of callNames) {
    ipcMain.handle(name, async (event, argument: unknown) => {
      const first = isTrusted(event, early.trusted(), early.origin) ? early.answers.to(name) : null;
      return first ?? (await answering)(name, event, argument);
    });
  }
}
