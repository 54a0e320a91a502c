import type { ComponentProps, ReactNode } from 'react';
import './controls.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary` at most once a view (the look). */
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly small?: boolean;
  readonly wide?: boolean;
}

export function Button({ kind = 'plain', small = false, wide = false, ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} className={['btn', kind, small ? 'small' : '', wide ? 'wide' : ''].join(' ')} />;
}
