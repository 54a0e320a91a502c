import { memo, type MouseEvent, type ReactNode, type Ref } from 'react';
import type { ArticleSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Menu } from '../ui/menu.tsx';
import { brief } from '../ui/times.ts';

export interface RowActions {
  readonly open: (row: ArticleSummary) => void;
  readonly duplicate: (row: ArticleSummary) => void;
  readonly trash: (row: ArticleSummary) => void;
  readonly untrash: (row: ArticleSummary) => void;
  /** Asks twice, then deletes for good. */
  readonly erase: (row: ArticleSummary) => void;
}
interface RowProps {
  readonly row: ArticleSummary;
  readonly index: number;
  readonly top: number;
  readonly isOpen: boolean;
  readonly isStop: boolean;
  readonly zone: string;
  readonly nowMs: number;
  readonly actions: RowActions;
  readonly ref: Ref<HTMLLIElement>;
  readonly onFocus: (index: number) => void;
  readonly isMarked: boolean;
  /** Some row is marked: every row shows its box. */
  readonly isMarking: boolean;
  readonly onMark: (row: ArticleSummary, index: number, how: 'toggle' | 'extend') => void;
}

export const nameOf = (row: ArticleSummary): string => row.headline || row.slugline || say('library.untitled');

/** One article of the library. `isStop`: the one row that takes the Tab key. */
export const Row = memo(function Row({ row, index, top, isOpen, isStop, zone, nowMs, actions, ref, onFocus, isMarked, isMarking, onMark }: RowProps): ReactNode {
  const items = row.trashedAtMs === null
    ? [
        { label: say('library.open'), run: () => actions.open(row) },
        { label: say(isMarked ? 'library.unmark' : 'library.mark'), run: () => onMark(row, index, 'toggle') },
        { label: say('library.duplicate'), run: () => actions.duplicate(row) },
        { label: say('library.trash'), danger: true, run: () => actions.trash(row) },
        { label: say('library.erase'), danger: true, run: () => actions.erase(row) },
      ]
    : [
        { label: say('library.untrash'), run: () => actions.untrash(row) },
        { label: say('library.duplicate'), run: () => actions.duplicate(row) },
        { label: say('library.erase'), danger: true, run: () => actions.erase(row) },
      ];
  const click = (event: MouseEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) onMark(row, index, event.shiftKey ? 'extend' : 'toggle');
    else actions.open(row);
  };
  return (
    <li ref={ref} data-index={index} className={`row${isOpen ? ' on' : ''}${isMarking ? ' marking' : ''}`} style={{ transform: `translateY(${top}px)` }}>
      <button type="button" className="row-open" data-row={index} tabIndex={isStop ? 0 : -1} aria-current={isOpen ? 'true' : undefined} onFocus={() => onFocus(index)} onClick={click}>
        <span className="row-slug">
          <span>{row.slugline || say('library.noSlugline')}</span>
          <span>{brief(row.changedAtMs, zone, nowMs)}</span>
        </span>
        <span className={`row-headline${row.headline ? '' : ' untitled'}`}>{row.headline || say('library.untitled')}</span>
        <span className="row-facts">
          <span><i className={`dot ${row.state}`} />{say(`library.state-${row.state}`)}</span>
          <span>{say('library.words', { count: row.words })}</span>
        </span>
      </button>
      {isMarking && row.trashedAtMs === null ? <input type="checkbox" className="row-mark" tabIndex={-1} aria-label={say('library.markOf', { name: nameOf(row) })} checked={isMarked} onChange={() => onMark(row, index, 'toggle')} /> : null}
      <Menu label={say('library.rowMenu', { name: nameOf(row) })} items={items}>{'⋯'}</Menu>
    </li>
  );
});
