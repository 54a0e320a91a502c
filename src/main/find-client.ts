import { utilityProcess, type UtilityProcess } from 'electron';
import type { FoundPage } from '../ipc/everywhere.ts';
import { fail, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import type { PageRequest } from './storage/find-everywhere.ts';

interface FindOptions {
  /** The built process of a search. */
  readonly script: string;
  readonly dataFolder: string;
}

/** One part of a search takes a fraction of a second, unless its expression has no end; milliseconds. */
const longestMs = 10_000;

/** Searches through all articles, one at a time, in a process that is ended with its search. */
export class FindClient {
  readonly #options: FindOptions;
  #process: UtilityProcess | null = null;

  constructor(options: FindOptions) {
    this.#options = options;
  }

  async page(request: PageRequest): Promise<Result<FoundPage>> {
    if (request.after === null) await this.stop();
    const running = (this.#process ??= utilityProcess.fork(this.#options.script, [this.#options.dataFolder], { serviceName: 'Galley search', stdio: 'inherit' }));
    const answer = await new Promise<Result<FoundPage>>((resolve) => {
      const tooLong = setTimeout(() => {
        resolve(fail('bad-argument', say('find.tooLong')));
        void this.stop();
      }, longestMs);
      const settle = (result: Result<FoundPage>): void => {
        clearTimeout(tooLong);
        running.off('exit', gone);
        resolve(result);
      };
      const gone = (): void => settle(fail('cancelled', say('find.stopped')));
      running.once('message', settle);
      running.once('exit', gone);
      running.postMessage(request);
    });
    if (!answer.ok || answer.value.next === null) await this.stop();
    return answer;
  }

  /** Answers when the process is gone, so that nothing of it reads on. */
  async stop(): Promise<void> {
    const ending = this.#process;
    this.#process = null;
    if (!ending) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    if (ending.kill()) await gone;
  }
}
