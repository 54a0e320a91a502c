/** Replacing in many articles, one after the other, and taking all of it back. */
import type { Hit } from '../../article/find/index.ts';
import type { FoundArticle, ReplacedArticle } from '../../ipc/everywhere.ts';
import type { AppError, Result } from '../../ipc/result.ts';

/** An article and what of it is to be replaced. */
export interface Chosen {
  readonly found: FoundArticle;
  readonly hits: readonly Hit[];
}

export interface Replaced {
  readonly name: string;
  readonly article: ReplacedArticle;
}

export interface Run {
  readonly kind: 'replace' | 'undo';
  readonly done: number;
  readonly count: number;
  /** The article at work; null where the run has ended. */
  readonly current: string | null;
  /** What can be taken back. */
  readonly replaced: readonly Replaced[];
  readonly failures: readonly { readonly name: string; readonly message: string }[];
  /** Places that were changed since, and the articles they are in. */
  readonly kept: number;
  readonly keptIn: readonly string[];
  readonly isStopped: boolean;
}

/** What ends a run: the next article would fare no better. */
const ofTheDisk: ReadonlySet<AppError['code']> = new Set(['disk-full', 'not-writable', 'store-damaged']);

interface Steps<Item, Answer> {
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  readonly work: (item: Item) => Promise<Result<Answer>>;
  readonly take: (run: Run, item: Item, answer: Answer) => Run;
  readonly isStopped: () => boolean;
  readonly show: (run: Run) => void;
}

/** Does the work on each item; a failure of one does not stop the others. @returns the run as it ended */
export async function runThrough<Item, Answer>(kind: Run['kind'], { items, nameOf, work, take, isStopped, show }: Steps<Item, Answer>): Promise<Run> {
  let run: Run = { kind, done: 0, count: items.length, current: '', replaced: [], failures: [], kept: 0, keptIn: [], isStopped: false };
  for (const item of items) {
    if (isStopped()) break;
    show({ ...run, current: nameOf(item) });
    const result = await work(item);
    run = { ...run, done: run.done + 1 };
    run = result.ok ? take(run, item, result.value) : { ...run, failures: [...run.failures, { name: nameOf(item), message: result.error.message }] };
    if (!result.ok && ofTheDisk.has(result.error.code)) break;
  }
  run = { ...run, current: null, isStopped: run.done < run.count };
  show(run);
  return run;
}
