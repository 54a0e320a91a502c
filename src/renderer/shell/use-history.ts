import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { type BlockChange, blockName, type FieldChange, fieldName, restoreBlock, restoreField, restoreRun } from '../../article/compare/index.ts';
import type { ArticleState, OpenedArticle, RevisionCause, RevisionSummary } from '../../ipc/contract.ts';
import { revisionHeading } from '../../ipc/revision-heading.ts';
import { say } from '../../language/index.ts';
import { api, call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import type { ComparedSide } from '../history/comparison.tsx';
import { aboutOf } from '../history/revision-text.ts';
import { type Notices, useNotices } from '../ui/notices.tsx';
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
  readonly open: (revision: RevisionSummary | null) => Promise<void>;
  /** What is chosen, else the working copy with the version it is most usefully held against. */
  readonly compare: () => Promise<void>;
  /** A revision beside the working copy, or beside the one before it. */
  readonly compareWith: (revision: RevisionSummary, other: 'working-copy' | 'previous') => Promise<void>;
  /** The block whose history the panel shows. */
  readonly blockId: string | null;
  readonly showBlock: (blockId: string | null) => void;
  /** One block as a revision has it. */
  readonly restoreVersion: (revision: RevisionSummary, blockId: string) => Promise<void>;
  readonly restore: (revision: RevisionSummary, article: Article) => Promise<void>;
  readonly restoreBlock: (change: BlockChange) => Promise<void>;
  readonly takeBack: (change: FieldChange) => Promise<void>;
  readonly takeRun: (change: BlockChange, run: number) => Promise<void>;
  /** The comparison on screen as a page or a PDF, in a folder the person picks. */
  readonly exportComparison: (how: 'html' | 'pdf') => Promise<void>;
  readonly close: () => void;
  /** Exports make revisions of their own. */
  readonly refresh: () => void;
}

interface HistoryContext {
  readonly editor: RefObject<EditorHandle | null>;
  readonly opened: OpenedArticle;
  readonly refresh: () => void;
  readonly show: (tab: TabName) => void;
  /** The desk's: the state shown above the page follows. */
  readonly setState: (state: ArticleState) => Promise<void>;
}

const page: VersionShown = { kind: 'page' };

/** Revisions of the open article: making, naming, reading, comparing and restoring them. */
export function useHistory({ editor, opened, refresh, show, setState }: HistoryContext): HistoryDesk {
  const notices = useNotices();
  const [view, setView] = useState<VersionShown>(page);
  const [tick, setTick] = useState(0);
  const [chosen, setChosen] = useState<Chosen>({ ids: [], known: [] });
  const [blockId, setBlockId] = useState<string | null>(null);
  const [opening] = useState(() => new Opening());
  const articleId = opened.article.id;
  // Storage makes revisions of its own: after a pause in typing, and every five minutes without one.
  useEffect(() => api.on('library-changed', () => setTick((count) => count + 1)), []);
  const make = useCallback(
    async (cause: RevisionCause, name = '', note = '') => {
      await editor.current?.flush();
      const result = await call('revisions.make', { articleId, cause, name, note });
      setTick((count) => count + 1);
      refresh();
      if (result.ok) return result.value;
      notices.fail(result.error);
      return null;
    },
    [articleId, editor, notices, refresh],
  );
  return useMemo<HistoryDesk>(() => {
    const context: ActionContext = { articleId, editor, notices, make, view, setView, opening, chosen, show, setState, refresh, changed: () => setTick((count) => count + 1) };
    return {
      view, tick, make, blockId,
      showBlock: (id) => {
        setBlockId(id);
        if (id !== null) show('history');
      },
      chosen: chosen.ids,
      choose: (ids, known) => setChosen({ ids, known }),
      close: () => {
        opening.begin(null);
        setView(page);
      },
      refresh: context.changed,
      ...makingActions(context),
      ...viewingActions(context),
      ...restoringActions(context),
    };
  }, [articleId, editor, notices, make, view, tick, opening, chosen, blockId, show, setState, refresh]);
}

