import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { OpenedArticle } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { call } from '../api.ts';
import type { Arrival, EditorHandle } from '../editor/article-editor.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { TabMemory } from './tab-memory.ts';
import { TypedAhead } from './typed-ahead.ts';
import type { TabsDesk } from './use-tabs.ts';

/** How someone comes to an article. new: the library has one more; form: one more, to be filled in; again: as storage has it now, also the one in front; tab: to go on writing. */
type How = 'new' | 'form' | 'again' | 'known' | 'tab';

/** Opens what the call answers; null for no article at all. `comingId`: what it opens, where that is known. @returns false where that failed */
export type Enter = (ask: () => Promise<Result<OpenedArticle | null>>, how: How, comingId?: string | null) => Promise<boolean>;

export interface Entering {
  readonly enter: Enter;
  /** Opens an article as storage has it now, also the one that is open. */
  readonly openId: (articleId: string) => Promise<void>;
  /** Opens an article of the list. */
  readonly goTo: (articleId: string) => Promise<boolean>;
  /** Brings a tab to the front, to be written in. @returns false where that failed */
  readonly goToTab: (articleId: string) => Promise<boolean>;
  /** Leaves the page for none. @returns false where it could not be left */
  readonly goToStart: () => Promise<boolean>;
  /** The known article that is on its way to the front; '' where the page is left for none; null for nothing. */
  readonly comingId: () => string | null;
  /** The article that is on its way to the front, else the one that is there, also before the window shows it; '' for none. */
  readonly frontId: () => string;
  /** Resolves when the new article that is on its way to the front is there; null where none is. */
  readonly beingMade: () => Promise<unknown> | null;
  /** How someone comes to the page that has just opened: asked once. */
  readonly takeArrival: () => Arrival;
}

interface EnteringContext {
  readonly editor: RefObject<EditorHandle | null>;
  /** True when storage has everything of the page that is there. */
  readonly leave: () => Promise<boolean>;
  readonly show: (article: OpenedArticle | null) => void;
  readonly refresh: () => void;
  readonly tabs: TabsDesk;
  /** The article the window opens with; later ones do not matter. */
  readonly opensWith: string | null;
}

/** A page that takes longer than this to appear holds no other up, milliseconds. */
const longestMs = 2000;

/** The ways to another article, one after the other. Unsaved text is never left behind, and what is typed on the way goes to the new page. */
export function useEntering({ editor, leave, show, refresh, tabs, opensWith }: EnteringContext): Entering {
  const notices = useNotices();
  const [typed] = useState(() => new TypedAhead());
  const queue = useRef({ entries: 0, last: Promise.resolve() as Promise<unknown>, front: opensWith ?? '', onItsWay: null as string | null, isMaking: false });
  const { forget } = tabs;
  const { appear, takeArrival } = useAppearing({ show, memory: tabs.memory, opensWith, typed });
  const enter = useCallback<Enter>(
    (ask, how, comingId = null) => {
      const line = queue.current;
      line.entries += 1;
      line.onItsWay = comingId;
      line.isMaking = isMade(how);
      const entry = line.entries;
      typed.begin();
      const before = line.last;
      const entering = (async () => {
        await before;
        const here = how === 'again' ? null : pageOf(editor.current, comingId);
        const result = !here && (await leave()) ? await ask() : null;
        if (isMade(how)) refresh();
        const isLast = entry === line.entries;
        if (isLast) Object.assign(line, { onItsWay: null, isMaking: false });
        if (here) {
          here.begin({ place: null, isForm: false, takesKeys: how === 'tab', typed: typed.take() });
          return true;
        }
        if (!result?.ok) {
          typed.take();
          if (result) notices.fail(result.error);
          return false;
        }
        // Somebody wants yet another one by now, and wrote nothing for this one.
        if (!isLast && typed.isSilent && !isMade(how)) {
          typed.take();
          return true;
        }
        line.front = result.value?.article.id ?? '';
        await appear(result.value, how);
        return true;
      })();
      line.last = entering;
      return entering;
    },
    [editor, leave, notices, appear, refresh, typed],
  );
  return useMemo<Entering>(() => ({
    enter,
    openId: async (articleId) => void (await enter(() => call('articles.open', { articleId }), 'again', articleId)),
    goTo: (articleId) => enter(() => call('articles.open', { articleId }), 'known', articleId),
    goToTab: (articleId) => enter(() => readTab(articleId, forget), 'tab', articleId),
    goToStart: () => enter(() => Promise.resolve({ ok: true, value: null }), 'tab', ''),
    comingId: () => queue.current.onItsWay,
    frontId: () => queue.current.onItsWay ?? queue.current.front,
    beingMade: () => (queue.current.isMaking ? queue.current.last : null),
    takeArrival,
  }), [enter, forget, takeArrival]);
}

interface AppearingContext extends Pick<EnteringContext, 'show' | 'opensWith'> {
  readonly memory: TabMemory;
  readonly typed: TypedAhead;
}

interface Appearing {
  /** Resolves when the page is there; at once where the page is left for none. */
  readonly appear: (article: OpenedArticle | null, how: How) => Promise<void>;
  readonly takeArrival: () => Arrival;
}

/** A page that is shown asks how someone comes to it. */
function useAppearing({ show, memory, opensWith, typed }: AppearingContext): Appearing {
  const arrival = useRef({ place: opensWith === null ? null : memory.placeOf(opensWith), isForm: false, takesKeys: false, isThere: (): void => undefined });
  const appear = useCallback<Appearing['appear']>(async (opened, how) => {
    if (!opened) {
      typed.take();
      return show(null);
    }
    await new Promise<void>((isThere) => {
      arrival.current = { place: memory.placeOf(opened.article.id), isForm: how === 'form', takesKeys: how === 'tab', isThere };
      show(opened);
      setTimeout(isThere, longestMs);
    });
  }, [memory, show, typed]);
  const takeArrival = useCallback(() => {
    const { isThere, ...how } = arrival.current;
    isThere();
    return { ...how, typed: typed.take() };
  }, [typed]);
  return useMemo(() => ({ appear, takeArrival }), [appear, takeArrival]);
}

const isMade = (how: How): boolean => how === 'new' || how === 'form';

/** Away and back before anything came: the page that is there stays, with its undo. */
const pageOf = (page: EditorHandle | null, articleId: string | null): EditorHandle | null => (page?.articleId === articleId ? page : null);

/** The article of a tab; one that is gone leaves its tab. */
async function readTab(articleId: string, forget: (articleId: string) => void): Promise<Result<OpenedArticle>> {
  const result = await call('articles.open', { articleId });
  if (!result.ok && result.error.code === 'article-not-found') forget(articleId);
  return result;
}
