/**
 * Every call between the window and the main process, with its types. `preload` loops over `callNames`,
 * `main/ipc/answer.ts` demands a handler and an argument parser for each, `renderer/api.ts` is the only importer of the bridge.
 * Each call answers `Result<Answer>`; what the person cancelled is an answer (`null`), not an error.
 */
import type { Article, StoredImage } from '../article/article.ts';
import type { BodyJson } from '../article/body.ts';
import type { ClockGap } from '../article/checks/index.ts';
import type { ComparisonSummary } from '../article/compare/index.ts';
import type { Metadata, Time } from '../article/metadata.ts';
import type { Passage } from '../article/without-passage.ts';
import { type BackupCalls, backupCallNames } from './backups.ts';
import { type EverywhereCalls, everywhereCallNames } from './everywhere.ts';
import { type NotesCalls, notesCallNames } from './notes.ts';
import { type PictureCalls, pictureCallNames } from './pictures.ts';
import type { AppError, Result } from './result.ts';
import type { ExportedFile, ExportRequest } from './export-settings.ts';
import type { RestoredSession, Session } from './session.ts';
import type { Settings } from './settings.ts';
import { type TemplateCalls, templateCallNames } from './templates.ts';

export type { Settings } from './settings.ts';
export type { AddedImage, PictureRules } from './pictures.ts';
export type { ExportedFile, ExportRequest } from './export-settings.ts';

export type ArticleState = 'draft' | 'in-review' | 'approved' | 'published';

/** One row of the library. Counts are of the public text; times in milliseconds since 1970. */
export interface ArticleSummary {
  readonly id: string;
  readonly slugline: string;
  readonly headline: string;
  readonly section: string;
  readonly state: ArticleState;
  readonly words: number;
  readonly author: string;
  readonly changedAtMs: number;
  readonly createdAtMs: number;
  readonly trashedAtMs: number | null;
}

export interface ListRequest {
  /** Search words; '' lists all. */
  readonly query: string;
  readonly filter: 'all' | 'mine' | ArticleState | 'trash';
  readonly sort: 'changed' | 'created' | 'slugline' | 'headline';
  readonly offset: number;
  readonly limit: number;
}
/** Number of articles by filter, for the chips. */
export type ArticleCounts = { readonly [filter in ListRequest['filter']]: number };

/** What deleting for good reached, and what it could not. */
export interface Erasure {
  readonly revisions: number;
  readonly backups: number;
  readonly pictures: number;
  /** Files and folders that may still hold it. */
  readonly unreached: readonly string[];
  /** Names of other articles that say the removed words as well; they were not touched. */
  readonly alsoIn: readonly string[];
}

/** A throttled save: only changed top-level blocks, the whole order, and metadata where it changed. */
export interface SaveRequest {
  readonly articleId: string;
  /** Rises with each save of this article in this window; storage ignores an older one. */
  readonly number: number;
  readonly changedBlocks: readonly BodyJson[];
  /** blockIds of all top-level nodes, the three fields included. */
  readonly order: readonly string[];
  readonly metadata: Metadata | null;
  readonly images: Readonly<Record<string, StoredImage>> | null;
}
export interface SaveAnswer {
  readonly number: number;
  readonly savedAtMs: number;
}

export type RevisionCause = 'typing-pause' | 'explicit-save' | 'import' | 'restore' | 'replace-all' | 'before-close' | 'approve' | 'export' | 'publish' | 'merge';

export interface RevisionSummary {
  readonly id: string;
  /** Local, for display only. */
  readonly sequence: number;
  readonly parents: readonly string[];
  readonly author: { readonly id: string; readonly name: string };
  readonly deviceId: string;
  readonly cause: RevisionCause;
  readonly time: Time;
  readonly name: string;
  readonly note: string;
  readonly words: number;
}

/** A revision in which one block changed. */
export interface BlockVersion {
  readonly revision: RevisionSummary;
  /** The block as it is in this revision; null where this revision took it out. */
  readonly block: BodyJson | null;
}

/** Who changed a top-level block last. */
export interface BlockTouch {
  readonly blockId: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly time: Time;
  /** Sequence number of the revision that has it first; null for what no revision has yet. */
  readonly revision: number | null;
}

/** Who set an article's state. */
export interface StateChange {
  readonly state: ArticleState;
  readonly author: { readonly id: string; readonly name: string };
  readonly time: Time;
}

/** Which revisions to list; '' for any author and any cause. */
export interface RevisionFilter {
  readonly show: 'all' | 'named' | 'approved' | 'exported' | 'published';
  readonly author: string;
  readonly cause: RevisionCause | '';
}

export interface PassageChange {
  readonly revision: RevisionSummary;
  readonly change: 'appeared' | 'gone';
}

/** A file that was read to be compared; it is in no library. */
export interface FileVersion {
  readonly fileName: string;
  readonly article: Article;
  /** When the file was last written. */
  readonly modifiedAt: Time;
}

