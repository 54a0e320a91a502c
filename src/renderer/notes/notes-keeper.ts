import type { Result } from '../../ipc/result.ts';

/** Wait after the first unsaved key, milliseconds: no key waits a second. */
const gatherMs = 500;
/** Wait after a failure, milliseconds. */
const retryMs = 3000;

interface KeeperOptions {
  readonly stored: string;
  readonly send: (text: string) => Promise<Result<null>>;
  /** Why the notes are not kept; '' where they are. */
  readonly onTrouble: (reason: string) => void;
}

/** The notes' way to the store: as the text's, a throttle. What is unsaved stays here until the store has said it has it. */
export class NotesKeeper {
  readonly #options: KeeperOptions;
  #stored: string;
  #text: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#stored = options.stored;
    this.#text = options.stored;
  }

  changed(text: string): void {
    this.#text = text;
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs);
  }

  /** @returns true when the store has everything */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#sending;
    const text = this.#text;
    if (text === this.#stored) return true;
    const sending = this.#options.send(text);
    this.#sending = sending;
    const result = await sending;
    if (result.ok) this.#stored = text;
    this.#options.onTrouble(result.ok ? '' : result.error.message);
    if (!result.ok) this.#timer ??= setTimeout(() => void this.flush(), retryMs);
    return this.#text === this.#stored || (result.ok && this.flush());
  }
}
