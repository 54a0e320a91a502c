import type { PictureAnswers, PictureReply, PictureRequest, PictureTask } from './picture-process.ts';

/** A pictures' process that runs, whatever started it. */
export interface PictureChannel {
  readonly send: (request: PictureRequest) => void;
  readonly end: () => void;
}
/** Starts one; `onReply` hears its answers, `onEnd` that it is gone. */
export type StartPictures = (onReply: (reply: PictureReply) => void, onEnd: () => void) => PictureChannel;

interface Waiting {
  readonly task: PictureTask;
  readonly resolve: (answer: PictureReply['answer']) => void;
}
interface Patience {
  /** How long one picture may take, milliseconds: after that the process is ended and the picture has no answer. */
  readonly pictureMs: number;
  /** What the process may take to start on a busy machine, milliseconds: no fault of the first picture. */
  readonly startMs: number;
  /** Ended after so long without work, milliseconds: what a large picture took of memory goes with it. */
  readonly idleMs: number;
}

/**
 * Gives pictures to a process of its own, one at a time, the one asked for last first: it is the one that is looked at.
 * A picture that breaks the process or keeps it too long has null for an answer; the next one gets a new process.
 */
export class PictureDesk {
  readonly #start: StartPictures;
  readonly #patience: Patience;
  readonly #waiting: Waiting[] = [];
  #current: Waiting | null = null;
  #channel: PictureChannel | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;

  constructor(start: StartPictures, patience: Patience) {
    this.#start = start;
    this.#patience = patience;
  }

  ask(task: Extract<PictureTask, { do: 'facts' }>): Promise<PictureAnswers['facts'] | null>;
  ask(task: Extract<PictureTask, { do: 'thumbnail' }>): Promise<PictureAnswers['thumbnail'] | null>;
  ask(task: Extract<PictureTask, { do: 'copy' }>): Promise<PictureAnswers['copy'] | null>;
  ask(task: PictureTask): Promise<PictureReply['answer']> {
    return new Promise((resolve) => {
      this.#waiting.push({ task, resolve });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    this.#current = this.#waiting.pop() ?? null;
    if (!this.#current) {
      this.#timer = setTimeout(() => this.#end(), this.#patience.idleMs);
      // Nobody stays for it.
      this.#timer.unref();
      return;
    }
    const isNew = this.#channel === null;
    this.#channel ??= this.#begin();
    this.#timer = setTimeout(() => this.#end(), this.#patience.pictureMs + (isNew ? this.#patience.startMs : 0));
    this.#channel.send({ id: (this.#lastId += 1), task: this.#current.task });
  }

  #begin(): PictureChannel {
    const begun: PictureChannel = this.#start(
      ({ id, answer }) => {
        if (id === this.#lastId) this.#settle(answer);
      },
      () => {
        if (this.#channel !== begun) return;
        this.#channel = null;
        this.#settle(null);
      },
    );
    return begun;
  }

  #end(): void {
    const channel = this.#channel;
    this.#channel = null;
    channel?.end();
    this.#settle(null);
  }

  #settle(answer: PictureReply['answer']): void {
    const current = this.#current;
    if (!current) return;
    this.#current = null;
    current.resolve(answer);
    this.#next();
  }
}
