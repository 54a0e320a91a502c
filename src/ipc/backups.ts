/** What the window asks of backups and of a store that is damaged. Part of the contract. */
import type { Article } from '../article/article.ts';
import type { ArticleSummary } from './contract.ts';

export interface BackupRow {
  readonly id: string;
  /** `second`: only in the second folder, on the other disk. */
  readonly place: 'here' | 'second';
  readonly takenAtMs: number;
  readonly reason: 'hour' | 'quit' | 'start' | 'migration' | 'restore' | 'asked';
  /** Without the trash. */
  readonly articles: number;
  readonly trashed: number;
  readonly revisions: number;
  /** The article that was changed last; null in an empty library. */
  readonly newest: { readonly name: string; readonly changedAtMs: number } | null;
  readonly bytes: number;
}

/** How one article came back: what undoes it. */
export interface BroughtBack {
  readonly articleId: string;
  /** The revision that holds what was there before; null where the article was gone. */
  readonly replaced: string | null;
}

export interface RecoveryState {
  readonly trouble: 'damaged' | 'missing' | 'newer' | 'foreign' | 'other';
  readonly file: string;
  /** What the store said when it was opened. */
  readonly message: string;
  readonly backup: { readonly takenAtMs: number; readonly articles: number } | null;
  /** What can still be read of the file that is there. */
  readonly found: { readonly articles: number; readonly revisions: number };
}

export interface RecoveryReport {
  readonly backup: { readonly takenAtMs: number; readonly articles: number } | null;
  readonly articles: number;
  /** Where the damaged file is; null where there was none. */
  readonly keptIn: string | null;
  /** Articles that came from the damaged file, in whole or in part, or did not. */
  readonly adopted: readonly {
    readonly name: string;
    readonly revisions: number;
    readonly lostRevisions: number;
    readonly text: 'whole' | 'in part' | 'kept' | 'lost';
    readonly lostBlocks: number;
  }[];
}

export interface BackupCalls {
  /** Newest first. */
  'backups.list': { request: null; answer: readonly BackupRow[] };
  /** A backup now; `unchanged` where the last one has it all. */
  'backups.take': { request: null; answer: { readonly id: string; readonly unchanged: boolean } };
  /** The articles of a backup, last changed first: those that have the words, the first 200 of them. */
  'backups.look': { request: { readonly backupId: string; readonly query: string }; answer: { readonly total: number; readonly rows: readonly ArticleSummary[] } };
  'backups.read': { request: { readonly backupId: string; readonly articleId: string }; answer: Article };
  /** The article as a new revision of the one that is there, or again under its id where it is gone. */
  'backups.restoreArticle': { request: { readonly backupId: string; readonly articleId: string }; answer: BroughtBack };
  'backups.undoArticle': { request: BroughtBack; answer: null };
  /** The whole library as it was; what was there becomes a backup, whose id undoes it. */
  'backups.restoreAll': { request: { readonly backupId: string }; answer: { readonly undo: string | null } };

  /** null where the store is open, unless it is asked for because damage was found in it. */
  'recovery.assess': { request: { readonly evenIfOpen: boolean }; answer: RecoveryState | null };
  'recovery.run': { request: { readonly how: 'everything' | 'backup' | 'empty' }; answer: RecoveryReport };
  /** Opens the store again, after a disk was connected or room was made. */
  'recovery.retry': { request: null; answer: null };
  'recovery.quit': { request: null; answer: null };
}

export const backupCallNames = [
  'backups.list', 'backups.take', 'backups.look', 'backups.read', 'backups.restoreArticle', 'backups.undoArticle', 'backups.restoreAll',
  'recovery.assess', 'recovery.run', 'recovery.retry', 'recovery.quit',
] as const satisfies readonly (keyof BackupCalls)[];
