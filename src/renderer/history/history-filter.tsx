import type { ReactNode } from 'react';
import type { RevisionCause, RevisionFilter } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { Input, Select } from '../ui/field.tsx';

export const everything: RevisionFilter = { show: 'all', author: '', cause: '' };
const shows = ['all', 'named', 'approved', 'exported', 'published'] as const satisfies readonly RevisionFilter['show'][];
const causes = ['typing-pause', 'explicit-save', 'import', 'restore', 'replace-all', 'before-close', 'approve', 'export', 'publish', 'merge'] as const satisfies readonly RevisionCause[];

interface HistoryFilterProps {
  readonly filter: RevisionFilter;
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly passage: string;
  readonly onFilter: (filter: RevisionFilter) => void;
  readonly onPassage: (passage: string) => void;
}

/** Which revisions to see, and when a sentence came or went. */
export function HistoryFilter({ filter, authors, passage, onFilter, onPassage }: HistoryFilterProps): ReactNode {
  return (
    <div className="history-filter" role="search" aria-label={say('history.search')}>
      <Input type="search" aria-label={say('history.search')} placeholder={say('history.searchHint')} value={passage} onChange={(event) => onPassage(event.target.value)} />
      <div>
        <Select aria-label={say('history.showWhich')} value={filter.show} choices={shows.map((value) => ({ value, label: say(`history.show-${value}`) }))} onChoose={(show) => onFilter({ ...filter, show })} />
        <Select aria-label={say('history.byAuthor')} value={filter.author} choices={[{ value: '', label: say('history.anyAuthor') }, ...authors.map(({ id, name }) => ({ value: id, label: name }))]} onChoose={(author) => onFilter({ ...filter, author })} />
        <Select aria-label={say('history.byCause')} value={filter.cause} choices={[{ value: '', label: say('history.anyCause') }, ...causes.map((value) => ({ value, label: say(`history.cause-${value}`) }))]} onChoose={(cause) => onFilter({ ...filter, cause })} />
      </div>
    </div>
  );
}
