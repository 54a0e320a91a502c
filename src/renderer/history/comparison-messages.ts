/** What the window and the comparison's worker say to each other. */
import type { Article } from '../../article/article.ts';
import type { BodyJson } from '../../article/body.ts';
import type { ComparedArticles, ComparedRow } from '../../article/compare/index.ts';

/** A block the worker may know already: then only its number is sent, so that following an article costs what changed. */
export type SentBlock = number | { readonly number: number; readonly block: BodyJson };

export type ComparisonRequest =
  | { readonly kind: 'compare'; readonly id: number; readonly before: Article; readonly after: Article }
  /** How many changes there are from each version to the article. `article` is null for a version the worker has been sent. */
  | { readonly kind: 'count'; readonly id: number; readonly versions: readonly { readonly id: string; readonly article: Article | null }[]; readonly rest: Omit<Article, 'body'>; readonly blocks: readonly SentBlock[] };

export type ComparisonAnswer =
  /** `pending`: places of the rows whose words are still to come. */
  | { readonly kind: 'rows'; readonly id: number; readonly found: ComparedArticles; readonly pending: readonly number[] }
  | { readonly kind: 'words'; readonly id: number; readonly rows: readonly { readonly at: number; readonly row: ComparedRow }[]; readonly isLast: boolean }
  /** The worker itself came to grief: none of its answers will come. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'counts'; readonly id: number; readonly counts: readonly number[] };
