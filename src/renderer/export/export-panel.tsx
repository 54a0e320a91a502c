import { type ReactNode, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { Finding } from '../../article/checks/index.ts';
import { formatAbout, formatChoices, formatTitle, readFormatChoice } from '../../article/export/index.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextArea } from '../ui/field.tsx';
import { useNotices } from '../ui/notices.tsx';
import './export.css';
import { LeftBehind } from './left-behind.tsx';
import { Preview } from './preview.tsx';

const previewed = ['html', 'markdown'] as const;

interface ExportPanelProps {
  readonly article: Article;
  readonly folder: string;
  /** What stops a publication; empty where the gate is open. */
  readonly blocking: readonly Finding[];
  readonly onFolder: (folder: string) => void;
  /** Makes sure storage has everything before it is written out. */
  readonly onBeforeWrite: () => Promise<boolean>;
  readonly onWritten: () => void;
  /** Prints, with the reason where the gate is shut. */
  readonly onPrint: (override: string) => void;
}

/** The ways out to files: formats, folder, what stops it, and how it will look. */
export function ExportPanel({ article, folder, blocking, onFolder, onBeforeWrite, onWritten, onPrint }: ExportPanelProps): ReactNode {
  const notices = useNotices();
  const [chosen, setChosen] = useState<readonly string[]>(['html']);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [files, setFiles] = useState<readonly ExportedFile[]>([]);
  const [shown, setShown] = useState<(typeof previewed)[number]>('html');
  const publishes = chosen.some((format) => format !== 'galley');
  const isShut = publishes && blocking.length > 0;
  const pick = async (): Promise<string> => {
    const result = await call('export.pickFolder', null);
    if (!result.ok) notices.fail(result.error);
    else if (result.value) onFolder(result.value);
    return result.ok ? (result.value ?? '') : '';
  };
  const write = async (): Promise<void> => {
    const into = folder || (await pick());
    if (!into) return;
    setBusy(true);
    await onBeforeWrite();
    const result = await call('export.write', { articleId: article.id, formats: chosen, folder: into, override: isShut ? reason.trim() : '' });
    setBusy(false);
    if (!result.ok) return notices.fail(result.error);
    setFiles(result.value.files);
    onWritten();
  };
  return (
    <>
      {blocking.length > 0 ? <Blocked blocking={blocking} reason={reason} onReason={setReason} /> : null}
      <h2 className="section-title">{say('exporting.formats')}</h2>
      <FormatList chosen={chosen} onChoose={setChosen} />
      <LeftBehind article={article} chosen={chosen} />
      <h2 className="section-title">{say('exporting.folder')}</h2>
      <div className="export-body">
        <div className="export-folder">
          <span title={folder}>{folder ? <bdi>{folder}</bdi> : say('exporting.noFolder')}</span>
          <Button small onClick={() => void pick()}>{say('exporting.choose')}</Button>
        </div>
        <Button kind="primary" disabled={busy || chosen.length === 0 || (isShut && reason.trim() === '')} onClick={() => void write()}>{say(busy ? 'exporting.writing' : 'exporting.write')}</Button>
        <Button disabled={blocking.length > 0 && reason.trim() === ''} onClick={() => onPrint(blocking.length > 0 ? reason.trim() : '')}>{say('exporting.print')}</Button>
        {chosen.length === 0 ? <span className="field-hint">{say('exporting.chooseFormat')}</span> : null}
        <Written files={files} folder={folder} />
      </div>
      <div className="preview-head">
        <span className="field-label">{say('exporting.previewOf')}</span>
        <Select aria-label={say('exporting.previewOf')} value={shown} choices={previewed.map((value) => ({ value, label: say(`exporting.format-${value}`) }))} onChoose={setShown} />
      </div>
      <Preview article={article} format={shown} />
    </>
  );
}

function FormatList({ chosen, onChoose }: { readonly chosen: readonly string[]; readonly onChoose: (formats: readonly string[]) => void }): ReactNode {
  return (
    <div className="export-formats" role="group" aria-label={say('exporting.formats')}>
      {formatChoices.map((written) => {
        const choice = readFormatChoice(written);
        if (!choice) return null;
        return (
          <label key={written} className="export-format">
            <input type="checkbox" aria-label={formatTitle(choice)} checked={chosen.includes(written)} onChange={(event) => onChoose(event.target.checked ? [...chosen, written] : chosen.filter((other) => other !== written))} />
            <span>{formatTitle(choice)}</span>
            <small>{formatAbout(choice)}</small>
          </label>
        );
      })}
    </div>
  );
}

function Blocked({ blocking, reason, onReason }: { readonly blocking: readonly Finding[]; readonly reason: string; readonly onReason: (reason: string) => void }): ReactNode {
  return (
    <div className="export-blocked" role="group">
      <b>{say('exporting.blocked', { count: blocking.length })}</b>
      <ul>{blocking.map((finding, index) => <li key={`${finding.rule}${index}`}>{finding.message}</li>)}</ul>
      <span className="field-hint">{say('exporting.blockedAbout')}</span>
      <Field label={say('exporting.override')}>
        {(ids) => <TextArea {...ids} value={reason} onChange={(event) => onReason(event.target.value)} />}
      </Field>
    </div>
  );
}

function Written({ files, folder }: { readonly files: readonly ExportedFile[]; readonly folder: string }): ReactNode {
  const notices = useNotices();
  if (files.length === 0) return null;
  const show = async (path: string): Promise<void> => {
    const whole = path.startsWith('/') || /^[A-Za-z]:/.test(path) ? path : `${folder}/${path}`;
    const result = await call('shell.showFile', { path: whole });
    if (!result.ok) notices.fail(result.error);
  };
  return (
    <div role="status">
      <b>{say('exporting.written', { count: files.length })}</b>
      <ul className="export-files">
        {files.map((file) => (
          <li key={file.path}>
            <span>{file.path}</span>
            <span>{file.bytes < 1024 ? say('exporting.size', { count: file.bytes }) : say('exporting.sizeKb', { count: Math.round(file.bytes / 1024) })}</span>
            {file.role === 'main' ? <Button small kind="quiet" onClick={() => void show(file.path)}>{say('exporting.showFile')}</Button> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
