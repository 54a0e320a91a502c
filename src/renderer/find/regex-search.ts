import type { FindQuery } from '../../article/find/index.ts';
import { workerStarter } from '../ui/worker-starter.ts';
import type { RegexAnswer, RegexRequest } from './regex-worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the file and exports its address
import address from './regex-worker.ts?worker&url';

const start = workerStarter('regular-expression', address);

/** An expression of use is through a book in a fraction of this, milliseconds. */
const longestMs = 3000;

/** Searches one after another; one that runs still when the next begins is ended. */
export class RegexSearch {
  #worker: Worker | null = null;
  #end: (() => void) | null = null;
  #searches = 0;

  /** @returns the matches of each text; null for an expression that takes too long. Never settles where another search began. */
  find(texts: readonly string[], query: FindQuery): Promise<RegexAnswer['matches'] | null> {
    if (this.#end) this.stop();
    this.#searches += 1;
    const id = this.#searches;
    const worker = (this.#worker ??= start());
    return new Promise((resolve) => {
      const tooLong = setTimeout(() => {
        this.stop();
        resolve(null);
      }, longestMs);
      const hear = ({ data }: MessageEvent<RegexAnswer>): void => {
        if (data.id !== id) return;
        this.#end?.();
        resolve(data.matches);
      };
      this.#end = () => {
        clearTimeout(tooLong);
        worker.removeEventListener('message', hear);
        this.#end = null;
      };
      worker.addEventListener('message', hear);
      worker.postMessage({ id, texts, query } satisfies RegexRequest);
    });
  }

  /** Ends what runs. */
  stop(): void {
    this.#end?.();
    this.#worker?.terminate();
    this.#worker = null;
  }
}
