import type { RefObject } from 'react';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommands } from './command-desk.ts';
import type { Layout } from './use-layout.ts';

interface CopyingContext {
  readonly articleId: string;
  readonly editor: RefObject<EditorHandle | null>;
  readonly layout: Layout;
  readonly gateShut: () => boolean;
  /** The history has one revision more. */
  readonly onCopied: () => void;
}

/** Copying the whole article as HTML is a publication like printing: while the gate is shut it leads to the Export panel. */
export function useCopyingHtml({ articleId, editor, layout, gateShut, onCopied }: CopyingContext): (override: string) => Promise<void> {
  const notices = useNotices();
  const copy = async (override: string): Promise<void> => {
    if (!(await editor.current?.flush())) return;
    const result = await call('export.copyHtml', { articleId, override });
    if (!result.ok) return notices.fail(result.error);
    notices.show({ text: say('exporting.copiedHtml') });
    onCopied();
  };
  useCommands({
    'copy-html': () => {
      if (!gateShut()) return void copy('');
      layout.showTab('export');
      notices.show({ text: say('exporting.copyBlocked') });
    },
  });
  return copy;
}
