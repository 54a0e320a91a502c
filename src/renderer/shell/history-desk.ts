/** What the history of an open article can be asked for, and what its actions work with. */
import type { Dispatch, RefObject, SetStateAction } from 'react';
import type { Article } from '../../article/article.ts';
import type { BlockChange, FieldChange } from '../../article/compare/index.ts';
import type { ArticleState, OpenedArticle, RevisionCause, RevisionSummary } from '../../ipc/contract.ts';
import { revisionHeading } from '../../ipc/revision-heading.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import type { ComparedSide } from '../history/comparison.tsx';
import type { SinceRevision } from '../history/history-panel.tsx';
import { aboutOf } from '../history/revision-text.ts';
import type { Notices } from '../ui/notices.tsx';
import type { TabName } from './use-layout.ts';

export type VersionShown =
  | { readonly kind: 'page' }
  | { readonly kind: 'revision'; readonly revision: RevisionSummary; readonly article: Article }
  | { readonly kind: 'comparison'; readonly before: ComparedSide; readonly after: ComparedSide };

export interface HistoryDesk {
  readonly view: VersionShown;
  readonly tick: number;
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[], known: readonly RevisionSummary[]) => void;
  readonly make: (cause: RevisionCause, name?: string, note?: string) => Promise<RevisionSummary | null>;
  readonly save: () => Promise<void>;
  readonly name: (name: string, note: string) => Promise<void>;
  readonly approve: () => Promise<void>;
  /** Sets the state of the text as it stands, the last key included. */
  readonly setState: (state: ArticleState) => Promise<void>;
  readonly open: (revision: RevisionSummary | null) => Promise<void>;
  /** What is chosen, else the working copy with the version it is most usefully held against. */
  readonly compare: () => Promise<void>;
  /** A revision beside the working copy, or beside the one before it. */
  readonly compareWith: (revision: RevisionSummary, other: 'working-copy' | 'previous') => Promise<void>;
  /** What is on screen beside the last revision that was approved, exported or published. */
  readonly compareWithLast: (kind: SinceRevision['kind']) => Promise<void>;
  /** A file beside what is on screen: the one that was dropped, or with null one the person picks. */
  readonly compareWithFile: (dropped: File | null) => Promise<void>;
  /** The block whose history the panel shows. */
  readonly blockId: string | null;
  readonly showBlock: (blockId: string | null) => void;
  /** One block as a revision has it. */
  readonly restoreVersion: (revision: RevisionSummary, blockId: string) => Promise<void>;
  /** The whole of a version. */
  readonly restore: (side: Pick<ComparedSide, 'article' | 'title'>) => Promise<void>;
  readonly restoreBlock: (change: BlockChange) => Promise<void>;
  readonly takeBack: (change: FieldChange) => Promise<void>;
  readonly takeRun: (change: BlockChange, run: number) => Promise<void>;
  /** The comparison on screen as a page or a PDF, in a folder the person picks. */
  readonly exportComparison: (how: 'html' | 'pdf') => Promise<void>;
  readonly close: () => void;
  /** Exports make revisions of their own. */
  readonly refresh: () => void;
}

export interface HistoryContext {
  readonly editor: RefObject<EditorHandle | null>;
  readonly opened: OpenedArticle;
  readonly refresh: () => void;
  readonly show: (tab: TabName) => void;
  /** Opens a tab where it leaves the page in sight. */
  readonly showBeside: (tab: TabName) => void;
  /** The desk's: the state shown above the page follows. */
  readonly setState: (state: ArticleState) => Promise<void>;
}

export const page: VersionShown = { kind: 'page' };

export interface Chosen {
  readonly ids: readonly string[];
  /** Revisions the ids may belong to. */
  readonly known: readonly RevisionSummary[];
}
/** The revision that was asked for last and may still be on its way: Compare means it already. */
export class Opening {
  revision: RevisionSummary | null = null;
  begin(revision: RevisionSummary | null): void {
    this.revision = revision;
  }
}

export interface ActionContext extends Pick<HistoryContext, 'editor' | 'refresh' | 'setState' | 'show' | 'showBeside'> {
  readonly opening: Opening;
  readonly articleId: string;
  readonly notices: Notices;
  readonly make: HistoryDesk['make'];
  readonly view: VersionShown;
  readonly setView: Dispatch<SetStateAction<VersionShown>>;
  readonly chosen: Chosen;
  readonly changed: () => void;
}

export function working({ editor }: ActionContext): ComparedSide | null {
  const article = editor.current?.article();
  return article ? { article, title: say('history.working'), about: say('history.workingAbout'), revision: null, file: null } : null;
}

export async function read({ articleId, notices }: ActionContext, revision: RevisionSummary): Promise<ComparedSide | null> {
  const result = await call('revisions.read', { articleId, revisionId: revision.id });
  if (result.ok) return { article: result.value, title: revisionHeading(revision), about: aboutOf(revision), revision, file: null };
  notices.fail(result.error);
  return null;
}

/** Null for an article without revisions. */
export async function newestOf(articleId: string): Promise<RevisionSummary | null> {
  const result = await call('revisions.list', { articleId, offset: 0, limit: 1 });
  return result.ok ? (result.value.rows[0] ?? null) : null;
}

