import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

interface RowKeys {
  /** The row that takes the Tab key. */
  readonly stop: number;
  readonly setStop: (index: number) => void;
  /** For the list's `onKeyDown`. */
  readonly move: (event: KeyboardEvent) => void;
  /** For the list's `onBlur`. */
  readonly leave: (event: FocusEvent) => void;
}

/** Rows Page Up and Page Down go. */
const pageOfRows = 8;

/** Arrows, Page Up and Down, Home and End through a list of which only what is in sight is there: its rows are told by `data-row`. */
export function useRowKeys(count: number, scroller: RefObject<HTMLElement | null>, show: (index: number) => void): RowKeys {
  const [stop, setStop] = useState(0);
  const awaited = useRef<number | null>(null);
  /** Focuses a row once it is there; until then the list keeps the keys. */
  const focusAwaited = useCallback(() => {
    if (awaited.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${awaited.current}"]`);
    (row ?? scroller.current)?.focus({ preventScroll: true });
    if (row) awaited.current = null;
  }, [scroller]);
  useEffect(focusAwaited);
  const move = (event: KeyboardEvent): void => {
    const next = { ArrowDown: stop + 1, ArrowUp: stop - 1, PageDown: stop + pageOfRows, PageUp: stop - pageOfRows, Home: 0, End: count - 1 }[event.key];
    if (next === undefined || count === 0) return;
    event.preventDefault();
    const index = Math.min(Math.max(next, 0), count - 1);
    setStop(index);
    show(index);
    awaited.current = index;
    focusAwaited();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) awaited.current = null;
  };
  return { stop, setStop, move, leave };
}
