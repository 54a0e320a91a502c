/** What the window asks of a search through all articles. Part of the contract. */
import type { FindQuery, Hit } from '../article/find/index.ts';
import type { ArticleSummary } from './contract.ts';

/** An article that has what is looked for. */
export interface FoundArticle {
  readonly summary: ArticleSummary;
  /** It has an embargo, over or not. */
  readonly isEmbargoed: boolean;
  readonly hits: readonly Hit[];
}

/** What one part of a search through all articles found. */
export interface FoundPage {
  readonly rows: readonly FoundArticle[];
  /** Names of articles that are damaged and could not be read. */
  readonly unreadable: readonly string[];
  /** Articles looked at in this part. */
  readonly looked: number;
  /** Articles there are to look at. */
  readonly total: number;
  /** An article has more hits than are listed: the search ends there. */
  readonly isCut: boolean;
  /** Where the next part begins; null after the last. */
  readonly next: number | null;
}

/** The revisions on both sides of a replacement. */
export interface ReplacedArticle {
  readonly articleId: string;
  readonly before: string;
  readonly after: string;
  /** Hits that still stood where they were found. */
  readonly count: number;
}

export interface EverywhereCalls {
  /** One part of the search, the newest article first; `after`: null begins it. Without the trash. */
  'everywhere.find': { request: { readonly query: FindQuery; readonly after: number | null }; answer: FoundPage };
  /** Ends the search, also in the middle of an article. */
  'everywhere.stop': { request: null; answer: null };
  /** Replaces hits of one article that is not on the page, as one revision; null where none stands any more. */
  'everywhere.replace': { request: { readonly articleId: string; readonly hits: readonly Hit[]; readonly replacement: string; readonly isRegex: boolean; readonly note: string }; answer: ReplacedArticle | null };
  /** Takes one article's replacement back, where it stands as it was left; `kept`: places changed since. */
  'everywhere.takeBack': { request: { readonly replaced: ReplacedArticle; readonly note: string }; answer: { readonly kept: number } };
}

export const everywhereCallNames = ['everywhere.find', 'everywhere.stop', 'everywhere.replace', 'everywhere.takeBack'] as const satisfies readonly (keyof EverywhereCalls)[];
