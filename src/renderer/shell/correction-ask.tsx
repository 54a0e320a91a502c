import { type ReactNode, useMemo } from 'react';
import type { Article } from '../../article/article.ts';
import { isExplained } from '../../article/corrections.ts';
import type { Metadata } from '../../article/metadata.ts';
import type { ArticleState, Settings } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { nowIn } from '../details/time-draft.ts';
import type { SinceRevision } from '../history/history-panel.tsx';
import { Button } from '../ui/button.tsx';

interface CorrectionAskProps {
  readonly article: Article;
  readonly state: ArticleState;
  readonly since: readonly SinceRevision[];
  readonly settings: Pick<Settings, 'zone' | 'sparedNotes'>;
  readonly onSettings: (patch: Partial<Settings>) => void;
  readonly setMetadata: (patch: Partial<Metadata>) => void;
  readonly onField: (field: string) => void;
}

/** Articles whose answer is remembered: those of the last weeks. */
const mostSpared = 500;

/** Asks for a note to the readers while a published article is another than the one that went out, and nothing says so yet. That it is too small for one is remembered until more has changed. */
export function CorrectionAsk({ article, state, since, settings: { zone, sparedNotes }, onSettings, setMetadata, onField }: CorrectionAskProps): ReactNode {
  const changed = useMemo(() => {
    if (state !== 'published') return null;
    const newest = since.toSorted((a, b) => Date.parse(b.revision.time.instant) - Date.parse(a.revision.time.instant))[0];
    return newest && newest.changes > 0 ? { since: newest.revision.time.instant, changes: newest.changes } : null;
  }, [state, since]);
  const isSpared = sparedNotes.some((spared) => spared.articleId === article.id && spared.since === changed?.since && changed.changes <= spared.changes);
  if (changed === null || isSpared || isExplained(article.metadata, changed.since)) return null;
  const spare = (): void => onSettings({ sparedNotes: [{ articleId: article.id, ...changed }, ...sparedNotes.filter(({ articleId }) => articleId !== article.id)].slice(0, mostSpared) });
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
      <Button small kind="quiet" onClick={spare}>{say('library.correctionSpare')}</Button>
    </div>
  );
}
