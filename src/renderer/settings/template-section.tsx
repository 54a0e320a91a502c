import { type ReactNode, useEffect, useState } from 'react';
import { type TemplateKind, templateKinds, type Templates } from '../../article/export/template.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { templatesEvent } from '../ui/templates-event.ts';
import type { Section } from './section.ts';

/** The newsroom's own form of the HTML page and of plain text. A template at fault is refused with its line and changes nothing. */
function Template(): ReactNode {
  const notices = useNotices();
  const [templates, setTemplates] = useState<Templates | null>(null);
  const [fault, setFault] = useState('');
  /** What was stopped here: one click brings it back. */
  const [stopped, setStopped] = useState<Templates>({});
  useEffect(() => {
    void call('templates.read', null).then((result) => (result.ok ? setTemplates(result.value) : notices.fail(result.error)));
  }, [notices]);
  const keep = (kept: Templates): void => {
    setTemplates(kept);
    document.dispatchEvent(new CustomEvent(templatesEvent));
  };
  const choose = async (kind: TemplateKind): Promise<void> => {
    const result = await call('templates.pick', { kind });
    setFault(result.ok ? '' : result.error.message);
    if (result.ok && result.value) keep(result.value);
  };
  const set = async (kind: TemplateKind, source: string | null): Promise<void> => {
    const result = await call('templates.set', { kind, source });
    if (!result.ok) return notices.fail(result.error);
    setFault('');
    keep(result.value);
    if (source === null) setStopped({ ...stopped, ...templates });
  };
  if (!templates) return null;
  return (
    <>
      {templateKinds.map((kind) => (
        <div key={kind} className="field" role="group" aria-label={say(`exporting.format-${kind}`)}>
          <span className="field-label">{say(`exporting.format-${kind}`)}</span>
          <div className="settings-folder">
            <output>{say(templates[kind] === undefined ? 'settings.templateNone' : 'settings.templateOwn')}</output>
            <Button small onClick={() => void choose(kind)}>{say(templates[kind] === undefined ? 'settings.templateChoose' : 'settings.change')}</Button>
            {templates[kind] === undefined ? null : <Button small kind="quiet" onClick={() => void set(kind, null)}>{say('settings.stop')}</Button>}
            {templates[kind] === undefined && stopped[kind] !== undefined ? <Button small kind="quiet" onClick={() => void set(kind, stopped[kind] ?? null)}>{say('settings.templateAgain')}</Button> : null}
          </div>
        </div>
      ))}
      {fault ? <p className="field-error" role="alert">{fault}</p> : null}
      <span className="field-hint">{say('settings.templateHint')}</span>
    </>
  );
}

export const templateSection: Section = { title: 'settings.templates', View: Template };
