import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { PictureReply, PictureRequest } from './picture-process.ts';

type Facts = Readonly<Record<string, string>>;
/** Milliseconds after which a file's metadata is given up. */
const patienceMs = 5000;

/** Asks the picture process, started when first needed and ended when it takes too long; {} at any failure. */
export class PictureMetadata {
  readonly #waiting = new Map<number, (facts: Facts) => void>();
  #process: UtilityProcess | null = null;
  #lastId = 0;

  read(bytes: Uint8Array): Promise<Facts> {
    this.#process ??= this.#start();
    this.#lastId += 1;
    const request: PictureRequest = { id: this.#lastId, bytes };
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.stop(), patienceMs);
      this.#waiting.set(request.id, (facts) => {
        clearTimeout(timer);
        resolve(facts);
      });
      this.#process?.postMessage(request);
    });
  }

  stop(): void {
    this.#process?.kill();
  }

  #start(): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'pictures.js'), [], { serviceName: 'Galley pictures', execArgv: ['--max-old-space-size=512'] });
    started.on('message', ({ id, fromFile }: PictureReply) => {
      this.#waiting.get(id)?.(fromFile);
      this.#waiting.delete(id);
    });
    started.on('exit', () => {
      this.#process = null;
      for (const answer of this.#waiting.values()) answer({});
      this.#waiting.clear();
    });
    return started;
  }
}
