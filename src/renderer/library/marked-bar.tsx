import type { ReactNode } from 'react';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import type { Marked } from './use-marked.ts';

/** What can be done with the articles chosen together; nothing where none is. */
export function MarkedBar({ marked, onExport }: { readonly marked: Marked; readonly onExport: () => void }): ReactNode {
  const { size } = marked.rows;
  if (size === 0) return null;
  return (
    <div className="marked-bar" role="group" aria-label={say('library.markedGroup')}>
      <span role="status">{say('library.marked', { count: size })}</span>
      <Button small kind="primary" onClick={onExport}>{say('library.markedExport')}</Button>
      <Button small kind="quiet" onClick={marked.clear}>{say('library.markedClear')}</Button>
    </div>
  );
}
