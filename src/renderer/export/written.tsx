import type { ReactNode } from 'react';
import type { ExportedFile } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { type Notices, useNotices } from '../ui/notices.tsx';

/** Files that were written, and the folder they are in. */
export interface Wrote {
  readonly files: readonly ExportedFile[];
  readonly folder: string;
}

/** Exactly what was written, file by file. */
export function Written({ files, folder }: Wrote): ReactNode {
  const notices = useNotices();
  return (
    <ul className="export-files" aria-label={say('exporting.writtenFiles')}>
      {files.map((file) => (
        <li key={file.path}>
          <span>{file.path}</span>
          <span>{sizeText(file.bytes)}</span>
          {file.role === 'main' ? <Button small kind="quiet" onClick={() => showFile({ path: file.path, folder }, notices)}>{say('exporting.showFile')}</Button> : null}
        </li>
      ))}
    </ul>
  );
}

const sizeText = (bytes: number): string => (bytes < 1024 ? say('exporting.size', { count: bytes }) : say('exporting.sizeKb', { count: Math.round(bytes / 1024) }));

/** Shows a written file in the system's file manager. */
export function showFile({ path, folder }: { readonly path: string; readonly folder: string }, notices: Notices): void {
  void call('shell.showFile', { path: `${folder}/${path}` }).then((result) => {
    if (!result.ok) notices.fail(result.error);
  });
}
