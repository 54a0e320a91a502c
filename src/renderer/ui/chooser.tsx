import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from './dialog.tsx';

export interface ChooserItem {
  readonly id: string;
  readonly label: string;
  /** What stands to the right: a group, a slugline, a time. */
  readonly about: string;
  /** Keys that do the same. */
  readonly keys: string;
}
interface ChooserProps {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly items: readonly ChooserItem[];
  /** Said where nothing fits. */
  readonly empty: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** A field to type in and a list that follows it: arrows, Enter, Escape. */
export function Chooser({ label, query, onQuery, items, empty, onChoose, onClose }: ChooserProps): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ index: 0, query });
  // Other words, other choices: the first one again.
  const current = at.query === query ? Math.min(at.index, Math.max(0, items.length - 1)) : 0;
  const go = (index: number): void => setAt({ index: (index + items.length) % Math.max(1, items.length), query });
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [current, items]);
  const key = (event: KeyboardEvent): void => {
    const chosen = items[current];
    if (event.key === 'ArrowDown') go(current + 1);
    else if (event.key === 'ArrowUp') go(current - 1);
    else if (event.key === 'PageDown') go(Math.min(current + 8, items.length - 1));
    else if (event.key === 'PageUp') go(Math.max(current - 8, 0));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) onChoose(chosen.id);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog label={label} kind="chooser" onClose={onClose}>
      <input
        autoFocus
        className="input chooser-input"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={items.length > 0 ? `${id}-${current}` : undefined}
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={key}
      />
      <div ref={list} id={`${id}-list`} className="chooser-list" role="listbox" aria-label={label}>
        {items.map((item, index) => (
          <div key={item.id} id={`${id}-${index}`} role="option" aria-selected={index === current} className="chooser-item" onMouseMove={() => index !== current && go(index)} onClick={() => onChoose(item.id)}>
            <span className="chooser-label">{item.label}</span>
            <span className="chooser-about">{item.about}</span>
            {item.keys ? <kbd>{item.keys}</kbd> : null}
          </div>
        ))}
      </div>
      <p className={items.length === 0 ? 'empty' : 'visually-hidden'} role="status">{items.length === 0 ? empty : ''}</p>
    </Dialog>
  );
}
