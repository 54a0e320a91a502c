import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RevisionCause } from '../../ipc/contract.ts';
import { api, call } from '../api.ts';
import { blockHistoryEvent } from '../ui/block-history-event.ts';
import { useNotices } from '../ui/notices.tsx';
import { revisionsMadeEvent } from '../ui/revisions-made-event.ts';
import { type ActionContext, type Chosen, type HistoryContext, type HistoryDesk, Opening, page, type VersionShown } from './history-desk.ts';
import { makingActions } from './history-making.ts';
import { restoringActions } from './history-restoring.ts';
import { viewingActions } from './history-viewing.ts';

/** Revisions of the open article: making, naming, reading, comparing and restoring them. */
export function useHistory({ editor, opened, refresh, show, showBeside, setState }: HistoryContext): HistoryDesk {
  const notices = useNotices();
  const [view, setView] = useState<VersionShown>(page);
  const [tick, setTick] = useState(0);
  const [chosen, setChosen] = useState<Chosen>({ ids: [], known: [] });
  const [blockId, setBlockId] = useState<string | null>(null);
  const [opening] = useState(() => new Opening());
  const articleId = opened.article.id;
  // Storage makes revisions of its own: after a pause in typing, and every five minutes without one.
  useEffect(() => api.on('library-changed', () => setTick((count) => count + 1)), []);
  useEffect(() => {
    const look = (): void => setTick((count) => count + 1);
    document.addEventListener(revisionsMadeEvent, look);
    return () => document.removeEventListener(revisionsMadeEvent, look);
  }, []);
  const make = useCallback(
    async (cause: RevisionCause, name = '', note = '') => {
      await editor.current?.flush();
      const result = await call('revisions.make', { articleId, cause, name, note });
      setTick((count) => count + 1);
      refresh();
      if (result.ok) return result.value;
      notices.fail(result.error);
      return null;
    },
    [articleId, editor, notices, refresh],
  );
  const showBlock = useCallback(
    (id: string | null) => {
      setBlockId(id);
      if (id !== null) show('history');
    },
    [show],
  );
  useBlockHistory(showBlock);
  return useMemo<HistoryDesk>(() => {
    const context: ActionContext = { articleId, editor, notices, make, view, setView, opening, chosen, show, showBeside, setState, refresh, changed: () => setTick((count) => count + 1) };
    return {
      view, tick, make, blockId, showBlock,
      chosen: chosen.ids,
      choose: (ids, known) => setChosen({ ids, known }),
      close: () => {
        opening.begin(null);
        setView(page);
      },
      refresh: context.changed,
      ...makingActions(context),
      ...viewingActions(context),
      ...restoringActions(context),
    };
  }, [articleId, editor, notices, make, view, tick, opening, chosen, blockId, showBlock, show, showBeside, setState, refresh]);
}

/** The history of a block that its handle asked for. */
function useBlockHistory(show: (blockId: string) => void): void {
  useEffect(() => {
    const hear = (event: Event): void => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') show(event.detail);
    };
    document.addEventListener(blockHistoryEvent, hear);
    return () => document.removeEventListener(blockHistoryEvent, hear);
  }, [show]);
}
