/** The main process's end of the channel to the storage process; starts it again when it dies. */
import { utilityProcess, type UtilityProcess } from 'electron';
import { fail, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import type { Log } from './log.ts';
import type { StorageCallName, StorageCalls, StorageContext, StorageMessage, StorageRequest } from './storage/calls.ts';

interface StorageOptions {
  /** The built storage process. */
  readonly script: string;
  readonly dataFolder: string;
  readonly log: Log;
  /** Asked anew for each call: settings change while the app runs. */
  readonly context: () => StorageContext;
  readonly onRestarted: () => void;
  readonly onLibraryChanged: () => void;
}

/** A moment's pause before a restart, milliseconds, so that a store that cannot be opened does not keep the machine busy. */
const pauseMs = 200;

/** Calls that were under way when the process died answer 'store-unavailable': the window keeps unacknowledged text and sends it again. */
export class StorageClient {
  readonly #options: StorageOptions;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  #process: UtilityProcess;
  #opened: Promise<Result<null>>;
  #lastId = 0;
  #stopped = false;

  constructor(options: StorageOptions) {
    this.#options = options;
    [this.#process, this.#opened] = this.#start();
  }

  /** Whether the store could be opened, and if not, why. */
  get opened(): Promise<Result<null>> {
    return this.#opened;
  }

  async call<Name extends StorageCallName>(name: Name, request: StorageCalls[Name]['request']): Promise<Result<StorageCalls[Name]['answer']>> {
    const opened = await this.#opened;
    if (!opened.ok) return opened;
    this.#lastId += 1;
    const message: StorageRequest = { id: this.#lastId, name, request, context: this.#options.context() };
    return new Promise((resolve) => {
      // Both ends share `StorageCalls`: what comes back is what the named call answers.
      this.#waiting.set(message.id, resolve as (result: Result<unknown>) => void);
      this.#process.postMessage(message);
    });
  }

  /** Ends the process so that the library can be replaced; calls answer 'store-unavailable' until `resume`. */
  async suspend(): Promise<void> {
    this.#stopped = true;
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.kill()) await gone;
  }

  /** Starts again on what is there now. */
  async resume(): Promise<Result<null>> {
    this.#stopped = false;
    [this.#process, this.#opened] = this.#start();
    const opened = await this.#opened;
    if (opened.ok) this.#options.onRestarted();
    return opened;
  }

  stop(): void {
    this.#stopped = true;
    this.#process.kill();
  }

  #start(): [UtilityProcess, Promise<Result<null>>] {
    const { script, dataFolder, log } = this.#options;
    const started = utilityProcess.fork(script, [dataFolder], { serviceName: 'Galley storage', stdio: 'inherit' });
    const opened = new Promise<Result<null>>((resolve) => {
      started.on('message', (message: StorageMessage) => {
        if (message.kind === 'opened') resolve(message.result);
        else if (message.kind === 'library-changed') this.#options.onLibraryChanged();
        else this.#settle(message.id, message.result);
      });
      started.once('exit', (code) => {
        const unavailable = fail('store-unavailable', say('shell.storeStarting'));
        resolve(unavailable);
        for (const id of this.#waiting.keys()) this.#settle(id, unavailable);
        if (this.#stopped) return;
        log(`storage process ended with ${code}`);
        setTimeout(() => this.#restart(), pauseMs);
      });
    });
    return [started, opened];
  }

  #restart(): void {
    if (this.#stopped) return;
    [this.#process, this.#opened] = this.#start();
    void this.#opened.then((result) => {
      if (result.ok) this.#options.onRestarted();
    });
  }

  #settle(id: number, result: Result<unknown>): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }
}
