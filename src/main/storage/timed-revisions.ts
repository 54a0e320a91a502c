/** Milliseconds without a save after which typing counts as paused, and of saves without a pause after which a revision is due all the same. */
export const pauseMs = 30_000;
export const longestMs = 5 * 60_000;

/** Time, so that tests can let it pass. `after` gives a function that calls it off. */
export interface Clock {
  /** The time of day, which somebody may set back or forward at any moment. */
  readonly nowMs: () => number;
  /** What has passed since some moment: it only goes on. */
  readonly passedMs: () => number;
  readonly after: (delayMs: number, action: () => void) => () => void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  passedMs: () => performance.now(),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

export interface TimedRevisions {
  /** An article was saved. */
  saved(articleId: string): void;
  /** It has a revision of all that was saved; nothing is due. */
  made(articleId: string): void;
  stop(): void;
}

/** Calls `due` for an article 30 s after its last save, or 5 minutes after the first one without a pause. */
export function timedRevisions(clock: Clock, due: (articleId: string) => void): TimedRevisions {
  const waiting = new Map<string, { readonly sinceMs: number; readonly callOff: () => void }>();
  const made = (articleId: string): void => {
    waiting.get(articleId)?.callOff();
    waiting.delete(articleId);
  };
  return {
    saved(articleId) {
      const nowMs = clock.passedMs();
      const sinceMs = waiting.get(articleId)?.sinceMs ?? nowMs;
      waiting.get(articleId)?.callOff();
      const delayMs = Math.max(0, Math.min(pauseMs, sinceMs + longestMs - nowMs));
      const callOff = clock.after(delayMs, () => {
        waiting.delete(articleId);
        due(articleId);
      });
      waiting.set(articleId, { sinceMs, callOff });
    },
    made,
    stop: () => {
      for (const articleId of waiting.keys()) made(articleId);
    },
  };
}