/** One side of a comparison: a revision by id, a file, or with null the working copy. */
export type VersionNamed = string | FileVersion | null;

export interface OpenedArticle {
  readonly article: Article;
  readonly summary: ArticleSummary;
  /** Number of the last save storage has, so that numbers go on rising. */
  readonly lastSaveNumber: number;
}

export interface ImportFinding {
  readonly removed: readonly { readonly text: string; readonly why: string }[];
  readonly zone: string;
}

export interface ImportedFile {
  readonly fileName: string;
  readonly articleId: string | null;
  readonly report: ImportFinding | null;
  readonly error: AppError | null;
}

/** Request and answer of every call. */
export interface Calls extends BackupCalls, EverywhereCalls, PictureCalls, NotesCalls, TemplateCalls {
  'settings.read': { request: null; answer: Settings & { readonly machineZone: string; readonly machineName: string; readonly dataFolder: string; /** Where a damaged settings file was put; '' where it was whole. */ readonly putAside: string; /** Times of which nobody knows whether they have come: the clock leapt ahead. */ readonly clockGap: ClockGap | null } };
  /** The person has seen that the computer's clock is right. */ 'settings.settleClock': { request: null; answer: null };
  'settings.write': { request: Partial<Settings>; answer: Settings };
  /** Opens the system's picker for the second backup's folder; null where it was cancelled. */
  'settings.pickBackupFolder': { request: null; answer: string | null };

  /** One page. The number of all and the counts are calls of their own: rows must not wait for them. */
  'articles.list': { request: ListRequest; answer: { readonly rows: readonly ArticleSummary[] } };
  'articles.total': { request: Pick<ListRequest, 'query' | 'filter'>; answer: number };
  'articles.counts': { request: null; answer: ArticleCounts };
  'articles.create': { request: { readonly article: Article | null }; answer: OpenedArticle };
  'articles.open': { request: { readonly articleId: string }; answer: OpenedArticle };
  /** What was open last, as it is now, without what is gone or in the trash; where nothing is left of it the article changed last, null where there is none. */
  'articles.openLast': { request: null; answer: RestoredSession | null };
  /** Which tabs are open from now on; the next start opens them again. */
  'articles.keepSession': { request: Session; answer: null };
  'articles.duplicate': { request: { readonly articleId: string }; answer: OpenedArticle };
  'articles.trash': { request: { readonly articleId: string }; answer: null };
  'articles.untrash': { request: { readonly articleId: string }; answer: null };
  /** Deletes an article for good, from the library and every backup that can be reached. Nobody can take it back. */
  'articles.erase': { request: { readonly articleId: string }; answer: Erasure };
  /** Where words stand that may have to go: in how many places of the text as it is, and in how many revisions. */
  'articles.countPassage': { request: { readonly articleId: string; readonly passage: Passage }; answer: { readonly places: number; readonly revisions: number } };
  /** Removes words from an article, every revision of it and every backup that can be reached. Nobody can take it back. */
  'articles.erasePassage': { request: { readonly articleId: string; readonly passage: Passage }; answer: Erasure };
  'articles.save': { request: SaveRequest; answer: SaveAnswer };
  'articles.setState': { request: { readonly articleId: string; readonly state: ArticleState }; answer: ArticleSummary };
  /** Newest first. */
  'articles.stateChanges': { request: { readonly articleId: string }; answer: readonly StateChange[] };
  'articles.openSample': { request: null; answer: OpenedArticle };

  'revisions.list': {
    request: { readonly articleId: string; readonly offset: number; readonly limit: number; readonly filter?: RevisionFilter | undefined };
    answer: { readonly total: number; readonly rows: readonly RevisionSummary[]; readonly authors: readonly { readonly id: string; readonly name: string }[] };
  };
  /** When a passage came and went, newest first. */
  'revisions.findText': { request: { readonly articleId: string; readonly text: string }; answer: { readonly rows: readonly PassageChange[] } };
  'revisions.summary': { request: { readonly articleId: string; readonly revisionId: string }; answer: RevisionSummary };
  /** What one revision changed against the one before it. */
  'revisions.size': { request: { readonly articleId: string; readonly revisionId: string }; answer: ComparisonSummary };
  /** Answers null where nothing changed since the last revision. `since`: number of the last save that must be in it. */
  'revisions.make': { request: { readonly articleId: string; readonly cause: RevisionCause; readonly name: string; readonly note: string }; answer: RevisionSummary | null };
  'revisions.read': { request: { readonly articleId: string; readonly revisionId: string }; answer: Article };
  /** The history of one block, at any depth: the revisions that changed it, newest first. */
  'revisions.ofBlock': {
    request: { readonly articleId: string; readonly blockId: string; readonly offset: number; readonly limit: number };
    answer: { readonly total: number; readonly rows: readonly BlockVersion[] };
  };
  /** Of every top-level block as it stands. */
  'revisions.lastTouched': { request: { readonly articleId: string }; answer: { readonly rows: readonly BlockTouch[] } };
  /** Writes the comparison of two versions where the person says; null where that was cancelled. */
  'revisions.saveComparison': {
    request: { readonly articleId: string; readonly before: VersionNamed; readonly after: VersionNamed; readonly how: 'html' | 'pdf' };
    answer: { readonly path: string } | null;
  };
  'revisions.name': { request: { readonly articleId: string; readonly revisionId: string; readonly name: string; readonly note: string }; answer: RevisionSummary };

