import { Fragment, type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import './controls.css';

export interface MenuItem {
  readonly label: string;
  /** Stands above the item, where a group of items begins. */
  readonly heading?: string;
  /** The key that does the same. */
  readonly hint?: string;
  readonly danger?: boolean;
  readonly run: () => void;
}
interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

/** A button with a menu. The popover attribute brings the top layer, Escape and light dismissal. */
export function Menu({ label, items, children }: MenuProps): ReactNode {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const place = (): void => {
    const box = opener.current?.getBoundingClientRect();
    if (!box || !menu.current) return;
    const rows = items.length + items.filter(({ heading }) => heading !== undefined).length;
    menu.current.style.top = `${Math.max(8, Math.min(box.bottom + 2, window.innerHeight - rows * 30 - 16))}px`;
    menu.current.style.left = `${Math.max(8, Math.min(box.right - 170, window.innerWidth - 186))}px`;
  };
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const index = all.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
    event.stopPropagation();
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  };
  return (
    <>
      <button ref={opener} type="button" className="btn quiet small menu-opener" aria-label={label} aria-haspopup="menu" popoverTarget={id}>{children}</button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        className="menu"
        aria-label={label}
        onKeyDown={move}
        onClick={(event) => event.stopPropagation()}
        onBeforeToggle={place}
        onToggle={(event) => event.newState === 'open' && menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()}
      >
        {items.map((item) => (
          <Fragment key={item.label}>
          {item.heading === undefined ? null : <div className="menu-heading" role="presentation">{item.heading}</div>}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={item.danger ? 'danger' : ''}
            // One item is the chosen one, by mouse as by keys.
            onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
            onClick={() => {
              menu.current?.hidePopover();
              item.run();
            }}
          >
            {item.label}
            {item.hint === undefined ? null : <kbd aria-hidden="true">{item.hint}</kbd>}
          </button>
          </Fragment>
        ))}
      </div>
    </>
  );
}
