import type { KeyboardEvent, ReactNode } from 'react';
import type { BackupRow } from '../../ipc/backups.ts';
import { say } from '../../language/index.ts';
import { moment } from '../ui/times.ts';
import { sizeText } from '../ui/size-text.ts';

interface BackupListProps {
  readonly rows: readonly BackupRow[];
  readonly chosen: string | null;
  readonly zone: string;
  readonly onChoose: (id: string) => void;
}

/** Every backup, newest first. Up and down go through them, as in any list. */
export function BackupList({ rows, chosen, zone, onChoose }: BackupListProps): ReactNode {
  const move = (event: KeyboardEvent<HTMLUListElement>): void => {
    const at = rows.findIndex(({ id }) => id === chosen);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = next === undefined ? undefined : rows[Math.min(Math.max(next, 0), rows.length - 1)];
    if (!row) return;
    event.preventDefault();
    onChoose(row.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-backup="${row.id}"]`)?.focus();
  };
  return (
    <ul className="backup-list" role="listbox" aria-label={say('backups.list')} onKeyDown={move}>
      {rows.map((row, index) => (
        <li
          key={row.id}
          role="option"
          aria-selected={row.id === chosen}
          data-backup={row.id}
          tabIndex={row.id === chosen || (chosen === null && index === 0) ? 0 : -1}
          onClick={() => onChoose(row.id)}
        >
          <b>{moment(row.takenAtMs, zone)}</b>
          <span>{`${say(`backups.reason-${row.reason}`)}${row.place === 'second' ? ` · ${say('backups.onSecond')}` : ''}`}</span>
          <span>{say('backups.counts', { articles: row.articles, size: sizeText(row.bytes) })}</span>
          {row.newest ? <span className="backup-newest">{say('backups.newest', { name: row.newest.name, time: moment(row.newest.changedAtMs, zone) })}</span> : null}
        </li>
      ))}
    </ul>
  );
}
