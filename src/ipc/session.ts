import type { OpenedArticle } from './contract.ts';

/** Where someone was in an article: the caret, and the block at the top of the window with the pixels of it that are out of sight. */
export interface Place {
  readonly anchor: number;
  readonly head: number;
  readonly blockId: string;
  readonly offset: number;
}

/** A tab as it is kept; null where the article was not looked at yet. */
export interface KeptTab {
  readonly articleId: string;
  readonly place: Place | null;
}

/** What was open, in the order of the tabs; '' where no tab was in front. */
export interface Session {
  readonly active: string;
  readonly tabs: readonly KeptTab[];
}

/** A tab that is there again, with its article's name. */
export interface RestoredTab extends KeptTab {
  readonly headline: string;
  readonly slugline: string;
}

/** What was open last and still is among the articles. Only the one in front is read. */
export interface RestoredSession {
  readonly opened: OpenedArticle;
  readonly tabs: readonly RestoredTab[];
}
