import { type ReactNode, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { Finding } from '../../article/checks/index.ts';
import type { FieldNames } from '../../article/export/markdown/field-names.ts';
import type { ExportSettings } from '../../ipc/export-settings.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextArea } from '../ui/field.tsx';
import { useKeysText } from '../ui/chosen-keys.ts';
import './export.css';
import { ExportChoices, knownFormats } from './export-choices.tsx';
import { LeftBehind } from './left-behind.tsx';
import type { PrintLayout } from './print-page.tsx';
import { Preview, type PreviewedFormat, previewedFormats } from './preview.tsx';
import { type Wrote, Written } from './written.tsx';

interface ExportPanelProps {
  readonly article: Article;
  /** What stops a publication; empty where the gate is open. */
  readonly blocking: readonly Finding[];
  readonly settings: ExportSettings;
  /** What the newsroom's site calls the fields of a front matter. */
  readonly fieldNames: FieldNames;
  readonly onSettings: (settings: ExportSettings) => void;
  readonly folder: string;
  readonly onPickFolder: () => void;
  readonly isWriting: boolean;
  readonly wrote: Wrote | null;
  /** Writes the chosen formats; the reason where the gate is shut. */
  readonly onWrite: (override: string) => void;
  /** Prints, with the reason where the gate is shut. */
  readonly onPrint: (layout: PrintLayout, override: string) => void;
  /** Copies the article as HTML, in the same way. */
  readonly onCopyHtml: (override: string) => void;
}

/** The ways out to files: formats, folder, what stops it, and how it will look. */
export function ExportPanel({ article, blocking, settings, fieldNames, onSettings, folder, onPickFolder, isWriting, wrote, onWrite, onPrint, onCopyHtml }: ExportPanelProps): ReactNode {
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<PreviewedFormat>('html');
  const chosen = knownFormats(settings);
  const keysText = useKeysText();
  const why = blocking.length > 0 ? reason.trim() : '';
  const isUnexplained = blocking.length > 0 && why === '';
  const isShut = chosen.some((format) => format !== 'galley') && blocking.length > 0;
  return (
    <>
      {blocking.length > 0 ? <Blocked blocking={blocking} reason={reason} onReason={setReason} /> : null}
      <ExportChoices settings={settings} onSettings={onSettings} folder={folder} onPickFolder={onPickFolder}>
        <LeftBehind article={article} chosen={chosen} />
      </ExportChoices>
      <div className="export-body">
        <Button kind="primary" disabled={isWriting || chosen.length === 0 || (isShut && isUnexplained)} onClick={() => onWrite(isShut ? why : '')}>{say(isWriting ? 'exporting.writing' : 'exporting.write')}</Button>
        <Button disabled={isUnexplained} onClick={() => onPrint('page', why)}>{say('exporting.print')}</Button>
        <Button title={say('exporting.printProofAbout')} disabled={isUnexplained} onClick={() => onPrint('proof', why)}>{say('exporting.printProof')}</Button>
        <Button disabled={isUnexplained} onClick={() => onCopyHtml(why)}>{say('exporting.copyHtml')}</Button>
        <span className="field-hint">{say(chosen.length === 0 ? 'exporting.chooseFormat' : 'exporting.againHint', { keys: keysText('export-again') })}</span>
        {wrote ? <div role="status"><b>{say('exporting.written', { count: wrote.files.length })}</b><Written {...wrote} /></div> : null}
      </div>
      <div className="preview-head">
        <span className="field-label">{say('exporting.previewOf')}</span>
        <Select aria-label={say('exporting.previewOf')} value={shown} choices={previewedFormats.map((value) => ({ value, label: say(`exporting.format-${value}`) }))} onChoose={setShown} />
      </div>
      <Preview article={article} format={shown} fieldNames={fieldNames} />
    </>
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
