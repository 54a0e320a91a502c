import { type ComponentType, type InputHTMLAttributes, type ReactNode, useState } from 'react';
import { Field, Input } from '../ui/field.tsx';

interface KeptFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What is wrong with a text, '' for nothing: a wrong one is shown and not kept. */
  readonly errorOf: (text: string) => string;
  readonly onKeep: (text: string) => void;
  readonly input?: ComponentType<InputHTMLAttributes<HTMLInputElement>>;
}

/** A text that is kept when it is left or Enter is pressed, so that half a name is never in force. */
export function KeptField({ label, hint, value, errorOf, onKeep, input: One = Input }: KeptFieldProps): ReactNode {
  const [draft, setDraft] = useState(value);
  const error = errorOf(draft.trim());
  const keep = (): void => {
    if (error === '' && draft.trim() !== value) onKeep(draft.trim());
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => <One {...ids} value={draft} onChange={(event) => setDraft(event.target.value)} onBlur={keep} onKeyDown={(event) => event.key === 'Enter' && keep()} />}
    </Field>
  );
}
