import { type ReactNode, useEffect, useRef, useState } from 'react';
import { plainText } from '../../article/compare/index.ts';
import type { BlockVersion, RevisionSummary } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { aboutOf } from './revision-text.ts';

interface BlockHistoryProps {
  readonly articleId: string;
  readonly blockId: string;
  readonly tick: number;
  readonly onRestore: (revision: RevisionSummary, blockId: string) => void;
  readonly onClose: () => void;
}

/** Versions of one block asked for. */
const most = 200;

/** One block through all revisions that changed it. */
export function BlockHistory({ articleId, blockId, tick, onRestore, onClose }: BlockHistoryProps): ReactNode {
  const notices = useNotices();
  const [rows, setRows] = useState<readonly BlockVersion[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void call('revisions.ofBlock', { articleId, blockId, offset: 0, limit: most }).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setRows(result.value.rows);
      else notices.fail(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [articleId, blockId, tick, notices]);
  const back = useRef<HTMLButtonElement>(null);
  // Who asked for it goes on in it; Escape leads back to the text.
  useEffect(() => back.current?.focus(), [blockId]);
  return (
    <section className="block-history" aria-label={say('history.ofBlock')}>
      <div className="history-chosen"><span>{say('history.ofBlock')}</span><Button ref={back} small kind="quiet" onClick={onClose}>{say('history.allRevisions')}</Button></div>
      <ul className="versions" aria-label={say('history.blockVersions')}>
        {(rows ?? []).map(({ revision, block }) => (
          <li key={revision.id}>
            <span className="version-text">{block ? plainText(block) || say('history.empty') : say('history.takenOut')}</span>
            <span className="rev-facts">{`${say('history.revision', { number: revision.sequence })} · ${aboutOf(revision)}`}</span>
            {block ? <Button small onClick={() => onRestore(revision, blockId)}>{say('history.restoreBlock')}</Button> : null}
          </li>
        ))}
        {rows?.length === 0 ? <li className="empty">{say('history.blockNew')}</li> : null}
      </ul>
    </section>
  );
}
