import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { type BlockChange, type FieldChange, restoreBlock, restoreField } from '../../article/compare/index.ts';
import type { OpenedArticle, RevisionCause, RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { fieldName } from '../history/change-row.tsx';
import type { ComparedSide } from '../history/comparison.tsx';
import { workingCopy } from '../history/history-panel.tsx';
import { aboutOf, headingOf } from '../history/revision-text.ts';
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
  readonly restore: (revision: RevisionSummary, article: Article) => Promise<void>;
  readonly restoreBlock: (change: BlockChange) => Promise<void>;
  readonly takeBack: (change: FieldChange) => Promise<void>;
  readonly close: () => void;
  /** Exports make revisions of their own. */
  readonly refresh: () => void;
}

interface HistoryContext {
  readonly editor: RefObject<EditorHandle | null>;
  readonly opened: OpenedArticle | null;
  readonly refresh: () => void;
  readonly show: (tab: TabName) => void;
}

const page: VersionShown = { kind: 'page' };

/** Revisions of the open article: making, naming, reading, comparing and restoring them. */
export function useHistory({ editor, opened, refresh, show }: HistoryContext): HistoryDesk {
  const notices = useNotices();
  const [view, setView] = useState<VersionShown>(page);
  const [tick, setTick] = useState(0);
  const [chosen, setChosen] = useState<{ readonly ids: readonly string[]; readonly known: readonly RevisionSummary[] }>({ ids: [], known: [] });
  const articleId = opened?.article.id ?? null;
  useEffect(() => {
    setView(page);
    setChosen({ ids: [], known: [] });
  }, [articleId]);

  const make = useCallback(
    async (cause: RevisionCause, name = '', note = '') => {
      if (articleId === null) return null;
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
  const working = useCallback((): ComparedSide | null => {
    const article = editor.current?.article();
    return article ? { article, title: say('history.working'), about: say('history.workingAbout'), revision: null } : null;
  }, [editor]);
  const read = useCallback(
    async (revision: RevisionSummary): Promise<ComparedSide | null> => {
      if (articleId === null) return null;
      const result = await call('revisions.read', { articleId, revisionId: revision.id });
      if (result.ok) return { article: result.value, title: headingOf(revision), about: aboutOf(revision), revision };
      notices.fail(result.error);
      return null;
    },
    [articleId, notices],
  );
  const replace = useCallback(
    async (article: Article, said: string) => {
      editor.current?.replaceArticle(article);
      await make('restore');
      notices.show({ text: said });
    },
    [editor, make, notices],
  );
  return useMemo<HistoryDesk>(() => {
    const shown = view.kind === 'revision' ? view.revision : null;
    const list = (limit: number) => (articleId === null ? null : call('revisions.list', { articleId, offset: 0, limit }));
    const showPair = async (pair: readonly [RevisionSummary | null, RevisionSummary | null]): Promise<void> => {
      const sides = [pair[0] ? await read(pair[0]) : working(), pair[1] ? await read(pair[1]) : working()] as const;
      if (!sides[0] || !sides[1]) return;
      setView({ kind: 'comparison', before: sides[0], after: sides[1] });
      show('history');
    };
    return {
      view, tick, make,
      chosen: chosen.ids,
      choose: (ids, known) => setChosen({ ids, known }),
      save: async () => {
        const made = await make('explicit-save');
        notices.show({ text: made ? say('history.saved', { number: made.sequence }) : say('history.unchangedYet') });
      },
      name: (name, note) => nameVersion({ articleId, shown, make, notices, changed: () => setTick((count) => count + 1) }, name, note),
      approve: async () => {
        const made = await make('approve');
        if (articleId !== null) await call('articles.setState', { articleId, state: 'approved' });
        refresh();
        notices.show({ text: made ? say('history.approved', { number: made.sequence }) : say('history.unchangedYet') });
      },
      open: async (revision) => {
        if (!revision) return setView(page);
        const side = await read(revision);
        if (side) setView({ kind: 'revision', revision, article: side.article });
      },
      compare: async () => {
        const picked = chosen.ids.map((id) => chosen.known.find((revision) => revision.id === id) ?? null);
        if (picked.length === 2 && !(picked[0] === null && picked[1] === null)) return showPair(oldestFirst(picked[0] ?? null, picked[1] ?? null));
        if (picked.length === 1 && picked[0]) return showPair([picked[0], null]);
        if (shown) return showPair([shown, null]);
        const known = await list(200);
        if (!known) return;
        if (!known.ok) return notices.fail(known.error);
        const rows = known.value.rows;
        const against = rows.find(({ cause, name }) => name !== '' || cause === 'approve' || cause === 'export' || cause === 'publish') ?? rows[1] ?? rows[0];
        if (against) await showPair([against, null]);
        else show('history');
      },
      restore: async (revision, article) => {
        setView(page);
        await replace(article, say('history.restored', { name: headingOf(revision) }));
      },
      restoreBlock: async (change) => {
        const current = editor.current?.article();
        if (view.kind !== 'comparison' || !current) return;
        await replace(restoreBlock(current, view.before.article, change.blockId), say('history.restoredBlock', { name: view.before.title }));
        refreshSides(view, working, setView);
      },
      takeBack: async (change) => {
        const current = editor.current?.article();
        if (view.kind !== 'comparison' || !current) return;
        await replace(restoreField(current, view.before.article, change.field), say('history.restoredField', { field: fieldName(change.field), name: view.before.title }));
        refreshSides(view, working, setView);
      },
      close: () => setView(page),
      refresh: () => setTick((count) => count + 1),
    };
  }, [view, tick, make, chosen, articleId, notices, refresh, read, working, replace, editor, show]);
}

interface NameContext {
  readonly articleId: string | null;
  readonly shown: RevisionSummary | null;
  readonly make: HistoryDesk['make'];
  readonly notices: Notices;
  readonly changed: () => void;
}

/** Names the revision that is shown, else the state as it is: a new revision, or the newest where nothing has changed since. */
async function nameVersion({ articleId, shown, make, notices, changed }: NameContext, name: string, note: string): Promise<void> {
  if (articleId === null) return;
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

/** After a restore the working copy's side is read again; two old revisions stay as they are. */
function refreshSides(view: Extract<VersionShown, { kind: 'comparison' }>, working: () => ComparedSide | null, setView: (view: VersionShown) => void): void {
  const after = view.after.revision ? view.after : working();
  if (after) setView({ ...view, after });
}
