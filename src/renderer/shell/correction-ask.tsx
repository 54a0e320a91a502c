import { type ReactNode, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { isExplained } from '../../article/corrections.ts';
import type { Metadata } from '../../article/metadata.ts';
import type { ArticleState } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { nowIn } from '../details/time-draft.ts';
import type { SinceRevision } from '../history/history-panel.tsx';
import { Button } from '../ui/button.tsx';

interface CorrectionAskProps {
  readonly article: Article;
  readonly state: ArticleState;
  readonly since: readonly SinceRevision[];
  readonly zone: string;
  readonly setMetadata: (patch: Partial<Metadata>) => void;
  readonly onField: (field: string) => void;
}

/** Asks for a note to the readers while a published article is another than the one that went out, and nothing says so yet. */
export function CorrectionAsk({ article, state, since, zone, setMetadata, onField }: CorrectionAskProps): ReactNode {
  /** Instant of the version whose changes are too small for a note, as the person said. */
  const [spared, setSpared] = useState('');
  const changedSince = useMemo(() => {
    if (state !== 'published') return null;
    const newest = since.toSorted((a, b) => Date.parse(b.revision.time.instant) - Date.parse(a.revision.time.instant))[0];
    return newest && newest.changes > 0 ? newest.revision.time.instant : null;
  }, [state, since]);
  if (changedSince === null || changedSince === spared || isExplained(article.metadata, changedSince)) return null;
  const write = (): void => {
    const { corrections } = article.metadata;
    const unwritten = corrections.some(({ text }) => text.trim() === '');
    if (!unwritten) setMetadata({ corrections: [...corrections, { at: nowIn(zone), kind: 'correction', text: '' }] });
    onField('corrections');
  };
  return (
    <div className="ask-bar" role="status" aria-label={say('library.correctionAsk')}>
      <span>{say('library.correctionAsk')}</span>
      <Button small onClick={write}>{say('library.correctionWrite')}</Button>
      <Button small kind="quiet" onClick={() => setSpared(changedSince)}>{say('library.correctionSpare')}</Button>
    </div>
  );
}
