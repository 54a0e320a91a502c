/**
 * Work that follows the typing, begun in the pause after a key rather than when a clock says so. A frame drawn shortly before a key makes
 * that key wait for the screen's next turn, up to a sixtieth of a second, which was every slow key of ten.
 */

/** So long after a key its frame is drawn, as a rule; milliseconds. */
export const afterKeyMs = 25;
/** A pause that would be too late for the one after next is taken: nobody types evenly. */
const keysAhead = 2;
/** A key waits for no frame that is so long past, milliseconds. */
const frameMs = 50;

export interface Waits {
  /** The longest anything waits after the first key, milliseconds. */
  readonly latestMs: number;
  /** The rest of the hands after which nothing waits any longer, milliseconds; without it only `latestMs` counts. */
  readonly restMs?: number;
}

export class BetweenKeys {
  readonly #work: () => void;
  readonly #latestMs: number;
  readonly #restMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The first key that waits, and the last one; milliseconds. */
  #firstMs = 0;
  #keyMs = Number.NEGATIVE_INFINITY;
  /** Between the last two keys, milliseconds. */
  #gapMs = 0;
  #isPause = false;

  constructor(work: () => void, { latestMs, restMs = latestMs }: Waits) {
    this.#work = work;
    this.#latestMs = latestMs;
    this.#restMs = restMs;
  }

  /** A key, or any other change; cheap. */
  key(): void {
    const now = performance.now();
    this.#gapMs = now - this.#keyMs;
    this.#keyMs = now;
    this.begin();
    const isEarly = now + keysAhead * this.#gapMs < this.#firstMs + this.#latestMs;
    if (this.#isPause || isEarly || this.#gapMs > this.#restMs) return;
    this.#isPause = true;
    this.#wait(afterKeyMs);
  }

  /** Waits from now on, where nothing waits yet. */
  begin(): void {
    if (this.#timer !== undefined) return;
    this.#firstMs = performance.now();
    this.#wait(Math.min(this.#restMs, this.#latestMs));
  }

  /** Draws at once where that is over before the next key, should the hands go on as they did; else when that key has not come. */
  draw(show: () => void): void {
    const left = this.#keyMs + this.#gapMs - performance.now();
    if (left > frameMs || left <= 0) show();
    else setTimeout(show, left + this.#gapMs);
  }

  /** Nothing waits any longer. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isPause = false;
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), ms);
  }

  #look(): void {
    const now = performance.now();
    const left = Math.min(this.#keyMs + this.#restMs, this.#firstMs + this.#latestMs) - now;
    if (left > 0 && !this.#isPause) return this.#wait(left);
    this.stop();
    this.#work();
  }
}
