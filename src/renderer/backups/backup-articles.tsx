import { type ReactNode, useEffect, useState } from 'react';
import type { BackupRow } from '../../ipc/backups.ts';
import type { ArticleSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { moment } from '../ui/times.ts';

export const nameOf = (row: ArticleSummary): string => row.headline || row.slugline || say('library.untitled');

interface BackupArticlesProps {
  readonly backup: BackupRow;
  readonly zone: string;
  readonly onRestore: (row: ArticleSummary) => void;
}

/** What one backup holds, to be searched, each article with the button that brings it back. */
export function BackupArticles({ backup, zone, onRestore }: BackupArticlesProps): ReactNode {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ readonly total: number; readonly rows: readonly ArticleSummary[] } | null>(null);
  const notices = useNotices();
  const { id } = backup;
  useEffect(() => {
    let isCurrent = true;
    // A look is a process of its own: a word is waited for, not each letter.
    const timer = setTimeout(() => {
      void call('backups.look', { backupId: id, query }).then((result) => {
        if (!isCurrent) return;
        if (result.ok) setFound(result.value);
        else notices.fail(result.error);
      });
    }, query === '' ? 0 : 200);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [id, query, notices]);
  return (
    <section className="backup-articles" aria-label={say('backups.articlesOf')}>
      <input type="search" className="input" placeholder={say('backups.search')} aria-label={say('backups.search')} value={query} onChange={(event) => setQuery(event.target.value)} />
      {found && found.rows.length === 0 ? <p className="empty">{say(query === '' ? 'backups.emptyBackup' : 'backups.nothingFound')}</p> : null}
      <ul>
        {(found?.rows ?? []).map((row) => (
          <li key={row.id}>
            <div>
              <b>{nameOf(row)}</b>
              <span>{[row.slugline, say('backups.changed', { time: moment(row.changedAtMs, zone) }), row.trashedAtMs === null ? '' : say('backups.inTrash')].filter((part) => part !== '').join(' · ')}</span>
            </div>
            <Button small aria-label={say('backups.restoreArticleAbout', { name: nameOf(row) })} onClick={() => onRestore(row)}>{say('backups.restoreArticle')}</Button>
          </li>
        ))}
      </ul>
      {found && found.total > found.rows.length ? <p className="empty">{say('backups.shown', { shown: found.rows.length, total: found.total })}</p> : null}
    </section>
  );
}
