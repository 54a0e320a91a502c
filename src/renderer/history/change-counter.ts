import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import type { ComparisonAnswer, ComparisonRequest, SentBlock } from './comparison-messages.ts';
import { startWorker } from './start-worker.ts';

/** A version that changes are counted from. */
export interface CountedVersion {
  readonly id: string;
  readonly article: Article;
}

interface Asked {
  readonly versions: readonly CountedVersion[];
  readonly article: Article;
  readonly onCounts: (counts: readonly number[]) => void;
}

/**
 * Counts, in a worker, how many changes an article has since some versions. One count at a time: of what is asked meanwhile
 * only the newest is done. The worker is sent what it has not seen: blocks by identity, versions by id.
 */
export class ChangeCounter {
  #worker: Worker | null = null;
  #id = 0;
  #underWay: Asked | null = null;
  #next: Asked | null = null;
  #versions = new Set<string>();
  #numbers = new WeakMap<BodyJson, number>();
  /** Numbers of the blocks the worker holds. */
  #held = new Set<number>();
  #lastNumber = 0;

  count(asked: Asked): void {
    if (this.#underWay) this.#next = asked;
    else this.#send(asked);
  }

  /** Ends the worker; nothing more is answered. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#underWay = this.#next = null;
    this.#versions.clear();
    this.#held.clear();
  }

  #send(asked: Asked): void {
    this.#underWay = asked;
    this.#worker ??= startWorker((answer) => this.#hear(answer));
    const { body, ...rest } = asked.article;
    const versions = asked.versions.map(({ id, article }) => ({ id, article: this.#versions.has(id) ? null : article }));
    const blocks = (body.content ?? []).map((block) => this.#sent(block));
    this.#versions = new Set(versions.map(({ id }) => id));
    this.#held = new Set(blocks.map((block) => (typeof block === 'number' ? block : block.number)));
    this.#id += 1;
    this.#worker.postMessage({ kind: 'count', id: this.#id, versions, rest, blocks } satisfies ComparisonRequest);
  }

  #sent(block: BodyJson): SentBlock {
    let number = this.#numbers.get(block);
    if (number === undefined) this.#numbers.set(block, (number = this.#lastNumber += 1));
    return this.#held.has(number) ? number : { number, block };
  }

  #hear(answer: ComparisonAnswer): void {
    if (answer.kind === 'failed') return this.close();
    const asked = this.#underWay;
    if (!asked || answer.kind !== 'counts' || answer.id !== this.#id) return;
    const next = this.#next;
    this.#underWay = this.#next = null;
    if (next) this.#send(next);
    asked.onCounts(answer.counts);
  }
}
