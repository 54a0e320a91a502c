/** The one importer of the bridge: everything the window asks of the main process goes through here. */
import type { Bridge, CallName, Calls, EventName, Events } from '../ipc/contract.ts';
import { fail, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';

declare global {
  interface Window {
    /** Put there by preload; missing where the page runs outside Galley. */
    readonly galley: Bridge;
  }
}

/**
 * Asks the main process. Never rejects: a main process that died or refused the sender is an error like any other,
 * so that no caller needs a catch and no failure stays unseen.
 */
export async function call<Name extends CallName>(name: Name, request: Calls[Name]['request']): Promise<Result<Calls[Name]['answer']>> {
  try {
    return await window.galley.call(name, request);
  } catch (error) {
    return fail('unexpected', say('library.callFailed', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

export const api = {
  call,
  /** @returns a function that stops listening */
  on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): (() => void) => window.galley.on(name, listener),
  pathOfDropped: (file: File): string => window.galley.pathOfDropped(file),
} as const;
