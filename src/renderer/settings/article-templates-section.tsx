import { type ReactNode, useId, useState } from 'react';
import { articleFromTemplate } from '../../article/from-template.ts';
import { type ArticleTemplate, ownTemplates } from '../../article/newsroom/article-templates.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Entry } from '../ui/entry.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

function errorOf(templates: readonly ArticleTemplate[]): string {
  if (templates.some(({ name }) => name.trim() === '')) return say('settings.outlineNameless');
  for (const template of templates) {
    const made = articleFromTemplate(template, '');
    if (!made.ok) return say('commands.templateFault', { name: template.name, what: made.error.message });
  }
  return '';
}

/** What an article can begin as. */
function ArticleTemplates({ settings, set }: SectionProps): ReactNode {
  const { newsroom } = settings;
  const list = useKeptList(newsroom.articleTemplates, errorOf, (items) => set({ newsroom: { ...newsroom, articleTemplates: [...items] } }));
  const missing = ownTemplates.filter(({ name }) => !list.items.some((item) => item.name === name));
  return (
    <div className="settings-fields" onBlur={list.onBlur}>
      <p>{say('settings.outlinesAbout')}</p>
      {list.items.map((template, index) => (
        // A name is typed here: its place is what a template is known by.
        <Template key={index} template={template} onChange={(next) => list.change(index, next)} onRemove={() => list.set(list.items.filter((_, at) => at !== index))} />
      ))}
      {list.error ? <p className="field-error" role="alert">{list.error}</p> : null}
      <div className="settings-folder">
        <Button small onClick={() => list.set([...list.items, { name: '', markdown: '' }])}>{say('settings.outlineAdd')}</Button>
        {missing.length > 0 ? <Button small kind="quiet" onClick={() => list.set([...list.items, ...missing])}>{say('settings.outlinesBack', { count: missing.length })}</Button> : null}
      </div>
    </div>
  );
}

interface TemplateProps {
  readonly template: ArticleTemplate;
  readonly onChange: (template: ArticleTemplate) => void;
  readonly onRemove: () => void;
}

function Template({ template, onChange, onRemove }: TemplateProps): ReactNode {
  const id = useId();
  const [isNew] = useState(template.name === '');
  const name = template.name || say('settings.outlineNew');
  return (
    <details className="settings-row" open={isNew}>
      <summary><b>{name}</b></summary>
      <div className="block-form">
        <Entry label={say('editor.name')} value={template.name} onText={(text) => onChange({ ...template, name: text })} />
      </div>
      <label className="entry outline-text" htmlFor={id}>
        <span>{say('settings.outlineText')}</span>
        <textarea id={id} className="input" rows={12} spellCheck={false} value={template.markdown} onChange={(event) => onChange({ ...template, markdown: event.target.value })} />
      </label>
      <Button small onClick={onRemove}>{say('settings.outlineRemove', { name })}</Button>
    </details>
  );
}

export const articleTemplatesSection: Section = { title: 'settings.outlines', View: ArticleTemplates };
