/** Taking back: the whole, one block, one field, one change. Each is one undo step and one revision. */
import type { Article } from '../../article/article.ts';
import { blockName, fieldName, restoreBlock, restoreField, restoreRun } from '../../article/compare/index.ts';
import { revisionHeading } from '../../ipc/revision-heading.ts';
import { say } from '../../language/index.ts';
import { type ActionContext, type HistoryDesk, page, read, working } from './history-desk.ts';

export function restoringActions(context: ActionContext): Pick<HistoryDesk, 'restore' | 'restoreBlock' | 'restoreVersion' | 'takeBack' | 'takeRun'> {
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
    const after = view.after.revision || view.after.file ? view.after : working(context);
    // Who has left the comparison meanwhile is not brought back to it.
    if (after) setView((shown) => (shown.kind === 'comparison' && shown.before === view.before ? { ...shown, after } : shown));
  };
  return {
    restore: async ({ article, title: name }) => {
      context.opening.begin(null);
      setView(page);
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

