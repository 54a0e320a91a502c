import { useCallback, useMemo, useRef, useState } from 'react';
import type { OpenedArticle } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { call } from '../api.ts';
import type { Arrival } from '../editor/article-editor.tsx';
import { useNotices } from '../ui/notices.tsx';
import { TypedAhead } from './typed-ahead.ts';
import type { TabsDesk } from './use-tabs.ts';

/** Opens what the call answers. `how`: the library has one more; or someone goes on writing. `comingId`: what it opens, where that is known. @returns false where that failed */
export type Enter = (ask: () => Promise<Result<OpenedArticle>>, how: 'new' | 'known' | 'tab', comingId?: string | null) => Promise<boolean>;

export interface Entering {
  readonly enter: Enter;
  /** Opens an article as storage has it now, also the one that is open. */
  readonly openId: (articleId: string) => Promise<void>;
  /** Brings a tab to the front, to be written in. @returns false where that failed */
  readonly goToTab: (articleId: string) => Promise<boolean>;
  /** The known article that is on its way to the front; null for none. */
  readonly comingId: () => string | null;
  /** The article that is on its way to the front, else the one that is there, also before the window shows it. */
  readonly frontId: () => string;
  /** How someone comes to the page that has just opened: asked once. */
  readonly takeArrival: () => Arrival;
}

interface EnteringContext {
  /** True when storage has everything of the page that is there. */
  readonly leave: () => Promise<boolean>;
  readonly show: (article: OpenedArticle) => void;
  readonly refresh: () => void;
  readonly tabs: TabsDesk;
  /** The article the window opens with; later ones do not matter. */
  readonly opensWith: string | null;
}

/** A page that takes longer than this to appear holds no other up, milliseconds. */
const longestMs = 2000;

/** The ways to another article, one after the other. Unsaved text is never left behind, and what is typed on the way goes to the new page. */
export function useEntering({ leave, show, refresh, tabs, opensWith }: EnteringContext): Entering {
  const notices = useNotices();
  const [typed] = useState(() => new TypedAhead());
  const queue = useRef({ entries: 0, last: Promise.resolve() as Promise<unknown>, front: opensWith ?? '', onItsWay: null as string | null });
  const { memory, forget } = tabs;
  const arrival = useRef({ place: opensWith === null ? null : memory.placeOf(opensWith), takesKeys: false, isThere: (): void => undefined });
  const enter = useCallback<Enter>(
    (ask, how, comingId = null) => {
      const line = queue.current;
      line.entries += 1;
      line.onItsWay = comingId;
      const entry = line.entries;
      typed.begin();
      const before = line.last;
      const entering = (async () => {
        await before;
        const result = (await leave()) ? await ask() : null;
        if (how === 'new') refresh();
        const isLast = entry === line.entries;
        if (isLast) line.onItsWay = null;
        if (!result?.ok) {
          typed.take();
          if (result) notices.fail(result.error);
          return false;
        }
        // Somebody wants yet another one by now, and wrote nothing for this one.
        if (!isLast && typed.isSilent && how !== 'new') {
          typed.take();
          return true;
        }
        const { id } = result.value.article;
        line.front = id;
        await new Promise<void>((isThere) => {
          arrival.current = { place: memory.placeOf(id), takesKeys: how === 'tab', isThere };
          show(result.value);
          setTimeout(isThere, longestMs);
        });
        return true;
      })();
      line.last = entering;
      return entering;
    },
    [leave, notices, show, refresh, typed, memory],
  );
  return useMemo<Entering>(() => ({
    enter,
    openId: async (articleId) => void (await enter(() => call('articles.open', { articleId }), 'known', articleId)),
    goToTab: (articleId) => enter(() => readTab(articleId, forget), 'tab', articleId),
    comingId: () => queue.current.onItsWay,
    frontId: () => queue.current.onItsWay ?? queue.current.front,
    takeArrival: () => {
      const { place, takesKeys, isThere } = arrival.current;
      isThere();
      return { place, takesKeys, typed: typed.take() };
    },
  }), [enter, forget, typed]);
}

/** The article of a tab; one that is gone leaves its tab. */
async function readTab(articleId: string, forget: (articleId: string) => void): Promise<Result<OpenedArticle>> {
  const result = await call('articles.open', { articleId });
  if (!result.ok && result.error.code === 'article-not-found') forget(articleId);
  return result;
}
