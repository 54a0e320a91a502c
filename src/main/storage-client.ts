/** The main process's end of the channel to the storage process; starts it again when it dies. */
import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import { fail, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import type { Log } from './log.ts';
import type { StorageCallName, StorageCalls } from './storage/calls.ts';
import type { StorageReply, StorageRequest } from './storage/process.ts';

export class StorageClient {
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  readonly #options: { readonly dataFolder: string; readonly log: Log; readonly onRestart: () => void };
  #process: UtilityProcess;
  #lastId = 0;
  #stopped = false;

  constructor(options: { readonly dataFolder: string; readonly log: Log; readonly onRestart: () => void }) {
    this.#options = options;
    this.#process = this.#start();
  }

  call<Name extends StorageCallName>(name: Name, ...args: Parameters<StorageCalls[Name]>): Promise<ReturnType<StorageCalls[Name]>> {
    this.#lastId += 1;
    const request: StorageRequest = { id: this.#lastId, name, args };
    return new Promise((resolve) => {
      // Both ends share `StorageCalls`: what comes back is what the named call returns.
      this.#waiting.set(request.id, resolve as (result: Result<unknown>) => void);
      this.#process.postMessage(request);
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#process.kill();
  }

  #start(): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'storage.js'), [`--data-dir=${this.#options.dataFolder}`], { serviceName: 'Galley storage', stdio: 'inherit' });
    started.on('message', ({ id, result, log }: StorageReply) => {
      if (log) this.#options.log('storage', log);
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
    started.on('exit', (code) => {
      const lost = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const answer of lost) answer(fail('store-unavailable', say('errors.storeUnavailable')));
      if (this.#stopped) return;
      this.#options.log(`storage process ended with ${code}`);
      // A moment's pause, so that a store that cannot be opened does not keep the machine busy.
      setTimeout(() => {
        this.#process = this.#start();
        this.#options.onRestart();
      }, 200);
    });
    return started;
  }
}
