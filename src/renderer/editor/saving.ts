/**
 * The working copy's way to the disk (DESIGN section 4): a throttle, so that nothing typed waits longer than a second,
 * also while typing goes on. Only changed blocks and the order are sent; unsaved text stays here until storage has said it has it.
 */
import type { Node } from '@tiptap/pm/model';
import { nodeToJson } from '../../article/article.ts';
import type { SaveAnswer, SaveRequest } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { type ArticleFields, usedImages } from './article-fields.ts';
import { BetweenKeys } from './between-keys.ts';
import { idOf } from './block-ids.ts';

/** The longest wait after the first unsaved change, milliseconds: a few keys go together, none waits a second. */
const gatherMs = 500;
/** Waits between attempts after a failure, milliseconds; the last one repeats. */
const retryMs = [500, 1000, 2000, 5000] as const;

export type SaveState = { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly reason: string };

/** What is saved: compared by identity, so that finding the changed blocks costs no scan of the text. */
export interface Savable extends ArticleFields {
  readonly doc: Node;
}

export interface SaverOptions {
  readonly articleId: string;
  readonly lastNumber: number;
  readonly stored: Savable;
  readonly send: (request: SaveRequest) => Promise<Result<SaveAnswer>>;
  readonly onState: (state: SaveState) => void;
}

export class Saver {
  readonly #options: SaverOptions;
  #number: number;
  #stored: Savable;
  #current: Savable;
  readonly #soon = new BetweenKeys(() => this.#sendSoon(), { latestMs: gatherMs });
  #retry: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #failures = 0;
  #said: SaveState['kind'] = 'saved';

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#number = options.lastNumber;
    this.#stored = options.stored;
    this.#current = options.stored;
  }

  /** Called on every change; cheap. */
  changed(current: Savable): void {
    this.#current = current;
    // After a failure the next attempt has its own time.
    if (this.#isStored() || this.#failures > 0) return;
    this.#say({ kind: 'saving' });
    this.#soon.key();
  }

  /** Sends at once what is unsaved and waits for it. @returns true when storage has everything */
  async flush(): Promise<boolean> {
    while (this.#sending) await this.#sending;
    if (!this.#isStored()) await this.#attempt();
    if (!this.#isStored() && this.#failures === 0) return this.flush();
    return this.#isStored();
  }

  /** Storage died and is back: what it did not acknowledge is sent again, under a new number. */
  resend(): void {
    this.#sending = null;
    if (!this.#isStored()) void this.#attempt();
  }

  /** What comes while something is on its way goes with the next. */
  #sendSoon(): void {
    if (!this.#sending) void this.#attempt();
  }

  #isStored(): boolean {
    const { doc, metadata, images } = this.#current;
    return doc === this.#stored.doc && metadata === this.#stored.metadata && images === this.#stored.images;
  }

  #attempt(): Promise<void> {
    this.#soon.stop();
    clearTimeout(this.#retry);
    const sent = this.#current;
    this.#number += 1;
    const attempt = this.#options.send(saveRequest(this.#options.articleId, this.#number, { stored: this.#stored, current: sent })).then((result) => {
      if (this.#sending !== attempt) return;
      this.#sending = null;
      this.#settle(sent, result);
    });
    this.#sending = attempt;
    return attempt;
  }

  #settle(sent: Savable, result: Result<SaveAnswer>): void {
    if (!result.ok) {
      const wait = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? gatherMs;
      this.#failures += 1;
      this.#say({ kind: 'failed', reason: result.error.message });
      this.#retry = setTimeout(() => void this.#attempt(), wait);
      return;
    }
    this.#failures = 0;
    this.#stored = sent;
    if (this.#isStored()) this.#soon.draw(() => this.#saySaved());
    else {
      this.#say({ kind: 'saving' });
      this.#soon.begin();
    }
  }

  #saySaved(): void {
    if (this.#isStored()) this.#say({ kind: 'saved' });
  }

  #say(state: SaveState): void {
    if (state.kind === this.#said && state.kind !== 'failed') return;
    this.#said = state.kind;
    this.#options.onState(state);
  }
}

/** What storage needs to get from one state to another. */
export function saveRequest(articleId: string, number: number, { stored, current }: { readonly stored: Savable; readonly current: Savable }): SaveRequest {
  const { before, after } = differing(stored.doc, current.doc);
  const known = new Map(before.map((node) => [idOf(node), node]));
  return {
    articleId,
    number,
    changedBlocks: after.filter((node) => known.get(idOf(node)) !== node).map((node) => nodeToJson(node)),
    order: current.doc.content.content.map(idOf),
    metadata: current.metadata === stored.metadata ? null : current.metadata,
    images: stored.images === current.images && isSame(usedImages(before, stored.images), usedImages(after, current.images)) ? null : imagesToSend(stored, current),
  };
}

/** The blocks from the first that differs to the last: what someone typed lies in one of thousands. */
function differing(stored: Node, current: Node): { readonly before: readonly Node[]; readonly after: readonly Node[] } {
  const [before, after] = [stored.content.content, current.content.content];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}

/** The pictures the text shows, where they are others than storage has; null where they are the same. */
function imagesToSend(stored: Savable, current: Savable): SaveRequest['images'] {
  const after = usedImages(current.doc.content.content, current.images);
  return isSame(usedImages(stored.doc.content.content, stored.images), after) ? null : after;
}

function isSame(before: ArticleFields['images'], after: ArticleFields['images']): boolean {
  const ids = Object.keys(after);
  return ids.length === Object.keys(before).length && ids.every((imageId) => before[imageId] === after[imageId]);
}
