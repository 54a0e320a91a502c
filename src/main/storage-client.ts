/** The main process's end of the channel to the storage process; starts it again when it dies. */
import { utilityProcess, type UtilityProcess } from 'electron';
import { fail, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import type { Log } from './log.ts';
import type { StorageCallName, StorageCalls, StorageContext, StorageMessage, StorageOrder } from './storage/calls.ts';

interface StorageOptions {
  /** The built storage process. */
  readonly script: string;
  readonly dataFolder: string;
  readonly log: Log;
  /** Whether its process is started only once `begin` says so; calls wait for it until then. */
  readonly waits: boolean;
}

/** For whom it works: known a moment after the process was started. */
interface Served {
  /** Asked anew for each call: settings change while the app runs. */
  readonly context: () => StorageContext;
  readonly onRestarted: () => void;
  readonly onLibraryChanged: () => void;
}

/** A moment's pause before a restart, milliseconds, so that a store that cannot be opened does not keep the machine busy. */
const pauseMs = 200;
/** After a restart that could not open the store: the disk may be put back. */
const retryMs = 1000;
/** How long the process may take to close the store, milliseconds. All that was acknowledged is on the disk before. */
const closingMs = 10_000;

/** Calls that were under way when the process died answer 'store-unavailable': the window keeps unacknowledged text and sends it again. */
export class StorageClient {
  readonly #options: StorageOptions;
  #served: Served | null = null;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  #process: UtilityProcess | null = null;
  #opened: Promise<Result<null>>;
  #begin: () => void = () => {};
  #lastId = 0;
  #stopped = false;
  #hasEnded = false;
  /** From the first opening on the store exists: one that is missing at a restart has been taken away. */
  #wasOpen = false;

  constructor(options: StorageOptions) {
    this.#options = options;
    const begun = new Promise<void>((begin) => { this.#begin = begin; });
    // A library that was replaced before has started it already.
    this.#opened = begun.then(() => (this.#process ? this.#opened : this.#start()));
    if (!options.waits) this.begin();
  }

  /** Starts the process where it waits for that; else does nothing. */
  begin(): void {
    this.#begin();
  }

  /** Comes before the first call. */
  serve(served: Served): void {
    this.#served = served;
  }

  /** Whether the store could be opened, and if not, why. */
  get opened(): Promise<Result<null>> {
    return this.#opened;
  }

  async call<Name extends StorageCallName>(name: Name, request: StorageCalls[Name]['request']): Promise<Result<StorageCalls[Name]['answer']>> {
    const opened = await this.#opened;
    if (!opened.ok) return opened;
    if (!this.#served) throw new Error('nobody is served yet');
    this.#lastId += 1;
    const message: StorageOrder = { id: this.#lastId, name, request, context: this.#served.context() };
    return new Promise((resolve) => {
      // Both ends share `StorageCalls`: what comes back is what the named call answers.
      this.#waiting.set(message.id, resolve as (result: Result<unknown>) => void);
      this.#process?.postMessage(message);
    });
  }

  /** Ends the process so that the library can be replaced; calls answer 'store-unavailable' until `resume`. */
  suspend(): Promise<void> {
    return this.stop(closingMs);
  }

  /** Starts again on what is there now. */
  async resume(): Promise<Result<null>> {
    this.#stopped = false;
    this.#opened = this.#start();
    const opened = await this.#opened;
    if (opened.ok) this.#served?.onRestarted();
    return opened;
  }

  /** Has the store closed, its log folded back into it; a process that takes longer than that is ended. Nothing acknowledged is lost either way. */
  async stop(withinMs: number): Promise<void> {
    this.#stopped = true;
    const ending = this.#process;
    if (this.#hasEnded || !ending) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    const order: StorageOrder = 'end';
    ending.postMessage(order);
    const timer = setTimeout(() => ending.kill(), withinMs);
    await gone;
    clearTimeout(timer);
  }

  #start(): Promise<Result<null>> {
    const { script, dataFolder, log } = this.#options;
    this.#hasEnded = false;
    const started = utilityProcess.fork(script, [dataFolder, ...(this.#wasOpen ? ['again'] : [])], { serviceName: 'Galley storage', stdio: 'inherit' });
    this.#process = started;
    return new Promise((resolve) => {
      started.on('message', (message: StorageMessage) => {
        if (message.kind === 'opened') {
          if (message.result.ok) this.#wasOpen = true;
          resolve(message.result);
        } else if (message.kind === 'library-changed') this.#served?.onLibraryChanged();
        else this.#settle(message.id, message.result);
      });
      started.once('exit', (code) => {
        this.#hasEnded = true;
        const unavailable = fail('store-unavailable', say('shell.storeStarting'));
        resolve(unavailable);
        for (const id of this.#waiting.keys()) this.#settle(id, unavailable);
        if (this.#stopped) return;
        log(`storage process ended with ${code}`);
        setTimeout(() => this.#restart(), pauseMs);
      });
    });
  }

  #restart(): void {
    if (this.#stopped) return;
    this.#opened = this.#start();
    const restarted = this.#process;
    void this.#opened.then((result) => {
      if (result.ok) this.#served?.onRestarted();
      // Its end starts the next try.
      else setTimeout(() => { if (!this.#stopped) restarted?.kill(); }, retryMs);
    });
  }

  #settle(id: number, result: Result<unknown>): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }
}
