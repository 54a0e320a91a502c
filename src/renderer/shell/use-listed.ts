import { useEffect, useRef } from 'react';
import type { Article } from '../../article/article.ts';
import type { SaveState } from '../editor/article-editor.tsx';
import type { Store } from '../ui/store.ts';
import { articleName } from './article-name.ts';

/** What a row is called follows soon; how long its article is, once the hands rest: longer than a snapshot takes while they do not. Milliseconds. */
const soonMs = 300;
const restMs = 4000;

/** Keeps the row of the open article in the list true: asked for again once the store has what has changed. */
export function useListed(article: Article, saveState: Store<SaveState>, refresh: () => void): void {
  const listed = useRef({ article, name: articleName(article) });
  useEffect(() => {
    if (listed.current.article === article) return undefined;
    const name = articleName(article);
    let stop = (): void => undefined;
    const ask = (): void => {
      if (saveState.value.kind !== 'saved') return;
      stop();
      listed.current = { article, name };
      refresh();
    };
    const timer = setTimeout(() => {
      stop = saveState.subscribe(ask);
      ask();
    }, listed.current.name === name ? restMs : soonMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [article, saveState, refresh]);
}
