import { type ReactNode, useId } from 'react';
import { say } from '../../language/index.ts';
import './notes.css';
import type { Notes } from './use-notes.ts';

/** A pad beside the article: telephone numbers, what somebody said, what is still to be asked. It goes nowhere. */
export function NotesPanel({ notes, disabled }: { readonly notes: Notes; readonly disabled: boolean }): ReactNode {
  const id = useId();
  return (
    <div className="notes">
      <p id={id} className="field-hint">{say('details.padAbout')}</p>
      <textarea className="input notes-pad" aria-label={say('details.pad')} aria-describedby={id} value={notes.text ?? ''} disabled={disabled} readOnly={notes.text === null} onChange={(event) => notes.change(event.target.value)} />
      <p className="field-error" role="status">{notes.trouble}</p>
    </div>
  );
}
