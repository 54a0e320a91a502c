import type { ComponentProps, ReactNode } from 'react';
import './controls.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary` at most once a view (the look). */
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly small?: boolean;
  readonly wide?: boolean;
  /** What it does cannot be taken back. */
  readonly danger?: boolean;
}

export function Button({ kind = 'plain', small = false, wide = false, danger = false, ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} className={['btn', kind, small ? 'small' : '', wide ? 'wide' : '', danger ? 'danger' : ''].join(' ')} />;
}
