import { type ReactNode, type RefObject, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommands } from './command-desk.ts';
import type { PrintLayout } from '../export/print-page.tsx';
import { late } from '../ui/late.tsx';
import type { Layout } from './use-layout.ts';

const PrintPage = late(async () => (await import('../export/print-page.tsx')).PrintPage);

interface PrintingContext {
  readonly editor: RefObject<EditorHandle | null>;
  readonly layout: Layout;
  readonly gateShut: () => boolean;
  /** The history has one revision more. */
  readonly onPrinted: () => void;
}

/** Printing is a publication: while the gate is shut it leads to the Export panel, where a reason opens it. */
export function usePrinting({ editor, layout, gateShut, onPrinted }: PrintingContext): { readonly print: (layout: PrintLayout, override: string) => Promise<void>; readonly page: ReactNode } {
  const notices = useNotices();
  const [job, setJob] = useState<{ readonly article: Article; readonly layout: PrintLayout; readonly override: string } | null>(null);
  const print = async (how: PrintLayout, override: string): Promise<void> => {
    if (!(await editor.current?.flush())) return;
    const article = editor.current?.article();
    if (article) setJob({ article, layout: how, override });
  };
  const ask = (how: PrintLayout) => (): void => {
    if (!gateShut()) return void print(how, '');
    layout.showTab('export');
    notices.show({ text: say('exporting.printBlocked') });
  };
  useCommands({ print: ask('page'), 'print-proof': ask('proof') });
  const onReady = (): void => {
    if (!job) return;
    void call('export.print', { articleId: job.article.id, override: job.override }).then((result) => {
      setJob(null);
      if (!result.ok) notices.fail(result.error);
      else if (result.value.isPrinted) onPrinted();
    });
  };
  return { print, page: job ? <PrintPage article={job.article} layout={job.layout} onReady={onReady} /> : null };
}