  /** Opens the system's picker; null where it was cancelled. Each file becomes a new article. */
  'files.import': { request: null; answer: readonly ImportedFile[] | null };
  'files.importDropped': { request: { readonly paths: readonly string[] }; answer: readonly ImportedFile[] };
  /** Reads a file of copy to compare with: the one dropped, or with null what the person picks; null where that was cancelled. */
  'files.readToCompare': { request: { readonly path: string | null }; answer: FileVersion | null };
  'export.pickFolder': { request: null; answer: string | null };
  'export.write': { request: ExportRequest; answer: { readonly files: readonly ExportedFile[] } };
  /** Begins a zip in a folder: exports that name it are collected and packed at its end. */
  'export.beginZip': { request: { readonly folder: string }; answer: string };
  /** Packs what was collected; null where that is nothing. */
  'export.endZip': { request: { readonly zip: string }; answer: ExportedFile | null };
  /** Puts the whole article's HTML on the clipboard as text, without its pictures' files. */
  'export.copyHtml': { request: { readonly articleId: string; readonly override: string }; answer: null };
  /** Prints what the window shows to the printer, through the system's dialog. `isPrinted` is false where it was cancelled. */
  'export.print': { request: { readonly articleId: string; readonly override: string }; answer: { readonly isPrinted: boolean } };
  'shell.openAddress': { request: { readonly address: string }; answer: null };
  'shell.showFile': { request: { readonly path: string }; answer: null };
  /** Shows the log's file in the system's file manager. */
  'shell.showLog': { request: null; answer: null };
  /** The window says that what it began with is on the screen: what else a start does may take the processor now. */
  'shell.drawn': { request: null; answer: null };
  /** The window says whether all it had is kept; if not, the person is asked before anything is lost. */
  'shell.readyToClose': { request: { readonly isSaved: boolean }; answer: null };
}

export type CallName = keyof Calls;
export const callNames = [
  'settings.read', 'settings.write', 'settings.settleClock', 'settings.pickBackupFolder',
  'articles.list', 'articles.total', 'articles.counts', 'articles.create', 'articles.open', 'articles.openLast', 'articles.keepSession', 'articles.duplicate', 'articles.trash', 'articles.untrash', 'articles.erase', 'articles.countPassage', 'articles.erasePassage', 'articles.save', 'articles.setState', 'articles.stateChanges', 'articles.openSample',
  'revisions.list', 'revisions.make', 'revisions.read', 'revisions.ofBlock', 'revisions.lastTouched', 'revisions.name', 'revisions.findText', 'revisions.size', 'revisions.summary', 'revisions.saveComparison',
  'files.import', 'files.importDropped', 'files.readToCompare',
  'export.pickFolder', 'export.write', 'export.beginZip', 'export.endZip', 'export.copyHtml', 'export.print', 'shell.openAddress', 'shell.showFile', 'shell.showLog', 'shell.drawn', 'shell.readyToClose',
  ...backupCallNames, ...everywhereCallNames, ...pictureCallNames, ...notesCallNames, ...templateCallNames,
] as const satisfies readonly CallName[];

/** What the main process tells the window unasked. */
export interface Events {
  /** A menu command or accelerator, e.g. 'new-article', 'save-revision', 'find'. */
  command: { readonly name: string };
  /** The storage process died and is back: resend what was not acknowledged. */
  'storage-restarted': null;
  /** The window is asked to flush and then call shell.readyToClose. */
  closing: null;
  /** Another part changed the library (import, export revision). */
  'library-changed': null;
  /** The clock has leapt ahead, or was settled. */
  'clock-doubted': { readonly clockGap: ClockGap | null };
  /** What a person must know of the backups or of a damaged store; `isDamage` where bringing things back is offered with it. */
  'backup-notice': { readonly message: string; readonly isDamage: boolean };
  /** A screen reader, or another aid that reads the window, has come or gone. */
  'screen-reader': { readonly isThere: boolean };
}
export type EventName = keyof Events;
export const eventNames = ['command', 'storage-restarted', 'closing', 'library-changed', 'clock-doubted', 'backup-notice', 'screen-reader'] as const satisfies readonly EventName[];

/** What preload puts on `window.galley`. */
export interface Bridge {
  call<Name extends CallName>(name: Name, request: Calls[Name]['request']): Promise<Result<Calls[Name]['answer']>>;
  /** @returns a function that stops listening */
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
  /** Path of a file the person dropped (webUtils.getPathForFile). */
  pathOfDropped(file: File): string;
}

