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
  /** The zip that holds them all; null where they stand in the folder themselves. */
  readonly zip: ExportedFile | null;
}

/** Exactly what was written, file by file. */
export function Written({ files, folder, zip }: Wrote): ReactNode {
  const notices = useNotices();
  const row = (file: ExportedFile, isShown: boolean): ReactNode => (
    <li key={file.path}>
      <span>{file.path}</span>
      <span>{sizeText(file.bytes)}</span>
      {isShown ? <Button small kind="quiet" onClick={() => showFile({ path: file.path, folder }, notices)}>{say('exporting.showFile')}</Button> : null}
    </li>
  );
  const list = <ul className="export-files" aria-label={say('exporting.writtenFiles')}>{files.map((file) => row(file, zip === null && file.role === 'main'))}</ul>;
  if (zip === null) return list;
  return (
    <>
      <ul className="export-files" aria-label={say('exporting.writtenZip')}>{row(zip, true)}</ul>
      <details><summary>{say('exporting.inZip', { count: files.length })}</summary>{list}</details>
    </>
  );
}

const sizeText = (bytes: number): string => (bytes < 1024 ? say('exporting.size', { count: bytes }) : say('exporting.sizeKb', { count: Math.round(bytes / 1024) }));

/** Shows a written file in the system's file manager. */
export function showFile({ path, folder }: { readonly path: string; readonly folder: string }, notices: Notices): void {
  void call('shell.showFile', { path: `${folder}/${path}` }).then((result) => {
    if (!result.ok) notices.fail(result.error);
  });
}
