import { type ReactNode, useState } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, TextArea } from '../ui/field.tsx';

interface NameFormProps {
  readonly name: string;
  readonly note: string;
  readonly onDone: (name: string, note: string) => void;
  readonly onCancel: () => void;
}

/** A revision's name and note. */
export function NameForm({ name, note, onDone, onCancel }: NameFormProps): ReactNode {
  const [draft, setDraft] = useState({ name, note });
  return (
    <form
      className="name-form"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.name.trim() !== '') onDone(draft.name.trim(), draft.note.trim());
      }}
    >
      <Field label={say('history.nameLabel')} hint={say('history.nameHint')}>
        {(ids) => <Input {...ids} autoFocus value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />}
      </Field>
      <Field label={say('history.noteLabel')}>
        {(ids) => <TextArea {...ids} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />}
      </Field>
      <div>
        <Button small type="submit" disabled={draft.name.trim() === ''}>{say('history.nameSave')}</Button>
        <Button small kind="quiet" onClick={onCancel}>{say('library.cancel')}</Button>
      </div>
    </form>
  );
}
