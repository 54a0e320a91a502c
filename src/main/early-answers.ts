/** What the window asks first, answered from what was sealed: before anything that answers it otherwise is loaded (ADR 12). */
import type { CallName, Calls } from '../ipc/contract.ts';
import { ok, type Result } from '../ipc/result.ts';
import { machineFacts } from './machine-facts.ts';
import type { Left } from './sealed-session.ts';

export class EarlyAnswers {
  /** Resolves when nothing is answered here any more: at once where nothing was left. */
  readonly ended: Promise<void>;
  readonly #dataFolder: string;
  #left: Left | null;
  #end: () => void = () => {};

  constructor(left: Left | null, dataFolder: string) {
    this.#left = left;
    this.#dataFolder = dataFolder;
    this.ended = new Promise((resolve) => { this.#end = resolve; });
    if (!left) this.end();
  }

  /** The answer to a call; null where it has to be answered otherwise. The article is the last that is given here. */
  to(name: CallName): Result<Calls['settings.read' | 'articles.openLast']['answer']> | null {
    const left = this.#left;
    if (!left) return null;
    if (name === 'settings.read') return ok({ ...left.settings, ...machineFacts(this.#dataFolder), putAside: '', clockGap: null });
    if (name !== 'articles.openLast') return null;
    this.end();
    return ok(left.session);
  }

  end(): void {
    this.#left = null;
    this.#end();
  }
}
