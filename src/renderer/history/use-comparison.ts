import { useEffect, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { ComparisonAnswer, ComparisonRequest } from './comparison-messages.ts';
import { type ComparisonSoFar, withWords } from './comparison-so-far.ts';
import { startWorker } from './start-worker.ts';

/** The worker of the comparison on screen. It is ended where another is asked for while it works, and kept where it rests. */
class Comparer {
  #worker: Worker | null = null;
  #id = 0;
  #isBusy = false;
  #listener: (answer: ComparisonAnswer) => void = () => undefined;

  /** @returns calls it off */
  compare(before: Article, after: Article, onAnswer: (answer: ComparisonAnswer) => void): () => void {
    const id = (this.#id += 1);
    this.#isBusy = true;
    this.#listener = onAnswer;
    this.#worker ??= startWorker((answer) => this.#hear(answer));
    this.#worker.postMessage({ kind: 'compare', id, before, after } satisfies ComparisonRequest);
    return () => {
      if (id === this.#id && this.#isBusy) this.#end();
    };
  }

  #hear(answer: ComparisonAnswer): void {
    if (answer.kind === 'failed') this.#end();
    else if (answer.id !== this.#id) return;
    else this.#isBusy = answer.kind === 'rows' ? answer.pending.length > 0 : answer.kind === 'words' && !answer.isLast;
    this.#listener(answer);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isBusy = false;
  }
}

const comparer = new Comparer();

/**
 * Two versions compared. What was found last stays until there is something newer, so that the page does not blink when
 * one block is restored; null before the first answer.
 */
export function useComparison(before: Article, after: Article): { readonly soFar: ComparisonSoFar | null; readonly isDone: boolean; readonly failure: string } {
  const [failure, setFailure] = useState('');
  const [held, setHeld] = useState<{ readonly before: Article; readonly after: Article; readonly soFar: ComparisonSoFar } | null>(null);
  useEffect(
    () =>
      comparer.compare(before, after, (answer) => {
        if (answer.kind === 'rows') setHeld({ before, after, soFar: { found: answer.found, pending: new Set(answer.pending) } });
        else if (answer.kind === 'failed') setFailure(answer.reason);
        else if (answer.kind === 'words') setHeld((old) => old && { ...old, soFar: withWords(old.soFar, answer.rows) });
      }),
    [before, after],
  );
  return { soFar: held?.soFar ?? null, isDone: held?.before === before && held.after === after && held.soFar.pending.size === 0, failure };
}
