import { type KeyboardEvent as ReactKeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { say } from '../../language/index.ts';
import { useNewsroom } from '../ui/newsroom.ts';
import { choicesFor, type Offered } from './block-choices.ts';
import type { Place } from './place.ts';
import type { MenuKeys } from './slash.ts';

interface BlockMenuProps {
  readonly place: Place;
  /** Words typed in the text after `/`; null where the menu has its own input. */
  readonly query: string | null;
  readonly onChoose: (choice: Offered) => void;
  readonly onClose: () => void;
  /** Hands the keys typed in the text to the menu; null takes them back. */
  readonly onKeys?: (keys: MenuKeys | null) => void;
}

/** The list of blocks: filtered by typing, arrows, Enter, Escape. */
export function BlockMenu({ place, query, onChoose, onClose, onKeys }: BlockMenuProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState({ index: 0, query: '' });
  const list = useRef<HTMLDivElement>(null);
  const { snippets } = useNewsroom();
  const choices = choicesFor(query ?? typed, snippets);
  // Other words, other choices: the first one again.
  const current = at.query === (query ?? typed) ? Math.min(at.index, choices.length - 1) : 0;
  const setIndex = (index: number): void => setAt({ index, query: query ?? typed });
  const answer = (event: KeyboardEvent | ReactKeyboardEvent): boolean => {
    const chosen = choices[current];
    if (event.key === 'ArrowDown') setIndex((current + 1) % Math.max(1, choices.length));
    else if (event.key === 'ArrowUp') setIndex((current - 1 + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Escape') onClose();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) onChoose(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  useEffect(() => {
    onKeys?.(answer);
    return () => onKeys?.(null);
  });
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [current]);
  return (
    <div className="float block-menu" style={{ left: place.left, top: place.top }} onBlur={(event) => query === null && !event.currentTarget.contains(event.relatedTarget) && onClose()}>
      {query === null ? (
        // The input is why the menu was opened.
        <input autoFocus className="input" role="combobox" aria-expanded aria-controls={id} aria-activedescendant={`${id}-${current}`} aria-label={say('editor.filterBlocks')} placeholder={say('editor.filterBlocks')} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={answer} />
      ) : null}
      <div ref={list} id={id} role="listbox" tabIndex={0} aria-label={say('editor.insertBlock')}>
        {choices.map((choice, order) => (
          <div
            key={`${choice.name} ${choice.hint}`}
            id={`${id}-${order}`}
            role="option"
            aria-selected={order === current}
            className={order === current ? 'on' : ''}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setIndex(order)}
            onClick={() => onChoose(choice)}
          >
            <span>{choice.name}</span>
            {choice.hint ? <kbd>{choice.hint}</kbd> : null}
          </div>
        ))}
        {choices.length === 0 ? <p>{say('editor.noBlock')}</p> : null}
      </div>
    </div>
  );
}
