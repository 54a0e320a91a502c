import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { say } from '../../language/index.ts';
import { Field } from '../ui/field.tsx';

interface TagsFieldProps {
  readonly value: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (tags: string[]) => void;
}

/** Tags as chips: Enter or a comma adds, Backspace in the empty input takes the last. */
export function TagsField({ value, disabled, onChange }: TagsFieldProps): ReactNode {
  const [text, setText] = useState('');
  const add = (written: string): void => {
    const added = written.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
    if (added.length > 0) onChange([...new Set([...value, ...added])]);
    setText('');
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  return (
    <Field label={say('details.tags')} name="tags" hint={say('details.tagsHint')}>
      {(ids) => (
        <div className="chips-input">
          {value.map((tag) => (
            <span key={tag} className="tag">
              {tag}
              <button type="button" disabled={disabled} aria-label={say('details.removeNamed', { name: tag })} onClick={() => onChange(value.filter((other) => other !== tag))}>{'×'}</button>
            </span>
          ))}
          <input id={ids.id} aria-describedby={ids['aria-describedby']} autoComplete="off" disabled={disabled} value={text} onKeyDown={key} onBlur={() => add(text)} onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value))} />
        </div>
      )}
    </Field>
  );
}
