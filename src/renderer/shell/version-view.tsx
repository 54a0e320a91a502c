import type { ReactNode } from 'react';
import type { OpenedArticle } from '../../ipc/contract.ts';
import { ArticleEditor } from '../editor/article-editor.tsx';
import { revisionHeading } from '../../ipc/revision-heading.ts';
import type { ComparedSide } from '../history/comparison.tsx';
import { Reading } from '../history/reading.tsx';
import { late } from '../ui/late.tsx';
import type { HistoryDesk } from './history-desk.ts';

const ComparisonRegion = late(async () => (await import('../history/comparison.tsx')).ComparisonRegion);

const shut = (): boolean => true;
const nothing = (): void => undefined;
const keyOf = ({ revision, file }: ComparedSide): string => revision?.id ?? file?.fileName ?? '';

/** What covers the page while an old revision is read or two are compared. */
export function VersionView({ history, opened }: { readonly history: HistoryDesk; readonly opened: OpenedArticle }): ReactNode {
  const { view } = history;
  if (view.kind === 'page') return null;
  if (view.kind === 'comparison') {
    const { before, after } = view;
    return (
      <ComparisonRegion
        key={`${keyOf(before)} ${keyOf(after)}`}
        before={before}
        after={after}
        onRestore={() => void history.restore(before)}
        onRestoreBlock={(change) => void history.restoreBlock(change)}
        onTakeBack={(change) => void history.takeBack(change)}
        onTakeRun={(change, run) => void history.takeRun(change, run)}
        onDropFile={(file) => void history.compareWithFile(file)}
        onExport={(how) => void history.exportComparison(how)}
        onClose={history.close}
      />
    );
  }
  return (
    <Reading revision={view.revision} onRestore={() => void history.restore({ article: view.article, title: revisionHeading(view.revision) })} onClose={history.close}>
      <div>
        <ArticleEditor key={view.revision.id} opened={{ ...opened, article: view.article }} readOnly gateShut={shut} onSaveState={nothing} />
      </div>
    </Reading>
  );
}
