/** Making revisions, naming and approving them. */
import { call } from '../api.ts';
import { say } from '../../language/index.ts';
import type { ArticleState, RevisionSummary } from '../../ipc/contract.ts';
import type { Notices } from '../ui/notices.tsx';
import { type ActionContext, type HistoryDesk, newestOf } from './history-desk.ts';

export function makingActions(context: ActionContext): Pick<HistoryDesk, 'save' | 'name' | 'approve' | 'setState'> {
  const { articleId, editor, make, notices, setState, view, changed } = context;
  const change = async (state: ArticleState): Promise<boolean> => {
    if (!(await editor.current?.flush())) return false;
    await setState(state);
    changed();
    return true;
  };
  return {
    save: async () => {
      const made = await make('explicit-save');
      notices.show({ id: 'revision', text: made ? say('history.saved', { number: made.sequence }) : say('history.unchangedYet') });
    },
    name: (name, note) => nameVersion({ articleId, shown: view.kind === 'revision' ? view.revision : null, make, notices, changed }, name, note),
    approve: async () => {
      if (!(await change('approved'))) return;
      const newest = await newestOf(articleId);
      if (newest) notices.show({ text: say('history.approved', { number: newest.sequence }) });
    },
    setState: async (state) => void (await change(state)),
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

