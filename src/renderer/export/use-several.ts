import { useCallback, useRef, useState } from 'react';
import type { ExportedFile, ExportRequest } from '../../ipc/contract.ts';
import type { ExportSettings } from '../../ipc/export-settings.ts';
import { call } from '../api.ts';
import { useNotices } from '../ui/notices.tsx';
import { knownFormats } from './export-choices.tsx';
import { destinationOf, packed } from './packed.ts';

export interface SeveralArticle {
  readonly id: string;
  readonly name: string;
}

/** An article that was not written, and what was said about it. */
interface Unwritten {
  readonly article: SeveralArticle;
  readonly message: string;
}

/** How far the export of several articles is. */
export interface Run {
  /** The article being written; null where the run has ended. */
  readonly current: SeveralArticle | null;
  readonly done: number;
  readonly count: number;
  readonly folder: string;
  readonly files: readonly ExportedFile[];
  /** The zip of them all, once the run has ended; null where there is none. */
  readonly zip: ExportedFile | null;
  readonly writtenArticles: number;
  /** Stopped by the gate. */
  readonly blocked: readonly Unwritten[];
  readonly failures: readonly Unwritten[];
  readonly isCancelled: boolean;
}

interface Wanted extends Pick<ExportRequest, 'folder' | 'override'> {
  readonly articles: readonly SeveralArticle[];
  readonly settings: ExportSettings;
}

/** What ends a run: the next article would fare no better. */
const ofTheDisk: ReadonlySet<string> = new Set(['disk-full', 'not-writable']);

/** Writes one article after the other; what one of them says does not stop the others. */
export function useSeveral(onBefore: () => Promise<boolean>, onWritten: () => void): { readonly run: Run | null; readonly start: (wanted: Wanted) => Promise<void>; readonly cancel: () => void } {
  const [run, setRun] = useState<Run | null>(null);
  const isCancelled = useRef(false);
  const notices = useNotices();
  const start = async ({ articles, settings, folder, override }: Wanted): Promise<void> => {
    if (!(await onBefore())) return;
    isCancelled.current = false;
    const destination = await destinationOf(settings, folder);
    if (!destination.ok) return notices.fail(destination.error);
    const request = { ...destination.value, formats: knownFormats(settings), pictures: settings.pictures, override };
    let state: Run = { current: null, done: 0, count: articles.length, folder, files: [], zip: null, writtenArticles: 0, blocked: [], failures: [], isCancelled: false };
    for (const article of articles) {
      if (isCancelled.current) break;
      setRun({ ...state, current: article });
      const result = await call('export.write', { ...request, articleId: article.id });
      state = { ...state, done: state.done + 1 };
      if (result.ok) state = { ...state, files: [...state.files, ...result.value.files], writtenArticles: state.writtenArticles + 1 };
      else if (result.error.code === 'blocked') state = { ...state, blocked: [...state.blocked, { article, message: result.error.message }] };
      else state = { ...state, failures: [...state.failures, { article, message: result.error.message }] };
      if (!result.ok && ofTheDisk.has(result.error.code)) break;
    }
    const zip = await packed(destination.value);
    if (zip.ok) state = { ...state, zip: zip.value };
    else {
      // Without the zip nothing was written.
      state = { ...state, files: [], writtenArticles: 0 };
      notices.fail(zip.error);
    }
    setRun({ ...state, isCancelled: isCancelled.current && state.done < state.count });
    onWritten();
  };
  const cancel = useCallback(() => {
    isCancelled.current = true;
  }, []);
  return { run, start, cancel };
}
