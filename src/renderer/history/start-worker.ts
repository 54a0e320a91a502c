// oxlint-disable-next-line import/default -- Vite makes the file and exports its address
import address from './comparison-worker.ts?worker&url';
import type { ComparisonAnswer } from './comparison-messages.ts';

declare global {
  interface Window {
    /** Chromium's; the DOM library takes what it makes for a string. */
    readonly trustedTypes: { createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string } };
  }
}

/** Trusted Types refuse a bare address; this one is a file of the build, and no other is let through. */
let policy: ReturnType<Window['trustedTypes']['createPolicy']> | undefined;
const refuse = (): never => {
  throw new TypeError('only the comparison runs in a worker');
};

/** Starts the comparison's worker. */
export function startWorker(onAnswer: (answer: ComparisonAnswer) => void): Worker {
  policy ??= window.trustedTypes.createPolicy('galley-comparison', { createScriptURL: (asked) => (asked === address ? asked : refuse()) });
  const worker = new Worker(policy.createScriptURL(address), { type: 'module', name: 'comparison' });
  worker.addEventListener('message', ({ data }: MessageEvent<ComparisonAnswer>) => onAnswer(data));
  worker.addEventListener('error', ({ message }) => onAnswer({ kind: 'failed', reason: message }));
  return worker;
}
