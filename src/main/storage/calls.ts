/**
 * What the storage process answers. The calls of the window that need the store keep their names and types;
 * a few more are main's own. Main is the only one that speaks to the storage process.
 */
import type { Article } from '../../article/article.ts';
import type { BroughtBack } from '../../ipc/backups.ts';
import type { ArticleSummary, Calls, OpenedArticle, RevisionCause, RevisionSummary } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import type { Erased } from './erase.ts';
import type { UsedPicture } from './picture-uses.ts';
import type { PassageErasure } from './erase-passage.ts';

type Forwarded =
  | 'everywhere.replace' | 'everywhere.takeBack'
  | 'articles.list' | 'articles.total' | 'articles.counts' | 'articles.open' | 'articles.duplicate' | 'articles.trash' | 'articles.untrash' | 'articles.save' | 'articles.setState' | 'articles.stateChanges' | 'articles.countPassage'
  | 'revisions.list' | 'revisions.make' | 'revisions.read' | 'revisions.ofBlock' | 'revisions.lastTouched' | 'revisions.name' | 'revisions.findText' | 'revisions.size' | 'revisions.summary'
  | 'notes.read' | 'notes.write';

export type StorageCalls = { [Name in Forwarded]: Calls[Name] } & {
  /** A new article, with its first revision where it comes from somewhere (import, sample). Its id is renewed if it is taken. */
  'articles.create': { request: { readonly article: Article | null; readonly cause: 'import' | null }; answer: OpenedArticle };
  /** Records an export: a revision even where nothing changed since the last one, so that the trace stands. */
  'revisions.record': { request: { readonly articleId: string; readonly cause: 'export' | 'publish'; readonly note: string }; answer: RevisionSummary };
  /** Every article with unsaved-as-revision changes gets one (window closing). */
  'revisions.makeAll': { request: { readonly cause: RevisionCause }; answer: null };
  /** All revisions with their articles, oldest first: for a `.galley` package. */
  'revisions.export': { request: { readonly articleId: string }; answer: readonly { readonly revision: RevisionSummary; readonly article: Article }[] };
  /** An article of a backup as a new revision of the one with its id, which leaves the trash; again under its id where it is gone. */
  'articles.bringBack': { request: { readonly article: Article; readonly note: string; /** Notes that come back where there are none now. */ readonly pad: string }; answer: BroughtBack };
  /** Deletes an article for good from the library; its backups are another job's. */
  'articles.eraseHere': { request: { readonly articleId: string }; answer: Erased };
  /** Removes words from an article and all its revisions, for good. */
  'articles.erasePassageHere': { request: PassageErasure; answer: Erased };
  /** Pictures of working copies and revisions, and where they are. */
  'pictures.used': { request: null; answer: readonly UsedPicture[] };
  'articles.summary': { request: { readonly articleId: string }; answer: ArticleSummary };
  /** Of those that are there, in no order. */
  'articles.summaries': { request: { readonly articleIds: readonly string[] }; answer: readonly ArticleSummary[] };
};
export type StorageCallName = keyof StorageCalls;

/** Who does it, on which device, in which zone: sent with each request, since settings live in main. */
export interface StorageContext {
  readonly author: { readonly id: string; readonly name: string };
  readonly deviceId: string;
  readonly zone: string;
}

export interface StorageRequest {
  readonly id: number;
  readonly name: StorageCallName;
  readonly request: unknown;
  readonly context: StorageContext;
}

/** What main sends: calls, and at last the order to close the store and end. */
export type StorageOrder = StorageRequest | 'end';

/** First message of the process: whether the store could be opened; then one answer a request. */
export type StorageMessage =
  | { readonly kind: 'opened'; readonly result: Result<null> }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'library-changed' };
