import { workerStarter } from '../ui/worker-starter.ts';
// oxlint-disable-next-line import/default -- Vite makes the file and exports its address
import address from './comparison-worker.ts?worker&url';
import type { ComparisonAnswer } from './comparison-messages.ts';

const start = workerStarter('comparison', address);

/** Starts the comparison's worker. */
export function startWorker(onAnswer: (answer: ComparisonAnswer) => void): Worker {
  const worker = start();
  worker.addEventListener('message', ({ data }: MessageEvent<ComparisonAnswer>) => onAnswer(data));
  worker.addEventListener('error', ({ message }) => onAnswer({ kind: 'failed', reason: message }));
  return worker;
}
