/** Searches with a regular expression beside the window: one that never ends keeps nobody from typing, and is ended with its worker. */
import { matchesIn, type FindQuery, type Match } from '../../article/find/index.ts';

export interface RegexRequest {
  readonly id: number;
  readonly texts: readonly string[];
  readonly query: FindQuery;
}

export interface RegexAnswer {
  readonly id: number;
  /** Of each text. */
  readonly matches: readonly (readonly Match[])[];
}

addEventListener('message', ({ data: { id, texts, query } }: MessageEvent<RegexRequest>) => {
  const found = matchesIn(texts, query);
  postMessage({ id, matches: found.ok ? found.matches : [] } satisfies RegexAnswer);
});
