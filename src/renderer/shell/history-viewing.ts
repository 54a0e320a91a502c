/** Reading an old version, and comparing two. */
import type { RevisionSummary, VersionNamed } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { api, call } from '../api.ts';
import type { ComparedSide } from '../history/comparison.tsx';
import type { SinceRevision } from '../history/history-panel.tsx';
import { timeText } from '../history/revision-text.ts';
import { type ActionContext, type HistoryDesk, page, read, working } from './history-desk.ts';

export function viewingActions(context: ActionContext): Pick<HistoryDesk, 'open' | 'compare' | 'compareWith' | 'compareWithLast' | 'compareWithFile' | 'exportComparison'> {
  const { view, setView, chosen, show } = context;
  const showPair = async (one: RevisionSummary | null, other: RevisionSummary | null): Promise<void> => {
    const [first, second] = oldestFirst(one, other);
    const before = first ? await read(context, first) : working(context);
    const after = second ? await read(context, second) : working(context);
    if (before && after) showSides(before, after);
  };
  const showSides = (before: ComparedSide, after: ComparedSide): void => {
    context.opening.begin(null);
    setView({ kind: 'comparison', before, after });
    context.showBeside('history');
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
    compareWithLast: async (kind) => {
      const last = await lastOf(context, kind);
      if (!last) return context.notices.show({ text: say(`history.noneYet-${kind}`) });
      await showPair(last, view.kind === 'revision' && view.revision.id !== last.id ? view.revision : null);
    },
    compareWithFile: async (dropped) => {
      const after = view.kind === 'comparison' ? view.after : view.kind === 'revision' ? await read(context, view.revision) : working(context);
      const result = await call('files.readToCompare', { path: dropped && api.pathOfDropped(dropped) });
      if (!result.ok) return context.notices.fail(result.error);
      const file = result.value;
      if (file && after) showSides({ article: file.article, title: file.fileName, about: timeText(file.modifiedAt), revision: null, file }, after);
    },
    exportComparison: async (how) => {
      if (view.kind !== 'comparison') return;
      await context.editor.current?.flush();
      const result = await call('revisions.saveComparison', { articleId: context.articleId, before: named(view.before), after: named(view.after), how });
      if (!result.ok) context.notices.fail(result.error);
      else if (result.value) context.notices.show({ text: say('history.savedPage', { path: result.value.path }) });
    },
  };
}

/** A side as main knows it. */
const named = ({ revision, file }: ComparedSide): VersionNamed => revision?.id ?? file;

async function lastOf({ articleId, notices }: ActionContext, kind: SinceRevision['kind']): Promise<RevisionSummary | null> {
  const result = await call('revisions.list', { articleId, offset: 0, limit: 1, filter: { show: kind, author: '', cause: '' } });
  if (result.ok) return result.value.rows[0] ?? null;
  notices.fail(result.error);
  return null;
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

/** By their local order, never by the clock; the working copy is the newest. */
function oldestFirst(one: RevisionSummary | null, other: RevisionSummary | null): readonly [RevisionSummary | null, RevisionSummary | null] {
  if (!one) return [other, one];
  return !other || one.sequence < other.sequence ? [one, other] : [other, one];
}
