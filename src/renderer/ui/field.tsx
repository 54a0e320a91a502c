import { type ComponentProps, type ReactNode, useId } from 'react';
import './controls.css';

interface FieldProps {
  readonly label: string;
  /** What the field holds, by which others find it. */
  readonly name?: string;
  /** What stands to the right of the label: a count, a unit. */
  readonly aside?: ReactNode;
  readonly hint?: string;
  /** What is wrong with the value and what to do; shown and announced. */
  readonly error?: string | null;
  /** Gets the id its input must carry, and the id of the hint or error that describes it. */
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': boolean }) => ReactNode;
}

/** A label, its input, a hint and an error, joined so that screen readers read them together. */
export function Field({ label, name, aside, hint, error, children }: FieldProps): ReactNode {
  const id = useId();
  const describedBy = error || hint ? `${id}-about` : undefined;
  return (
    <div className="field" data-field={name}>
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {aside === undefined ? null : <span className="field-hint">{aside}</span>}
      </div>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': Boolean(error) })}
      {error ? <div id={describedBy} className="field-error">{error}</div> : hint ? <div id={describedBy} className="field-hint">{hint}</div> : null}
    </div>
  );
}

export function Input(props: Omit<ComponentProps<'input'>, 'className'>): ReactNode {
  return <input autoComplete="off" spellCheck={false} {...props} className="input" />;
}

export function TextArea(props: Omit<ComponentProps<'textarea'>, 'className'>): ReactNode {
  return <textarea rows={2} {...props} className="input" />;
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}
interface SelectProps<Value extends string> extends Omit<ComponentProps<'select'>, 'className' | 'value' | 'onChange'> {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** The system's select: quick, and known to every screen reader. */
export function Select<Value extends string>({ value, choices, onChoose, ...rest }: SelectProps<Value>): ReactNode {
  return (
    <select
      {...rest}
      className="input"
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.target.value);
        if (chosen) onChoose(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>{choice.label}</option>
      ))}
    </select>
  );
}
