import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenedArticle } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { api, call } from '../api.ts';
import { useKeptBeside } from '../ui/kept-beside.ts';
import { NotesKeeper } from './notes-keeper.ts';

export interface Notes {
  /** null until they are read. */
  readonly text: string | null;
  readonly change: (text: string) => void;
  /** A sentence where they cannot be read or kept; '' where all is well. */
  readonly trouble: string;
}

/** The notes beside an open article. `isWanted`: they are read only once the page is there. */
export function useNotes(opened: OpenedArticle, isWanted: boolean): Notes {
  const [text, setText] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  const keeper = useRef<NotesKeeper | null>(null);
  const flush = useCallback(() => keeper.current?.flush() ?? Promise.resolve(true), []);
  useKeptBeside(flush);
  useEffect(() => {
    if (!isWanted) return undefined;
    const { id: articleId } = opened.article;
    let isHere = true;
    void call('notes.read', { articleId }).then((result) => {
      if (!isHere) return;
      if (!result.ok) return setTrouble(result.error.message);
      keeper.current = new NotesKeeper({ stored: result.value.text, send: (changed) => call('notes.write', { articleId, text: changed }), onTrouble: (reason) => isHere && setTrouble(reason === '' ? '' : say('library.notSaved', { reason })) });
      setText(result.value.text);
    });
    const stops = [api.on('closing', () => void flush()), api.on('storage-restarted', () => void flush())];
    return () => {
      isHere = false;
      for (const stop of stops) stop();
      void flush();
      keeper.current = null;
    };
  }, [opened, isWanted, flush]);
  const change = useCallback((changed: string) => {
    setText(changed);
    keeper.current?.changed(changed);
  }, []);
  return useMemo(() => ({ text, change, trouble }), [text, change, trouble]);
}
