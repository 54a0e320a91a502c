import { type ReactNode, type RefObject, useState } from 'react';
import type { ArticleSummary, Settings } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { nameOf } from '../library/row.tsx';
import type { Marked } from '../library/use-marked.ts';
import { useNotices } from '../ui/notices.tsx';
import { useCommands } from './command-desk.ts';
import type { KnownSettings } from './settings.ts';
import { late } from '../ui/late.tsx';
import { usePickedFolder } from './use-exporting.ts';

const ExportSeveral = late(async () => (await import('../export/export-several.tsx')).ExportSeveral);

interface SeveralExportProps {
  readonly marked: Marked;
  readonly editor: RefObject<EditorHandle | null>;
  readonly settings: KnownSettings;
  readonly onSettings: (patch: Partial<Settings>) => void;
  /** The library's articles have revisions more. */
  readonly onWritten: () => void;
}

/** The export of the articles marked in the library, over the window while it goes on. */
export function SeveralExport({ marked, editor, settings, onSettings, onWritten }: SeveralExportProps): ReactNode {
  const notices = useNotices();
  const [rows, setRows] = useState<readonly ArticleSummary[] | null>(null);
  const pickFolder = usePickedFolder(onSettings);
  useCommands({
    'export-several': () => {
      if (marked.rows.size > 0) setRows([...marked.rows.values()]);
      else notices.show({ id: 'mark-first', text: say('library.markFirst') });
    },
  });
  if (!rows) return null;
  return (
    <ExportSeveral
      articles={rows.map((row) => ({ id: row.id, name: nameOf(row) }))}
      settings={settings.exporting}
      onSettings={(exporting) => onSettings({ exporting })}
      folder={settings.exportFolder}
      onPickFolder={pickFolder}
      onBefore={() => editor.current?.flush() ?? Promise.resolve(true)}
      onWritten={onWritten}
      onClose={() => setRows(null)}
    />
  );
}