interface Chosen {
  readonly ids: readonly string[];
  /** Revisions the ids may belong to. */
  readonly known: readonly RevisionSummary[];
}
/** The revision that was asked for last and may still be on its way: Compare means it already. */
class Opening {
  revision: RevisionSummary | null = null;
  begin(revision: RevisionSummary | null): void {
    this.revision = revision;
  }
}

interface ActionContext extends Pick<HistoryContext, 'editor' | 'refresh' | 'setState' | 'show'> {
  readonly opening: Opening;
  readonly articleId: string;
  readonly notices: Notices;
  readonly make: HistoryDesk['make'];
  readonly view: VersionShown;
  readonly setView: (view: VersionShown) => void;
  readonly chosen: Chosen;
  readonly changed: () => void;
}

function makingActions(context: ActionContext): Pick<HistoryDesk, 'save' | 'name' | 'approve'> {
  const { articleId, editor, make, notices, setState, view, changed } = context;
  return {
    save: async () => {
      const made = await make('explicit-save');
      notices.show({ id: 'revision', text: made ? say('history.saved', { number: made.sequence }) : say('history.unchangedYet') });
    },
    name: (name, note) => nameVersion({ articleId, shown: view.kind === 'revision' ? view.revision : null, make, notices, changed }, name, note),
    approve: async () => {
      if (!(await editor.current?.flush())) return;
      await setState('approved');
      changed();
      const newest = await newestOf(articleId);
      if (newest) notices.show({ text: say('history.approved', { number: newest.sequence }) });
    },
  };
}

function working({ editor }: ActionContext): ComparedSide | null {
  const article = editor.current?.article();
  return article ? { article, title: say('history.working'), about: say('history.workingAbout'), revision: null } : null;
}

async function read({ articleId, notices }: ActionContext, revision: RevisionSummary): Promise<ComparedSide | null> {
  const result = await call('revisions.read', { articleId, revisionId: revision.id });
  if (result.ok) return { article: result.value, title: revisionHeading(revision), about: aboutOf(revision), revision };
  notices.fail(result.error);
  return null;
}

function viewingActions(context: ActionContext): Pick<HistoryDesk, 'open' | 'compare' | 'compareWith' | 'exportComparison'> {
  const { view, setView, chosen, show } = context;
  const showPair = async (one: RevisionSummary | null, other: RevisionSummary | null): Promise<void> => {
    const [first, second] = oldestFirst(one, other);
    const before = first ? await read(context, first) : working(context);
    const after = second ? await read(context, second) : working(context);
    if (!before || !after) return;
    context.opening.begin(null);
    setView({ kind: 'comparison', before, after });
    show('history');
  };
  return {
    open: async (revision) => {
      context.opening.begin(revision);
      if (!revision) return setView(page);
      const side = await read(context, revision);
      if (side && context.opening.revision === revision) setView({ kind: 'revision', revision, article: side.article });
    },
    compare: async () => {
      const [one, other] = chosen.ids.map((id) => chosen.known.find((revision) => revision.id === id) ?? null);
      if (one || other) return showPair(one ?? null, other ?? null);
      const open = context.opening.revision ?? (view.kind === 'revision' ? view.revision : null);
      if (open) return showPair(open, null);
      const against = await usualPartner(context);
      if (against) await showPair(against, null);
      else show('history');
    },
    compareWith: async (revision, other) => {
      if (other === 'working-copy') return showPair(revision, null);
      const [parentId] = revision.parents;
      const parent = parentId === undefined ? null : await call('revisions.summary', { articleId: context.articleId, revisionId: parentId });
      await showPair(parent?.ok ? parent.value : revision, parent?.ok ? revision : null);
    },
    exportComparison: async (how) => {
      if (view.kind !== 'comparison') return;
      await context.editor.current?.flush();
      const result = await call('revisions.saveComparison', { articleId: context.articleId, before: view.before.revision?.id ?? null, after: view.after.revision?.id ?? null, how });
      if (!result.ok) context.notices.fail(result.error);
      else if (result.value) context.notices.show({ text: say('history.savedPage', { path: result.value.path }) });
    },
  };
}

/** How far back the last named, approved or exported revision is looked for. */
const looksBack = 200;

