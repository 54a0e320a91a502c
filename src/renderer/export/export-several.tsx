import { type ReactNode, useState } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextArea } from '../ui/field.tsx';
import { ExportChoices, type ExportChoicesProps, knownFormats } from './export-choices.tsx';
import './export.css';
import { type Run, type SeveralArticle, useSeveral } from './use-several.ts';
import { Written } from './written.tsx';

interface ExportSeveralProps extends Pick<ExportChoicesProps, 'settings' | 'onSettings' | 'folder'> {
  readonly articles: readonly SeveralArticle[];
  /** Asks for a folder; '' where that was cancelled. */
  readonly onPickFolder: () => Promise<string>;
  /** Makes sure storage has all of the open article; false where it has not. */
  readonly onBefore: () => Promise<boolean>;
  readonly onWritten: () => void;
  readonly onClose: () => void;
}

/** Several articles at once: how far it is, a way to stop, and exactly what was written. */
export function ExportSeveral({ articles, settings, onSettings, folder, onPickFolder, onBefore, onWritten, onClose }: ExportSeveralProps): ReactNode {
  const { run, start, cancel } = useSeveral(onBefore, onWritten);
  const chosen = knownFormats(settings);
  const isRunning = run !== null && run.current !== null;
  const write = async (wanted: readonly SeveralArticle[], override: string): Promise<void> => {
    const into = folder || (await onPickFolder());
    if (into) await start({ articles: wanted, settings, folder: into, override });
  };
  const close = (): void => {
    cancel();
    onClose();
  };
  return (
    <Dialog label={say('exporting.several', { count: articles.length })} kind="export" onClose={close}>
      <header className="dialog-head">
        <div>
          <h1>{say('exporting.several', { count: articles.length })}</h1>
          <p>{say('exporting.severalAbout')}</p>
        </div>
        <Button onClick={close} aria-label={say('exporting.severalClose')}>{say('library.close')}</Button>
      </header>
      <div className="export-several">
        <ExportChoices settings={settings} onSettings={onSettings} folder={folder} onPickFolder={() => void onPickFolder()} disabled={isRunning} />
        <div className="export-body">
          {isRunning ? <Button onClick={cancel}>{say('exporting.severalCancel')}</Button> : <Button kind="primary" disabled={chosen.length === 0} onClick={() => void write(articles, '')}>{say('exporting.severalWrite', { count: articles.length })}</Button>}
          {chosen.length === 0 ? <span className="field-hint">{say('exporting.chooseFormat')}</span> : null}
          {run ? <Progress run={run} onAnyway={(wanted, override) => void write(wanted, override)} /> : null}
        </div>
      </div>
    </Dialog>
  );
}

interface ProgressProps {
  readonly run: Run;
  readonly onAnyway: (articles: readonly SeveralArticle[], override: string) => void;
}

function Progress({ run, onAnyway }: ProgressProps): ReactNode {
  const { current, done, count, folder, files, zip, writtenArticles, failures, isCancelled } = run;
  return (
    <>
      {current === null ? null : (
        <div className="export-progress">
          <progress value={done} max={count} aria-label={say('exporting.writing')} />
          <span>{say('exporting.severalProgress', { done, count, name: current.name })}</span>
        </div>
      )}
      <div role="status">
        {current === null && isCancelled ? <p>{say('exporting.severalCancelled', { done, count })}</p> : null}
        {current === null ? <b>{say('exporting.severalDone', { files: files.length, articles: writtenArticles, folder })}</b> : null}
      </div>
      {failures.length > 0 ? (
        <ul className="export-failures" role="alert">
          {failures.map(({ article, message }) => <li key={article.id}>{say('exporting.severalFailed', { name: article.name, message })}</li>)}
        </ul>
      ) : null}
      {current === null ? <Stopped run={run} onAnyway={onAnyway} /> : null}
      {files.length > 0 ? <Written files={files} folder={folder} zip={zip} /> : null}
    </>
  );
}

/** What the gate stopped, and the way to let it out all the same. */
function Stopped({ run: { blocked }, onAnyway }: ProgressProps): ReactNode {
  const [reason, setReason] = useState('');
  if (blocked.length === 0) return null;
  return (
    <div className="export-blocked" role="group">
      <b>{say('exporting.severalBlocked', { count: blocked.length })}</b>
      <ul>{blocked.map(({ article, message }) => <li key={article.id}>{say('exporting.severalFailed', { name: article.name, message })}</li>)}</ul>
      <Field label={say('exporting.override')}>{(ids) => <TextArea {...ids} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
      <div><Button disabled={reason.trim() === ''} onClick={() => onAnyway(blocked.map(({ article }) => article), reason.trim())}>{say('exporting.severalAgain', { count: blocked.length })}</Button></div>
    </div>
  );
}
