import { type ReactNode, useEffect, useState } from 'react';
import type { ArticleSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { nameOf } from '../library/row.tsx';
import { Chooser } from '../ui/chooser.tsx';
import { useNotices } from '../ui/notices.tsx';
import { brief } from '../ui/times.ts';

/** Rows offered at once: more words find the rest. */
const mostOffered = 30;

/** Goes to another article by a word of it, the ones changed last first. */
export function QuickSwitch({ zone, openId, onOpen, onClose }: { readonly zone: string; readonly openId: string | null; readonly onOpen: (row: ArticleSummary) => void; readonly onClose: () => void }): ReactNode {
  const notices = useNotices();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ readonly rows: readonly ArticleSummary[]; readonly atMs: number } | null>(null);
  useEffect(() => {
    let isNewest = true;
    void call('articles.list', { query, filter: 'all', sort: 'changed', offset: 0, limit: mostOffered }).then((result) => {
      if (!isNewest) return;
      if (result.ok) setFound({ rows: result.value.rows.filter(({ id }) => id !== openId), atMs: Date.now() });
      else notices.fail(result.error);
    });
    return () => { isNewest = false; };
  }, [query, openId, notices]);
  const rows = found?.rows ?? [];
  const items = rows.map((row) => ({ id: row.id, label: nameOf(row), about: [row.slugline, brief(row.changedAtMs, zone, found?.atMs ?? 0)].filter((part) => part !== '').join('  '), keys: '' }));
  return (
    <Chooser label={say('commands.articleSearch')} query={query} onQuery={setQuery} items={items} empty={found ? say('commands.articleNone') : ''} onClose={onClose} onChoose={(id) => {
      const row = rows.find((one) => one.id === id);
      onClose();
      if (row) onOpen(row);
    }} />
  );
}