/** The last named, approved, exported or published revision; else the one before the newest. */
async function usualPartner({ articleId, notices }: ActionContext): Promise<RevisionSummary | null> {
  const result = await call('revisions.list', { articleId, offset: 0, limit: looksBack });
  if (!result.ok) {
    notices.fail(result.error);
    return null;
  }
  const { rows } = result.value;
  return rows.find(({ cause, name }) => name !== '' || cause === 'approve' || cause === 'export' || cause === 'publish') ?? rows[1] ?? rows[0] ?? null;
}

function restoringActions(context: ActionContext): Pick<HistoryDesk, 'restore' | 'restoreBlock' | 'restoreVersion' | 'takeBack' | 'takeRun'> {
  const { editor, make, notices, view, setView } = context;
  /** @param from where it came from: the note of the revision it makes */
  const replace = async (article: Article, said: string, from: string): Promise<void> => {
    // What stands now becomes a revision first, so that a restore never costs anything.
    await make('explicit-save');
    editor.current?.replaceArticle(article);
    await make('restore', '', from);
    notices.show({ text: said });
  };
  /** One block or field from the left side; then the working copy's side is read again. */
  const part = async (change: (current: Article, from: Article) => Article, { said, what }: { readonly said: (name: string) => string; readonly what: string }): Promise<void> => {
    const current = editor.current?.article();
    if (view.kind !== 'comparison' || !current) return;
    const name = view.before.title;
    await replace(change(current, view.before.article), said(name), say('history.restoredFrom', { what, name }));
    const after = view.after.revision ? view.after : working(context);
    if (after) setView({ ...view, after });
  };
  return {
    restore: async (revision, article) => {
      context.opening.begin(null);
      setView(page);
      const name = revisionHeading(revision);
      await replace(article, say('history.restored', { name }), say('history.restoredFrom', { what: say('history.whole'), name }));
    },
    restoreVersion: async (revision, blockId) => {
      const side = await read(context, revision);
      const current = editor.current?.article();
      if (!side || !current) return;
      const name = revisionHeading(revision);
      await replace(restoreBlock(current, side.article, blockId), say('history.restoredBlock', { name }), say('history.restoredFrom', { what: say('history.oneBlock'), name }));
    },
    restoreBlock: ({ blockId, type }) => part((current, from) => restoreBlock(current, from, blockId), { what: blockName(type), said: (name) => say('history.restoredBlock', { name }) }),
    takeBack: ({ field }) => part((current, from) => restoreField(current, from, field), { what: fieldName(field), said: (name) => say('history.restoredField', { field: fieldName(field), name }) }),
    takeRun: (change, run) => part((current) => restoreRun(current, change, run), { what: say('history.oneChange'), said: () => say('history.tookRun') }),
  };
}

interface NameContext {
  readonly articleId: string;
  readonly shown: RevisionSummary | null;
  readonly make: HistoryDesk['make'];
  readonly notices: Notices;
  readonly changed: () => void;
}

/** Names the revision that is shown, else the state as it is: a new revision, or the newest where nothing has changed since. */
async function nameVersion({ articleId, shown, make, notices, changed }: NameContext, name: string, note: string): Promise<void> {
  const made = shown ? null : await make('explicit-save', name, note);
  let named = made;
  if (!made) {
    const newest = shown ?? (await newestOf(articleId));
    if (!newest) return;
    const result = await call('revisions.name', { articleId, revisionId: newest.id, name, note });
    if (!result.ok) return notices.fail(result.error);
    named = result.value;
  }
  changed();
  if (named) notices.show({ text: say('history.named', { number: named.sequence, name }) });
}

async function newestOf(articleId: string): Promise<RevisionSummary | null> {
  const result = await call('revisions.list', { articleId, offset: 0, limit: 1 });
  return result.ok ? (result.value.rows[0] ?? null) : null;
}

/** By their local order, never by the clock; the working copy is the newest. */
function oldestFirst(one: RevisionSummary | null, other: RevisionSummary | null): readonly [RevisionSummary | null, RevisionSummary | null] {
  if (!one) return [other, one];
  return !other || one.sequence < other.sequence ? [one, other] : [other, one];
}
