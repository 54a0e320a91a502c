import type { ComponentProps, ReactNode } from 'react';
import './entry.css';

export interface LineProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A labelled input of a small form: of a block, or of a row of the settings. */
export function Entry({ label, value, onText, ...rest }: LineProps): ReactNode {
  return (
    <label className="entry">
      <span>{label}</span>
      <input {...rest} className="input" value={value} autoComplete="off" spellCheck={false} onChange={(event) => onText(event.target.value)} />
    </label>
  );
}
