import { type ReactNode, useId, useState } from 'react';
import type { Typing } from '../../article/newsroom/typing.ts';
import type { Snippet } from '../../article/newsroom/snippets.ts';
import { snippetBlocks } from '../../article/snippet-blocks.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Entry } from '../ui/entry.tsx';
import type { Section, SectionProps } from './section.ts';
import { useKeptList } from './use-kept-list.ts';

/** `substitutions`: short forms that stand for a word already. */
const errorOf = (substitutions: Typing['substitutions']) => (snippets: readonly Snippet[]): string => {
  for (const [index, snippet] of snippets.entries()) {
    const { name, short } = snippet;
    if (name.trim() === '') return say('settings.snippetNameless');
    if (/\s/u.test(short)) return say('settings.snippetShort', { name });
    const isTaken = short !== '' && (substitutions.some((other) => other.short === short) || snippets.findIndex((other) => other.short === short) !== index);
    if (isTaken) return say('settings.shortTwice', { short });
    const blocks = snippetBlocks(snippet);
    if (!blocks.ok) return say('settings.snippetFault', { name, what: blocks.error.message });
    if (blocks.value.length === 0) return say('settings.snippetEmpty', { name });
  }
  return '';
};

/** Passages that are put in again and again. */
function Snippets({ settings, set }: SectionProps): ReactNode {
  const { newsroom } = settings;
  const list = useKeptList(newsroom.snippets, errorOf(newsroom.typing.substitutions), (items) => set({ newsroom: { ...newsroom, snippets: [...items] } }));
  return (
    <div className="settings-fields" onBlur={list.onBlur}>
      <p>{say('settings.snippetsAbout')}</p>
      {list.items.map((snippet, index) => (
        // A name is typed here: its place is what a snippet is known by.
        <OneSnippet key={index} snippet={snippet} onChange={(next) => list.change(index, next)} onRemove={() => list.set(list.items.filter((_, at) => at !== index))} />
      ))}
      {list.error ? <p className="field-error" role="alert">{list.error}</p> : null}
      <div><Button small onClick={() => list.set([...list.items, { name: '', short: '', markdown: '' }])}>{say('settings.snippetAdd')}</Button></div>
    </div>
  );
}

interface OneSnippetProps {
  readonly snippet: Snippet;
  readonly onChange: (snippet: Snippet) => void;
  readonly onRemove: () => void;
}

function OneSnippet({ snippet, onChange, onRemove }: OneSnippetProps): ReactNode {
  const id = useId();
  const [isNew] = useState(snippet.name === '');
  const name = snippet.name || say('settings.snippetNew');
  return (
    <details className="settings-row" open={isNew}>
      <summary><b>{name}</b> <span>{snippet.short}</span></summary>
      <div className="block-form">
        <Entry label={say('editor.name')} value={snippet.name} onText={(text) => onChange({ ...snippet, name: text })} />
        <Entry label={say('settings.short')} value={snippet.short} onText={(short) => onChange({ ...snippet, short })} />
      </div>
      <label className="entry outline-text" htmlFor={id}>
        <span>{say('settings.snippetText')}</span>
        <textarea id={id} className="input" rows={5} spellCheck={false} value={snippet.markdown} onChange={(event) => onChange({ ...snippet, markdown: event.target.value })} />
      </label>
      <Button small onClick={onRemove}>{say('settings.snippetRemove', { name })}</Button>
    </details>
  );
}

export const snippetsSection: Section = { title: 'settings.snippets', View: Snippets };
